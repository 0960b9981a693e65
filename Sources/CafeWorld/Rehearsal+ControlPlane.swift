import Route53

extension Rehearsal {
  /// Refuses a request to Route 53 while somebody has broken its API.
  func checkControlPlane(_ command: Command) throws(Rejection) {
    guard !world.controlPlaneFaults.isEmpty, let request = command.controlPlaneRequest else {
      return
    }
    if world.fault(.throttling) != nil { throw .service(.throttling) }
    if request == .ofZone, world.fault(.priorRequest) != nil {
      throw .service(.priorRequestNotComplete)
    }
  }

  mutating func breakControlPlane(
    _ kind: ControlPlaneFault.Kind,
    _ time: Milliseconds?
  ) throws(Rejection) {
    if let time, !(1...Timing.longestWait).contains(time) {
      throw .badValue(option: "--for", value: "\(time) ms", allowed: "1 ms to 366 days")
    }
    let fault = ControlPlaneFault(kind: kind, until: time.map { world.now + $0 })
    happen(.controlPlaneFaultBegan(fault))
  }

  mutating func healControlPlane() throws(Rejection) {
    guard !world.controlPlaneFaults.isEmpty else { throw .nothingToHeal("Route 53") }
    endControlPlaneFaults()
  }

  mutating func endControlPlaneFaults() {
    for fault in world.controlPlaneFaults { happen(.controlPlaneFaultEnded(fault.kind)) }
  }
}

extension Command {
  fileprivate enum ControlPlaneRequest {
    /// One that changes a hosted zone that is there (`M` names PriorRequestNotComplete for these).
    case ofZone
    case other
  }

  /// What Route 53's API is asked for; nil: nothing.
  fileprivate var controlPlaneRequest: ControlPlaneRequest? {
    switch self {
    case .changeRecords, .deleteHostedZone, .commentHostedZone, .associateVPC, .changeTags: .ofZone
    case .createHealthCheck, .updateHealthCheck, .renameHealthCheck, .deleteHealthCheck,
      .createHostedZone, .disassociateVPC, .createDelegationSet, .deleteDelegationSet,
      .createCidrCollection, .changeCidrCollection, .deleteCidrCollection:
      .other
    default: nil
    }
  }
}
