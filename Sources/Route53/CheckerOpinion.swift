/// What one checker holds of an endpoint, and how long results have spoken against that.
public struct CheckerOpinion: Hashable, Sendable, Codable {
  public private(set) var status: HealthStatus
  /// How many of the latest results in a row say the opposite.
  public private(set) var against: Int

  /// A checker that has seen nothing counts as healthy
  /// (`DG:dns-failover-determining-health-of-endpoints`).
  public init() {
    status = .healthy
    against = 0
  }

  /// Takes in a result; `threshold` of one kind in a row turn the opinion, either way
  /// (`M:HealthCheckConfig.FailureThreshold`).
  public mutating func observe(passes: Bool, threshold: Int) {
    guard passes != (status == .healthy) else {
      against = 0
      return
    }
    against += 1
    guard against >= threshold else { return }
    status = status.opposite
    against = 0
  }
}
