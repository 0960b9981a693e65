public import CafeWorld
import Route53

extension Aws {
  /// A refusal by the world as the CLI prints it, with AWS's own code.
  public static func refusal(_ rejection: Rejection, call: AwsCall) -> String {
    let (code, message) = answer(to: rejection, call.operation)
    return AwsFault.sentence(
      code,
      message.shown(longest: 4_000, keepsLines: true),
      call.apiName
    )
  }

  /// A refusal by the world as the service answers it.
  package static func fault(
    of rejection: Rejection,
    _ call: AwsCall
  ) -> (code: String, message: String) {
    answer(to: rejection, call.operation)
  }

  private static func answer(
    to rejection: Rejection,
    _ operation: AwsOperation
  ) -> (code: String, message: String) {
    switch rejection {
    case .unknown(let kind, let text): unknown(kind, text.shown(), operation)
    case .exists(let kind, let text):
      ("AlreadyExists", "There is already a \(kind.rawValue) \(text).")
    case .wrongState(let id, _, _, _):
      (
        "IncorrectInstanceState",
        "The instance '\(id)' is not in a state from which it can be \(operation.participle)."
      )
    case .runsOutside(let name, let outside):
      ("UnsupportedOperation", "\(name) runs outside, at \(outside); do it there.")
    case .service(let error): (error.code, error.message)
    case .waitTooLong, .waitNotPositive, .nothingToHeal:
      ("UnsupportedOperation", "This café cannot do that now.")
    case .badValue(let option, let value, let allowed):
      switch operation.service {
      // Its settings are members of one structure, which no option of ours names.
      case "route53": ("InvalidInput", "Invalid parameter: '\(value.shown())' is not \(allowed)")
      case "cloudwatch": ("ValidationError", badValue(option, value, allowed))
      default: ("InvalidParameter", badValue(option, value, allowed))
      }
    case .addressInUse(let address, let instance):
      ("InvalidIPAddress.InUse", "Address \(address) is in use by \(instance).")
    case .otherRegion(let address, _, _, let region):
      ("InvalidAddress.NotFound", "Address '\(address)' not found in \(region).")
    case .notAConfirmation: ("InvalidParameter", "Invalid parameter: Token")
    case .linkExpired: ("InvalidParameter", "Invalid parameter: Token: it is older than two days")
    case .alreadySo(_, let name, let state):
      operation == .associateAddress
        ? ("Resource.AlreadyAssociated", "resource \(name) is already \(state)")
        : ("InvalidAssociationID.NotFound", "\(name) is already \(state)")
    case .limitReached("hosted zone", let most):
      ("TooManyHostedZones", "This account already has the most hosted zones, \(most).")
    case .limitReached:
      ("AddressLimitExceeded", "The maximum number of addresses has been reached.")
    }
  }

  private static func badValue(_ option: String, _ value: String, _ allowed: String) -> String {
    "Invalid parameter: \(option): '\(value.shown())' is not \(allowed)"
  }

  private static func unknown(
    _ kind: Rejection.Kind,
    _ text: String,
    _ operation: AwsOperation
  ) -> (code: String, message: String) {
    switch kind {
    case .instance:
      InstanceID(text).isWellFormed
        ? ("InvalidInstanceID.NotFound", "The instance ID '\(text)' does not exist")
        : ("InvalidInstanceID.Malformed", "Invalid id: \"\(text)\"")
    case .address: ("InvalidAddress.NotFound", "Address '\(text)' not found.")
    case .zone: ("NoSuchHostedZone", "No hosted zone found with ID: \(text)")
    case .healthCheck: ("NoSuchHealthCheck", "A health check with id \(text) does not exist.")
    case .topic where operation.service == "cloudwatch":
      ("ValidationError", "The topic \(text) does not exist")
    case .topic: ("NotFound", "Topic does not exist")
    case .subscription: ("NotFound", "Subscription does not exist")
    case .alarm: ("ResourceNotFound", "The alarm \(text) does not exist")
    case .mailbox:
      (
        "InvalidParameter",
        "Invalid parameter: Email address: nobody here reads the mail of \(text)"
      )
    case .availabilityZone, .record, .mail, .resolver, .region, .routingControl, .resource,
      .cidrCollection, .delegationSet:
      ("InvalidParameterValue", "There is no \(kind.rawValue) \(text)")
    }
  }
}

extension AwsOperation {
  /// What was not possible, for EC2's sentence about an instance's state.
  fileprivate var participle: String {
    switch self {
    case .startInstances: "started"
    case .stopInstances: "stopped"
    case .rebootInstances: "rebooted"
    case .terminateInstances: "terminated"
    default: "used"
    }
  }
}
