public import CafeWorld
import Route53

extension Rejection {
  /// What is refused and why, in one sentence; what to try instead is for whoever shows it.
  public var sentence: String {
    switch self {
    case .unknown(let kind, let name): "There is no \(kind.rawValue) called \(name)."
    case .exists(.resource, let name): "There is already a resource called \(name)."
    case .exists(let kind, let name): "There is already \(kind.withArticle) called \(name)."
    case .wrongState(_, let name, let state, let wanted):
      "\(name) is \(state.rawValue), not \(wanted.map(\.rawValue).joined(separator: " or ")) "
        + "(IncorrectInstanceState)."
    case .runsOutside(let name, let outside):
      "\(name) runs outside, at \(outside), where this café has no say."
    case .service(let error): error.messages.joined(separator: "; ")
    case .waitTooLong: "That is too long to wait at once."
    case .waitNotPositive: "Time only goes forwards."
    case .badValue(let option, let value, _):
      "\(option) cannot be \(value.isEmpty ? "empty" : value)."
    case .addressInUse(let address, let by):
      "\(address) belongs to \(by) and cannot be given back."
    case .otherRegion(let address, let home, let name, let region):
      "\(address) is an address of \(home), and \(name) is in \(region)."
    case .notAConfirmation(let mail): "Mail \(mail) has no link to confirm."
    case .linkExpired(let mail):
      "The link in mail \(mail) is older than \(Subscription.tokenLife / .day) days and no longer "
        + "works."
    case .nothingToHeal(let name): "Nothing is broken at \(name)."
    case .alreadySo(_, let name, let state): "\(name) is already \(state)."
    case .limitReached(let what, let most):
      "There can be at most \(most) of this kind: \(what)."
    }
  }
}

extension Rejection.Kind {
  fileprivate var withArticle: String {
    switch self {
    case .instance, .address, .availabilityZone, .alarm, .resource: "an \(rawValue)"
    default: "a \(rawValue)"
    }
  }
}
