import DNS

/// What the public sources do not settle and this engine therefore decides, in one place.
///
/// None of these is to be taken for a statement by Amazon.
enum Decisions {
  // Behaviour.

  /// A record whose health check was deleted counts as healthy.
  ///
  /// Amazon says that its health cannot be predicted (`M:DeleteHealthCheck`); every answer that
  /// rests on this says so.
  static let unknownCheckIsHealthy = true

  /// CNAMEs are followed inside their zone, this many at most.
  ///
  /// More of them, or a loop, end in SERVFAIL. Amazon does not say whether its name
  /// servers follow them.
  static let cnameChainMax = 8

  /// The first two octets of the checkers' addresses are Amazon's (15.177.0.0/18); which of them
  /// probe from which region is not published, so each region is given a /22 of its own.
  static func checkerAddress(place: Int, half: Int) -> IPv4Address {
    IPv4Address(bits: 0x0fb1_0000 | UInt32(place) << 10 | UInt32(half) << 9 | 0x15)
  }

  /// A simple record set may name a health check, which has no effect on its answer.
  ///
  /// The model says so (`M:ResourceRecordSet.HealthCheckId`); an answer of September 2026 refuses
  /// it (`CP:private-zone-health-check-policy`).
  static let simpleMayHaveHealthCheck = true

  // Texts of refused record changes.

  static let multivalueMustBeTrue: String =
    "MultiValueAnswer must be true for a record set that has a SetIdentifier"

  static let noTrafficPolicies: String =
    "TrafficPolicyInstanceId names a traffic policy instance, and this account has none"

  /// Weighted and latency record sets (`M:ResourceRecordSet.Weight`).
  static func oneValuePerSet(_ set: ResourceRecordSet) -> String {
    "\(ChangeText.policySubject(set)) cannot be created as \(set.routing.policy.rawValue) sets "
      + "must contain exactly one ResourceRecord."
  }

  static func sameProximity(_ set: ResourceRecordSet) -> String {
    "\(ChangeText.routedSubject(set)) cannot be created because a GeoProximity RRSet with the same "
      + "name, type and location already exists."
  }

  static func sameCidrLocation(_ set: ResourceRecordSet) -> String {
    "\(ChangeText.routedSubject(set)) cannot be created because a CIDR RRSet with the same name, "
      + "type and location already exists."
  }

  static func noSuchCidrLocation(
    _ location: CidrLocation,
    _ collection: CidrCollection
  ) -> String {
    "The CIDR collection \(collection.name) has no location named \(location.location)."
  }

  /// `M:AliasTarget.EvaluateTargetHealth`.
  static func distributionHealth(_ set: ResourceRecordSet) -> String {
    "RRSet with DNS name \(set.name), type \(set.type.rawValue) cannot be created as "
      + "EvaluateTargetHealth must be false for an alias to a CloudFront distribution."
  }

  /// `M:AliasTarget`.
  static func distributionInPrivateZone(_ set: ResourceRecordSet) -> String {
    "RRSet with DNS name \(set.name), type \(set.type.rawValue) cannot be created as an alias to a "
      + "CloudFront distribution is not supported with private hosted zone."
  }

  static func secondOfRole(_ set: ResourceRecordSet, _ role: FailoverRole) -> String {
    let word = ChangeText.word(role)
    return "\(ChangeText.failoverSubject(set, role)) cannot be created because a \(word) RRSet "
      + "with the same name and type already exists."
  }

  static func noSuchHealthCheck(_ id: HealthCheckID) -> String {
    "A health check with id \(id) does not exist."
  }

  static func notPermittedBelowApex(_ set: ResourceRecordSet, zone: DomainName) -> String {
    "RRSet of type \(set.type.rawValue) with DNS name \(set.name) is only permitted at apex in "
      + "zone \(zone)"
  }

  static func oneValueOnly(_ set: ResourceRecordSet) -> String {
    "Cannot have more than 1 record in a RRSet of type \(set.type.rawValue)."
  }

  static let zoneIsFull: String =
    "This operation can't be completed because the hosted zone has reached its limit of "
    + "10000 records."

  // Texts of refused health checks.

  static let addressCannotBeAdded: String =
    "Invalid parameter : An IP address cannot be added to a health check that was created "
    + "without one."

  static let portRequired: String =
    "Invalid parameter : TCP health checks must have a port specified."

  static func malformedAddress(_ text: String) -> String {
    "Invalid parameter : \(text) is not a valid IP address."
  }

  static func malformedHost(_ text: String) -> String {
    "Invalid parameter : \(text) is not a valid fully qualified domain name."
  }

  /// By symmetry with the text for IPv4.
  static func forbidden(_ address: IPv6Address) -> String {
    "IPv6 address \(address) is forbidden"
  }

  // What a checker says it saw.

  static let tcpSuccess: String = "Success: TCP connection established"

  static let connectionRefused: String =
    "Failure: Connection refused. The endpoint is up, but nothing accepts connections on the "
    + "port of the health check."

  static let noStatusInTime: String =
    "Failure: The endpoint did not send an HTTP status code within 2 seconds after connecting."
}
