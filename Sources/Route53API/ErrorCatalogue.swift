import Commands

/// The codes of Amazon's errors with their HTTP status, and the words that each service has for
/// what is wrong with a call.
enum ErrorCatalogue {
  /// The status of a code (`M:`, CWM, SNSM of each; EC2 answers 400 to almost everything).
  static func status(of code: String) -> Int {
    if let status = statuses[code] { return status }
    if code.hasPrefix("NoSuch") { return 404 }
    return 400
  }

  /// Those that are neither 400 nor tell by their name.
  private static let statuses: [String: Int] = [
    "NoSuchDelegationSet": 400, "NotFound": 404, "ResourceNotFound": 404,
    "VPCAssociationNotFound": 404, "VPCAssociationAuthorizationNotFound": 404,
    "HostedZoneAlreadyExists": 409, "HealthCheckAlreadyExists": 409,
    "HealthCheckVersionMismatch": 409, "CidrCollectionVersionMismatchException": 409,
    "NotAuthorizedException": 401, "InvalidClientTokenId": 403, "SignatureDoesNotMatch": 403,
    "MissingAuthenticationToken": 403, "AuthFailure": 401, "DryRunOperation": 412,
  ]

  /// The code and the text of a complaint.
  static func answer(
    to complaint: APIFault.Complaint,
    of service: AwsEndpoint
  ) -> (code: String, message: String) {
    switch complaint {
    case .missing(let member): missing(member, service)
    case .unknown(let member):
      (
        service == .ec2 ? "UnknownParameter" : invalid(service),
        service == .sns
          ? "Invalid parameter: \(member.shown())"
          : "The parameter \(member.shown()) is not recognized"
      )
    case .invalid(let message):
      (invalid(service), service == .sns ? "Invalid parameter: \(message)" : message)
    case .absent(let what):
      (
        service == .ec2 ? "UnsupportedOperation" : invalid(service),
        "The real service has this, this café has not: \(what)"
      )
    }
  }

  private static func missing(
    _ member: String,
    _ service: AwsEndpoint
  ) -> (code: String, message: String) {
    switch service {
    case .route53, .sts:
      (
        invalid(service),
        "1 validation error detected: Value null at '\(member.startingSmall)' failed to satisfy "
          + "constraint: Member must not be null"
      )
    case .ec2: ("MissingParameter", "The request must contain the parameter \(member)")
    case .sns:
      (
        "InvalidParameter",
        "Invalid parameter: \(member) Reason: no value for required parameter"
      )
    case .cloudwatch: ("MissingParameter", "The parameter \(member) is required.")
    }
  }

  private static func invalid(_ service: AwsEndpoint) -> String {
    switch service {
    case .route53: "InvalidInput"
    case .ec2, .cloudwatch: "InvalidParameterValue"
    case .sns: "InvalidParameter"
    case .sts: "ValidationError"
    }
  }

  /// A value that is not among those allowed, in the words of Amazon's own constraints.
  static func badValue(
    _ member: String,
    _ value: String,
    _ allowed: String,
    _ operation: AwsOperation
  ) -> String {
    guard operation.service == "route53" else {
      return "Invalid value '\(value)' for \(member). Allowed: \(allowed)"
    }
    let path = member.split(separator: ".").flatMap { steps(to: $0) }
    let names = allowed.split(separator: ", ")
    let isEnumeration = names.count > 1 && names.allSatisfy { !$0.contains(" ") }
    return "1 validation error detected: Value '\(value)' at '\(path.joined(separator: "."))' "
      + "failed to satisfy constraint: Member must "
      + (isEnumeration ? "satisfy enum value set: [\(allowed)]" : "be \(allowed)")
  }

  /// `Changes[0]` in the service's words, which count from 1: `changes.1.member`.
  private static func steps(to member: Substring) -> [String] {
    let parts = member.split { $0 == "[" || $0 == "]" }
    let name = String(parts.first ?? "").startingSmall
    guard parts.count == 2, let index = Int(parts[1]) else { return [name] }
    return [name, "\(index + 1)", "member"]
  }
}

extension String {
  fileprivate var startingSmall: String { prefix(1).lowercased() + dropFirst() }
}
