import CafeWorld
import Commands
import Route53

/// What Route 53 answers an account that has nothing of a kind.
///
/// This café keeps no DNSSEC keys, no query logs, no traffic policies, no other accounts. A hosted
/// zone that is named must exist.
enum Absence: Hashable {
  /// An error that the model documents for the operation (`M:errors`).
  case refused(String, String)
  case value([JSONValue.Member])
  /// Accelerated recovery can be turned off, which it is; it cannot be turned on.
  case acceleration

  /// A list without elements, with the marks of a page where the model has them.
  static func empty(_ list: String, paged: Bool = false) -> Absence {
    let page: [JSONValue.Member] =
      list == "TrafficPolicySummaries" ? [.init(key: "TrafficPolicyIdMarker", value: "")] : []
    return .value(
      [.init(key: list, value: .list([]))]
        + (paged ? [.init(key: "IsTruncated", value: false)] + page : [])
        + (paged ? [.init(key: "MaxItems", value: "100")] : [])
    )
  }

  static func value(_ members: KeyValuePairs<String, JSONValue>) -> Absence {
    .value(members.map { .init(key: $0.key, value: $0.value) })
  }

  static let noKey = refused("NoSuchKeySigningKey", "There is no such key-signing key.")
  static let noLogging =
    refused("NoSuchQueryLoggingConfig", "There is no such configuration of query logging.")
  static let noPolicy =
    refused("NoSuchTrafficPolicy", "A traffic policy with this ID and version does not exist.")
  static let noPolicyInstance =
    refused("NoSuchTrafficPolicyInstance", "A traffic policy instance with this ID does not exist.")

  /// What of the request is looked at.
  var options: [AwsOption] {
    self == .acceleration ? [.taken("EnableAcceleratedRecovery", .flag)] : []
  }

  /// The answer, once the hosted zone that the request names is found.
  func answer(
    _ arguments: [JSONValue.Member],
    in world: World
  ) throws(APIFault) -> JSONValue {
    let id = arguments.first { $0.key == "HostedZoneId" }?.value.text
    if let id, world.hostedZone(HostedZoneID(id)) == nil {
      let error = ServiceError.noSuchHostedZone(HostedZoneID(id.shown()))
      throw APIFault(error.code, error.message, status: error.status)
    }
    switch self {
    case .refused(let code, let message): throw APIFault(code, message)
    case .value(let members):
      let zone = id.map { [JSONValue.Member(key: "HostedZoneId", value: .string($0))] } ?? []
      return .object(zone + members)
    case .acceleration:
      let wanted = arguments.first { $0.key == "EnableAcceleratedRecovery" }?.value
      guard wanted == .boolean(false) else {
        throw APIFault("InvalidInput", "This café has no accelerated recovery.")
      }
      return .object([])
    }
  }
}
