import CafeWorld
import Commands
import DNS
import Route53

/// Looks for names in a test that nothing in the world has.
///
/// While time passes such a test cannot come true; a slip of the finger is the likeliest reason.
struct NameSearch {
  private let situation: Situation
  private let evaluator: Evaluator

  init(_ situation: Situation) {
    self.situation = situation
    evaluator = Evaluator(situation)
  }

  private var world: World { situation.world }

  /// What the test names first and nothing has, as the refusal of a line; nil: all is known.
  func firstUnknown(in test: Test) -> CommandError? {
    switch test {
    case .not(let test), .at(_, let test): firstUnknown(in: test)
    case .all(let tests), .any(let tests): tests.lazy.compactMap(firstUnknown).first
    case .under(let command, let test): firstUnknown(under: command, test)
    case .compare(let left, _, let right): firstUnknown(in: [left, right]) ?? misfit(left, [right])
    case .among(let value, let others): firstUnknown(in: [value] + others) ?? misfit(value, others)
    case .matches(let value, _), .exists(let value), .holds(let value): firstUnknown(in: [value])
    }
  }

  /// Things that the command makes are known behind it; what its line names must exist as well.
  private func firstUnknown(under command: String, _ test: Test) -> CommandError? {
    switch situation.carryingOut(command) {
    case .success(let world): NameSearch(situation.with(world)).firstUnknown(in: test)
    case .failure(.command(let error)): error
    case .failure(.world): nil
    }
  }

  private func firstUnknown(in values: [Value]) -> CommandError? {
    values.lazy.compactMap { value in
      switch value {
      case .query(let query): unknown(query)
      case .secondsUntil(let test), .share(_, let test): firstUnknown(in: test)
      case .text, .word, .number, .duration, .percent: nil
      }
    }.first
  }

  private func unknown(_ query: Query) -> CommandError? {
    guard query.isKnown else {
      return .badValue(
        option: Query(query.kind, query.arguments).description,
        value: query.property,
        allowed: query.kind.properties.joined(separator: ", "),
        near: near(query.property, in: query.kind.properties)
      )
    }
    switch query.kind {
    case .instance: return thing(.instance, query, world.instances.map(\.name))
    case .hc: return thing(.healthCheck, query, world.healthChecks.map(\.name))
    case .zone: return thing(.zone, query, world.hostedZones.map(\.name.withoutDot))
    case .alarm: return thing(.alarm, query, world.alarms.map(\.name))
    case .topic: return thing(.topic, query, world.topics.map(\.name))
    case .record: return thing(.record, query, world.recordReferences)
    case .subscription: return subscription(query)
    case .mail: return mailbox(query["to"])
    case .dig: return resolver(query["resolver"])
    case .orders: return query["at"].flatMap { unknown(Query(.instance, [.init($0)])) }
    case .customers: return nil
    }
  }

  /// A thing that the query asks for by its arguments, and that is not there.
  private func thing(
    _ kind: Rejection.Kind,
    _ query: Query,
    _ known: [String]
  ) -> CommandError? {
    guard isMissing(query) else { return nil }
    let name = query.arguments.map(\.value).joined(separator: "/")
    return .unknownName(kind, name, near: near(name, in: known))
  }

  private func isMissing(_ query: Query) -> Bool {
    !query.arguments.isEmpty
      && evaluator.value(.query(Query(query.kind, query.arguments))) == .missing
  }

  private func subscription(_ query: Query) -> CommandError? {
    if let topic = query["topic"], let error = unknown(Query(.topic, [.init(topic)])) {
      return error
    }
    guard isMissing(query) else { return nil }
    let name = query.arguments.map(\.value).joined(separator: " ")
    return mailbox(query["endpoint"])
      ?? .unknownThing(what: "subscription", name, near: [], look: "list topics")
  }

  private func mailbox(_ text: String?) -> CommandError? {
    guard let text, world.administrator(text) == nil else { return nil }
    let known = world.administrators.map(\.address)
    return .unknownName(.mailbox, text, near: near(text, in: known))
  }

  private func resolver(_ text: String?) -> CommandError? {
    guard let text, world.resolver(text) == nil else { return nil }
    return .unknownName(.resolver, text, near: near(text, in: world.resolvers.map(\.name)))
  }

  /// A word that a property never is, such as a health check's status `unhelthy`.
  private func misfit(_ value: Value, _ others: [Value]) -> CommandError? {
    guard case .query(let query) = value, let words = query.words else { return nil }
    for case .word(let word) in others where !words.contains(where: { word.isAlike($0) }) {
      return .badValue(
        option: query.description,
        value: word,
        allowed: words.joined(separator: ", "),
        near: near(word, in: words)
      )
    }
    return nil
  }

  private func near(_ word: String, in known: [String]) -> [String] {
    nearest(to: word, in: known).map { [$0] } ?? []
  }
}

extension String {
  fileprivate func isAlike(_ other: String) -> Bool { lowercased() == other.lowercased() }
}

extension World {
  /// Every record set as a test names it: `www`, `www.cafe.example`, `www/FailoverPrimary`.
  fileprivate var recordReferences: [String] {
    hostedZones.flatMap { zone in
      zone.records.all.flatMap { set -> [String] in
        let full = set.name.withoutDot
        let suffix = ".\(zone.name.withoutDot)"
        let short = full.hasSuffix(suffix) ? String(full.dropLast(suffix.count)) : full
        return [short, full] + (set.setIdentifier.map { ["\(short)/\($0)"] } ?? [])
      }
    }
  }
}
