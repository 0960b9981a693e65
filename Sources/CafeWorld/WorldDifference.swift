public import DNS
public import Route53

/// A thing in two worlds; nil where it is not there.
public struct Versions<Thing: Hashable & Sendable>: Hashable, Sendable {
  public let before: Thing?
  public let after: Thing?
}

/// What differs between two worlds: two moments of one history, of two branches, or what is and
/// what would be.
///
/// Things are matched by their ids, and where those differ, as on two branches, by their names.
public struct WorldDifference: Hashable, Sendable {
  public let before: World
  public let after: World
  public let instances: [Versions<Instance>]
  public let addresses: [Versions<ElasticAddress>]
  /// Availability Zones that are down in one of the worlds.
  public let zoneOutages: [Versions<String>]
  public let cutOffs: [Versions<CutOff>]
  /// Zones that only one of the worlds has.
  public let hostedZones: [Versions<HostedZone>]
  public let records: [Versions<ResourceRecordSet>]
  public let healthChecks: [Versions<HealthCheck>]
  public let routingControls: [Versions<RoutingControl>]
  public let alarms: [Versions<Alarm>]
  public let topics: [Versions<Topic>]
  public let answers: [AnswerDifference]
  /// Mails that only one of the worlds has.
  public let mails: [Versions<Mail>]

  public init(from before: World, to after: World) {
    self.before = before
    self.after = after
    instances = paired(before.instances, after.instances, by: [{ $0.id.text }])
      .filter { pair in differ(pair, before, after) }
    addresses = paired(
      before.elasticAddresses,
      after.elasticAddresses,
      by: [{ $0.address.description }]
    ).different { $0.instance == $1.instance }
    zoneOutages = paired(before.zoneOutages, after.zoneOutages, by: [{ $0 }]).different()
    cutOffs = paired(
      before.cutOffs,
      after.cutOffs,
      by: [{ $0.region + " " + $0.address.description }]
    ).different()
    let zones = paired(
      before.hostedZones,
      after.hostedZones,
      by: [{ $0.id.text }, { $0.name.description }]
    )
    hostedZones = zones.different { _, _ in true }
    records = zones.flatMap { zone in
      paired(
        zone.before?.records.all ?? [],
        zone.after?.records.all ?? [],
        by: [{ "\($0.name) \($0.type.rawValue) \($0.setIdentifier ?? "")" }]
      ).different()
    }
    healthChecks = paired(
      before.healthChecks,
      after.healthChecks,
      by: [{ $0.id.text }, { $0.name }]
    ).different { one, other in
      one.name == other.name && one.settings == other.settings && one.status == other.status
        && one.servedStatus == other.servedStatus
    }
    routingControls = paired(
      before.routingControls,
      after.routingControls,
      by: [{ $0.arn }, { $0.name }]
    ).different { $0.name == $1.name && $0.isOn == $1.isOn }
    alarms = paired(before.alarms, after.alarms, by: [{ $0.name }])
      .different { $0.settings == $1.settings && $0.state == $1.state }
    topics = paired(before.topics, after.topics, by: [{ $0.name }])
      .different { one, other in one.readers == other.readers }
    answers = AnswerDifference.all(from: before, to: after)
    mails = paired(
      before.mails,
      after.mails,
      by: [{ "\($0.number) \($0.at.milliseconds) \($0.recipient)" }]
    ).different { $0.content == $1.content }
  }

  /// Whether nothing at all differs, the clock aside.
  public var isEmpty: Bool {
    instances.isEmpty && addresses.isEmpty && zoneOutages.isEmpty && cutOffs.isEmpty
      && hostedZones.isEmpty && records.isEmpty && healthChecks.isEmpty && routingControls.isEmpty
      && alarms.isEmpty && topics.isEmpty && answers.isEmpty && mails.isEmpty
      && before.customers.placed == after.customers.placed
      && before.customers.lost == after.customers.lost
      && before.ordersByHand == after.ordersByHand
  }
}

/// Who answers a question otherwise, and how.
public struct AnswerDifference: Hashable, Sendable {
  public let question: Question
  /// Who says so: nil for the name servers, else the name of a resolver.
  public let sources: [String?]
  public let before: Said
  public let after: Said

  /// The part of an answer that a client looks at.
  public struct Said: Hashable, Sendable {
    public let code: ResponseCode
    public let values: [RecordData]
  }

  /// Every name of every zone, asked of the name servers and of each resolver in both worlds.
  static func all(from before: World, to after: World) -> [AnswerDifference] {
    var everybody: [String?] = [nil]
    for resolver in after.resolvers where before.resolver(resolver.name) != nil {
      everybody.append(resolver.name)
    }
    return questions(before, after).flatMap { question -> [AnswerDifference] in
      everybody.reduce(into: []) { found, source in
        let (old, new) = (before.said(question, by: source), after.said(question, by: source))
        guard old != new else { return }
        let place = found.firstIndex { $0.before == old && $0.after == new }
        let sources = (place.map { found[$0].sources } ?? []) + [source]
        let difference = AnswerDifference(
          question: question,
          sources: sources,
          before: old,
          after: new
        )
        if let place { found[place] = difference } else { found.append(difference) }
      }
    }
  }

  /// The names and types of all records of two worlds but the zones' own.
  private static func questions(_ worlds: World...) -> [Question] {
    let all = worlds.flatMap { world in
      [Question(name: world.customers.name, type: .a)]
        + world.hostedZones.flatMap { zone in
          (zone.served.all + zone.records.all).filter { set in
            set.name != zone.name || (set.type != .ns && set.type != .soa)
          }.map { Question(name: $0.name, type: $0.type) }
        }
    }
    return all.sorted { ($0.name, $0.type) < ($1.name, $1.type) }
      .reduce(into: [Question]()) { kept, question in
        if kept.last != question { kept.append(question) }
      }
  }
}

extension World {
  fileprivate func said(_ question: Question, by source: String?) -> AnswerDifference.Said {
    if let source, let answer = resolved(question, by: source) {
      return AnswerDifference.Said(code: answer.code, values: answer.records.map(\.data))
    }
    let answer = authoritativeAnswer(question)
    return AnswerDifference.Said(code: answer.code, values: answer.records.map(\.data))
  }
}

/// Whether an instance is not the same in two worlds, or is found otherwise by its visitors.
private func differ(_ pair: Versions<Instance>, _ before: World, _ after: World) -> Bool {
  guard let one = pair.before, let other = pair.after else { return true }
  let isAlike =
    one.state == other.state && one.publicAddress == other.publicAddress
    && one.hasElasticAddress == other.hasElasticAddress && one.listening == other.listening
  return !isAlike || before.reach(ofVisitedAt: one) != after.reach(ofVisitedAt: other)
    || before.cutOffs(of: one) != after.cutOffs(of: other)
}

extension World {
  fileprivate func reach(ofVisitedAt instance: Instance) -> Reach? {
    instance.publicAddress.map { reach(of: $0) }
  }
}

extension Topic {
  fileprivate var readers: [String] {
    subscriptions.map { $0.endpoint + ($0.isConfirmed ? "" : " (pending)") }
  }
}

extension Versions {
  /// Whether both worlds have the thing, and alike.
  fileprivate func isAlike(_ areAlike: (Thing, Thing) -> Bool) -> Bool {
    guard let before, let after else { return false }
    return areAlike(before, after)
  }
}

extension Array {
  fileprivate func different<Thing>(
    _ areAlike: (Thing, Thing) -> Bool = { $0 == $1 }
  ) -> [Element] where Element == Versions<Thing> {
    filter { !$0.isAlike(areAlike) }
  }
}

/// The things of two lists side by side: those of the second in its order, then what only the first
/// has; the first key that fits counts.
private func paired<Thing>(
  _ before: [Thing],
  _ after: [Thing],
  by keys: [(Thing) -> String]
) -> [Versions<Thing>] {
  var rest = before
  var partners: [Int: Thing] = [:]
  for key in keys {
    let places = Dictionary(grouping: after.indices) { key(after[$0]) }
    rest = rest.filter { thing in
      guard let free = places[key(thing)]?.first(where: { partners[$0] == nil }) else {
        return true
      }
      partners[free] = thing
      return false
    }
  }
  return after.indices.map { Versions(before: partners[$0], after: after[$0]) }
    + rest.map { Versions(before: $0, after: nil) }
}
