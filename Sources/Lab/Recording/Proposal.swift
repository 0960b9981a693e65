import CafeWorld
import Commands
import DNS
import Route53

/// A condition that holds after what an author played, and did not hold before.
public struct Proposal: Hashable, Sendable {
  public let id: String
  public let label: String
  /// In the language of tests.
  public let test: String
  /// The condition without which this one makes no sense.
  let needs: String?
}

extension Proposal {
  /// What could be asked of a learner who does what led from one situation to another.
  ///
  /// - Returns: those that hold at the end and not at the beginning, with ids that differ.
  static func all(from start: Situation, to end: Situation) -> [Proposal] {
    let difference = WorldDifference(from: start.world, to: end.world)
    let candidates =
      difference.healthChecks.compactMap(\.after).flatMap { checks($0, end) }
      + difference.records.compactMap(\.after).flatMap { records($0, end.world) }
      + difference.topics.compactMap(\.after).flatMap(topics)
      + difference.alarms.compactMap(\.after).flatMap { alarms($0, end.world) }
      + difference.instances.compactMap(\.after).flatMap(instances)
    var kept: [Proposal] = []
    for candidate in candidates where candidate.tells(start, end) {
      let alike = kept.count { $0.id == candidate.id || $0.id.hasPrefix(candidate.id + "-") }
      let id = alike == 0 ? candidate.id : "\(candidate.id)-\(alike + 1)"
      let needs = candidate.needs.flatMap { test in kept.last { $0.test == test }?.id }
      kept.append(Proposal(id: id, label: candidate.label, test: candidate.test, needs: needs))
    }
    return kept
  }

  private func tells(_ start: Situation, _ end: Situation) -> Bool {
    guard let test = try? Test(parsing: test) else { return false }
    return Evaluator(end).judge(test) == .holds && Evaluator(start).judge(test) != .holds
  }

  private static func checks(_ check: HealthCheck, _ end: Situation) -> [Proposal] {
    guard !check.name.isEmpty else { return [] }
    let thing = "hc(\(text(check.name)))"
    let exists = "\(thing) exists"
    var proposals = [
      Proposal(
        id: "exists",
        label: "there is a check called \(check.name)",
        test: exists,
        needs: nil
      )
    ]
    func add(_ id: String, _ label: String, _ test: String) {
      proposals.append(Proposal(id: id, label: label, test: "\(thing).\(test)", needs: exists))
    }
    if let server = check.settings.address.flatMap({ end.world.owner(of: $0) })?.name {
      add("target", "it watches \(server)", "ip-address == instance(\(text(server))).public-ip")
      proposals += behaviour(of: check, server, thing, end).map {
        Proposal(id: $0.id, label: $0.label, test: $0.test, needs: exists)
      }
    }
    add("status", "it says \(check.status.rawValue)", "status == \(check.status.rawValue)")
    add(
      "way",
      check.settings.inverted ? "it is turned round" : "it says what it sees, not the opposite",
      "inverted == \(check.settings.inverted ? "yes" : "no")"
    )
    if check.settings.disabled { add("off", "it is disabled", "disabled == yes") }
    if let path = check.settings.resourcePath {
      add("page", "it fetches \(path)", "resource-path == \(text(path))")
    }
    return proposals
  }

  /// How soon it notices, rounded up, and whether it forgives a blip.
  private static func behaviour(
    of check: HealthCheck,
    _ server: String,
    _ thing: String,
    _ end: Situation
  ) -> [Proposal] {
    let limits = [30, 45, 60, 90, 120, 180, 300]
    let quick = limits.lazy.map { limit in
      Proposal(
        id: "quick",
        label: "when \(server) stops, it notices within \(limit) s",
        test: "under stop \(quoted(server)): within \(limit)s: \(thing).status == unhealthy",
        needs: nil
      )
    }.first { proposal in
      (try? Test(parsing: proposal.test)).map { Evaluator(end).judge($0) == .holds } ?? false
    }
    let calm = Proposal(
      id: "calm",
      label: "twelve silent seconds are forgiven",
      test: "under break \(quoted(server)) --drop --for 12s: always for 1m: "
        + "\(thing).status == healthy",
      needs: nil
    )
    return (quick.map { [$0] } ?? []) + [calm]
  }

  private static func records(_ set: ResourceRecordSet, _ world: World) -> [Proposal] {
    let name = set.name.withoutDot
    let type = set.type == .a ? nil : set.type.rawValue
    var arguments = [text(name)]
    if let label = set.setIdentifier { arguments.append(text(label)) }
    if let type { arguments.append("type: \(text(type))") }
    let thing = "record(\(arguments.joined(separator: ", ")))"
    let exists = "\(thing) exists"
    let who = set.setIdentifier.map { " labelled \($0)" } ?? ""
    var proposals = [
      Proposal(id: "record", label: "\(name) has a record\(who)", test: exists, needs: nil)
    ]
    func add(_ id: String, _ label: String, _ test: String) {
      proposals.append(Proposal(id: id, label: label, test: test, needs: exists))
    }
    if case .a(let address) = set.values.first, let owner = world.owner(of: address)?.name {
      add("points", "it points to \(owner)", "\(thing).owner == \(owner)")
      add("leads", "\(name) leads to \(owner)", "dig(\(text(name))).owner == \(owner)")
    }
    if let ttl = set.ttl {
      add("ttl", "an answer is kept for \(ttl) s at most", "\(thing).ttl <= \(ttl)")
    }
    if let role = set.failoverRole?.rawValue.lowercased() {
      add("role", "it is the \(role)", "\(thing).failover == \(role)")
    }
    if let check = set.healthCheckID.flatMap({ world.healthCheck($0) })?.name, !check.isEmpty {
      add("watched", "it listens to \(check)", "\(thing).health-check == \(text(check))")
    }
    return proposals
  }

  private static func topics(_ topic: Topic) -> [Proposal] {
    let exists = "topic(\(text(topic.name))) exists"
    return [
      Proposal(
        id: "topic",
        label: "there is a topic called \(topic.name)",
        test: exists,
        needs: nil
      )
    ]
      + topic.subscriptions.map { subscription in
        Proposal(
          id: "confirmed",
          label: "\(subscription.endpoint) has confirmed",
          test: "subscription(\(text(topic.name)), \(text(subscription.endpoint))).status"
            + " == confirmed",
          needs: exists
        )
      }
  }

  private static func alarms(_ alarm: Alarm, _ world: World) -> [Proposal] {
    let thing = "alarm(\(text(alarm.name)))"
    let exists = "\(thing) exists"
    var proposals = [
      Proposal(
        id: "alarm",
        label: "there is an alarm called \(alarm.name)",
        test: exists,
        needs: nil
      )
    ]
    if let check = world.healthCheck(alarm.settings.healthCheckID)?.name, !check.isEmpty {
      proposals.append(
        Proposal(
          id: "listens",
          label: "it watches \(check)",
          test: "\(thing).health-check == \(text(check))",
          needs: exists
        )
      )
    }
    if let topic = alarm.settings.alarmActions.first.flatMap({ world.topic($0) })?.name {
      proposals.append(
        Proposal(
          id: "wired",
          label: "it writes to \(topic)",
          test: "\(thing).topic == \(text(topic))",
          needs: exists
        )
      )
    }
    return proposals
  }

  private static func instances(_ instance: Instance) -> [Proposal] {
    let thing = "instance(\(text(instance.name)))"
    let state = instance.state.rawValue
    return [
      Proposal(
        id: "state",
        label: "\(instance.name) is \(state)",
        test: "\(thing).state == \(state)",
        needs: nil
      ),
      Proposal(
        id: "website",
        label: "\(instance.name) serves its website",
        test: "\(thing).website == ok",
        needs: nil
      ),
      Proposal(
        id: "keeps",
        label: "\(instance.name) keeps its address when it is stopped",
        test: "\(thing).elastic == yes",
        needs: nil
      ),
    ]
  }

  private static func text(_ value: String) -> String { Value.text(value).description }
}
