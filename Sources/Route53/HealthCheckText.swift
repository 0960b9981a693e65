import DNS

/// The texts with which CreateHealthCheck and UpdateHealthCheck refuse, word for word.
enum HealthCheckText {
  /// Quoted by `CP:healthcheck-ipaddress-private-range`.
  static func forbidden(_ address: IPv4Address) -> String {
    "IPv4 address \(address) is forbidden"
  }

  /// Quoted by `CP:healthcheck-endpoint-required`.
  static let endpointRequired: String =
    "Invalid parameter : IP address and fully qualified domain name can not be both empty."

  /// Quoted by `CP:healthcheck-searchstring-strmatch-only` for HTTP.
  static func searchString(on kind: HealthCheckKind) -> String {
    "\(kind.title) health checks must not have a search string specified."
  }

  /// Quoted by `CP:healthcheck-searchstring-strmatch-only`.
  static let searchStringRequired: String =
    "String match health checks must have a search string specified."

  /// Quoted by `CP`.
  static let pathOnTCP: String = "TCP health checks must not have a resource path specified."

  /// Quoted by `GH:aws/aws-sdk-php#1527`.
  static let addressAndHostOnTCP: String =
    "TCP health checks that have IP address must not have a fully qualified domain name specified."

  /// Quoted by `CP:healthcheck-enablesni-https-only` for HTTP.
  static func sni(on kind: HealthCheckKind) -> String {
    "Invalid parameter : Health checks with \(kind.rawValue) type must not enable SNI support."
  }

  /// Quoted by `CP:healthcheck-port-calculated` for regions and ports of calculated checks.
  static func foreign(_ field: String, on kind: HealthCheckKind) -> String {
    "Invalid parameter : \(kind.title) health checks must not have \(field) specified."
  }

  /// Quoted by `CP`.
  static let onlyCalculated: String =
    "Invalid parameter : Only calculated health checks can have a health threshold specified."

  /// Quoted by `CP:healthcheck-childhealthchecks-only-calculated`.
  static let onlyCalculatedHasChildren: String =
    "Invalid parameter : Only calculated health checks can have child health checks specified."

  /// Quoted by `CP:healthcheck-alarmidentifier-cloudwatch-only` and
  /// `CP:healthcheck-insufficientdata-cloudwatch-only` for checks with an endpoint.
  static func onlyMetric(has field: String, on kind: HealthCheckKind) -> String {
    let title = kind.hasEndpoint ? "Basic" : kind.title
    return "Invalid parameter : \(title) health checks must not have an \(field) specified."
  }

  /// Quoted by `CP:healthcheck-calculated-child-calculated`.
  static func unknownChildren(_ ids: [HealthCheckID]) -> String {
    "Invalid parameter : Child health check IDs do not exist or are deleted: "
      + ids.map(\.text).joined(separator: ", ")
  }

  /// Quoted by `CP`.
  static let alarmRequired: String = "Alarm identifier must not be null."

  /// Quoted by `CP` up to the first regions of the set; their order after these is ours.
  static func unknownRegion(_ regions: [String]) -> String {
    let known: [String] = [
      "sa-east-1", "us-west-1", "us-west-2", "ap-northeast-1", "ap-southeast-1", "eu-west-1",
      "us-east-1", "ap-southeast-2",
    ]
    return "Value '[\(regions.joined(separator: ", "))]' at 'healthCheckConfig.regions' failed to "
      + "satisfy constraint: Member must satisfy constraint: [Member must have length less than or "
      + "equal to 64, Member must have length greater than or equal to 1, Member must satisfy enum "
      + "value set: [\(known.joined(separator: ", "))]]"
  }
}
