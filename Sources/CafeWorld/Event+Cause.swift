extension Event {
  /// Whether the event is what a command does by itself, or names what brought it about.
  ///
  /// The event that a cause names has a cause or a command of its own, so each chain ends at a
  /// command or at the scene's beginning.
  public var isAccountedFor: Bool {
    guard let cause else { return fact.canBeCommanded }
    return (0..<number).contains(cause)
  }
}

extension Fact {
  /// Whether a command brings this about by itself.
  fileprivate var canBeCommanded: Bool {
    switch self {
    case .alarmTurned(_, from: _, to: _, .set): true
    case .checkerTurned, .healthCheckTurned, .healthServed, .checkersRetired, .metricFollowed,
      .metricEvaluated, .changeInSync, .alarmTurned, .notificationUndelivered, .customersArrived,
      .cacheRefilled, .addressAssigned, .outsideFound:
      false
    default: true
    }
  }
}
