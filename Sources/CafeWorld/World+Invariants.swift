import DNS
import OrderedCollections
import Route53

extension World {
  /// What must always hold when nothing more follows at this millisecond, and does not: a sentence
  /// each, none for a world in order.
  public func violations() -> [String] {
    brokenInstances + brokenChecks + brokenZones + brokenAnswers + brokenCounts
  }

  /// Whether the part of this holds that costs little, however large the zones are: what a debug
  /// build looks at after every command.
  var isInOrder: Bool { (brokenInstances + brokenChecks + brokenCounts).isEmpty }

  private var brokenInstances: [String] {
    var found = Findings()
    let addresses = instances.compactMap(\.publicAddress).sorted()
    found.expect(
      zip(addresses, addresses.dropFirst()).allSatisfy { $0 != $1 },
      "two instances have one address"
    )
    for instance in instances {
      let isSound = instance.isSound(at: now, elastic: elasticAddresses)
      found.expect(isSound, "\(instance.name) is unsound")
    }
    for elastic in elasticAddresses where elastic.instance != nil {
      let isThere = owner(of: elastic.address)?.id == elastic.instance
      found.expect(isThere, "\(elastic.address) is not where it is said to be")
    }
    return found.all
  }

  private var brokenChecks: [String] {
    var found = Findings()
    for check in checks.values {
      let expected = judged(check)
      let last = check.pushes.last?.status ?? check.servedStatus
      let regions = check.settings.checkerRegions.count + check.retirements.count
      let metric: Int64 = expected == .healthy ? 1_000 : 0
      found.expect(check.status == expected, "a verdict is not that of the checkers")
      found.expect(last == expected, "a verdict got lost")
      found.expect(check.checkers.count == 2 * regions, "a region has not two checkers")
      found.expect(check.statuses.steps.last?.value == metric, "a metric is not the verdict")
      found.expect(
        check.checkers.allSatisfy { $0.isAtRest == check.settings.disabled },
        "a checker idles or works wrongly"
      )
    }
    return found.all
  }

  private var brokenZones: [String] {
    var found = Findings()
    for zone in hostedZones {
      let moments = zone.pending.map(\.inSyncAt)
      found.expect(moments == moments.sorted(), "changes are not answered in their order")
      found.expect(moments.allSatisfy { $0 >= now.milliseconds }, "a change is overdue")
      found.expect(
        zone.records == zone.pending.last?.after ?? zone.served,
        "a list shows another zone"
      )
      found.expect(
        zone.records.all.allSatisfy { $0.name.isWithin(zone.name) },
        "a record stands outside its zone"
      )
    }
    return found.all
  }

  /// Whatever is asked, the answer is made of records of the zone that answers.
  private var brokenAnswers: [String] {
    var found = Findings()
    for zone in hostedZones {
      var last: Question?
      for set in zone.served.all {
        let question = Question(name: set.name, type: set.type)
        guard question != last else { continue }
        last = question
        let answer = authoritativeAnswer(question)
        let home = answer.zone.flatMap { hostedZone($0) }?.name
        found.expect(
          answer.records.allSatisfy { record in home.map(record.name.isWithin) ?? false },
          "an answer for \(set.name) has a record from outside its zone"
        )
      }
    }
    return found.all
  }

  private var brokenCounts: [String] {
    var found = Findings()
    found.expect(
      mails.map(\.number) == Array(1..<(mails.count + 1)),
      "mails are not counted from 1"
    )
    found.expect(
      customers.since.map { max($0, customers.settledAt) == now } ?? true,
      "orders are not counted"
    )
    let placed = customers.spans.map(\.placed).reduce(0, +)
    let lost = customers.spans.map(\.lost).reduce(0, +)
    found.expect(
      placed == customers.placed && lost == customers.lost,
      "spans and sums differ"
    )
    found.expect(nextMoment.map { $0 >= now } ?? true, "something is overdue")
    return found.all
  }
}

private struct Findings {
  private(set) var all: [String] = []

  mutating func expect(_ holds: Bool, _ sentence: String) {
    if !holds { all.append(sentence) }
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
