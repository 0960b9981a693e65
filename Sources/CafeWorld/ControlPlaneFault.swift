/// A way in which Route 53's API refuses requests that are good, on purpose.
public struct ControlPlaneFault: Hashable, Sendable, Codable {
  public let kind: Kind
  /// When it ends by itself; nil: only by `heal`.
  public let until: Instant?
  /// The number of the event that began it.
  var begunBy = 0

  init(kind: Kind, until: Instant?) {
    self.kind = kind
    self.until = until
  }

  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Every change is answered with Throttling (DG: DNSLimitations).
    case throttling
    /// Every change of a hosted zone is answered with PriorRequestNotComplete (DG: DNSLimitations).
    case priorRequest = "prior-request"
  }
}

extension World {
  /// What Route 53's API refuses every request with now, in the order of the kinds.
  public func fault(_ kind: ControlPlaneFault.Kind) -> ControlPlaneFault? {
    controlPlaneFaults.first { $0.kind == kind }
  }

  mutating func applyControlPlane(_ event: Event) {
    switch event.fact {
    case .controlPlaneFaultBegan(var fault):
      fault.begunBy = event.number
      controlPlaneFaults.removeAll { $0.kind == fault.kind }
      controlPlaneFaults.append(fault)
    case .controlPlaneFaultEnded(let kind): controlPlaneFaults.removeAll { $0.kind == kind }
    default: preconditionFailure("not a fact about Route 53's API")
    }
  }
}
