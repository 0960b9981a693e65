@testable import CafeWorld
import Route53

extension World {
  /// What must always hold when nothing more follows at this millisecond, and does not.
  func violations() -> [String] {
    var found: [String] = []
    func expect(_ holds: Bool, _ sentence: String) {
      if !holds { found.append(sentence) }
    }
    let addresses = instances.compactMap(\.publicAddress)
    expect(Set(addresses).count == addresses.count, "two instances have one address")
    for instance in instances {
      expect(instance.isSound(at: now, elastic: elasticAddresses), "\(instance.name) is unsound")
    }
    for elastic in elasticAddresses where elastic.instance != nil {
      let owner = owner(of: elastic.address)
      expect(owner?.id == elastic.instance, "\(elastic.address) is not where it is said to be")
    }
    for check in healthChecks {
      let expected = judged(check)
      expect(check.status == expected, "a verdict is not that of the checkers")
      expect((check.pushes.last?.status ?? check.servedStatus) == expected, "a verdict got lost")
      let regions = check.settings.checkerRegions.count + check.retirements.count
      expect(check.checkers.count == 2 * regions, "a region has not two checkers")
      let metric: Int64 = expected == .healthy ? 1_000 : 0
      expect(check.statuses.steps.last?.value == metric, "a metric is not the verdict")
      for checker in check.checkers {
        expect((checker.run == nil) == check.settings.disabled, "a checker idles or works wrongly")
      }
    }
    for zone in hostedZones {
      let moments = zone.pending.map(\.inSyncAt)
      expect(moments == moments.sorted(), "changes are not answered in their order")
      expect(moments.allSatisfy { $0 >= now.milliseconds }, "a change is overdue")
      expect(zone.records == zone.pending.last?.after ?? zone.served, "a list shows another zone")
    }
    expect(mails.map(\.number) == Array(1..<(mails.count + 1)), "mails are not counted from 1")
    expect(
      customers.since.map { max($0, customers.settledAt) == now } ?? true,
      "orders are not counted"
    )
    let placed = customers.spans.map(\.placed).reduce(0, +)
    let lost = customers.spans.map(\.lost).reduce(0, +)
    expect(placed == customers.placed && lost == customers.lost, "spans and sums differ")
    expect(nextMoment.map { $0 >= now } ?? true, "something is overdue")
    return found
  }
}

extension Instance {
  fileprivate func isSound(at now: Instant, elastic: [ElasticAddress]) -> Bool {
    let isBetween = [InstanceState.pending, .stopping, .shuttingDown].contains(state)
    let goesOn = agenda.contains { $0.state != nil }
    let isOff = state == .stopped || state == .terminated
    let hasElastic = elastic.contains { $0.instance == id && $0.address == publicAddress }
    let moments = agenda.map(\.at)
    guard isBetween == goesOn, hasElasticAddress == hasElastic else { return false }
    guard !isOff || service == .silent else { return false }
    guard state != .terminated || publicAddress == nil else { return false }
    guard state != .stopped || publicAddress == nil || hasElasticAddress else { return false }
    return moments.allSatisfy { $0 > now } && moments == moments.sorted()
  }
}
