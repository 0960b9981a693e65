/// A record set in plain words, for the second reading of the rules.
struct PlainRecord {
  let name: String
  let type: String
  let identifier: String
  let policy: Policy
  let content: Content
  let check: Check

  enum Policy: Equatable {
    case simple, primary, secondary, multivalue
    case weight(Int)
    /// By latency, place, distance or block: the lower the better, nil for other clients.
    case rank(Int?)
  }

  enum Content: Equatable {
    case value(String)
    case alias(String, evaluates: Bool)
    case resource(String, evaluates: Bool)
  }

  enum Check: CaseIterable {
    case none, healthy, unhealthy, gone
  }
}

/// The rules of an answer once more, naively: straight from §4 of the notes on Route 53, on texts,
/// with every way that chance may take.
struct PlainReading {
  let records: [PlainRecord]
  /// Resources of other AWS services: whether they are healthy, and their addresses.
  var resources: [String: (isHealthy: Bool, values: [String])] = [:]
  var secondaryNeedsCheck = false

  /// Every answer that is possible: the code and the lines, sorted.
  func answers(_ name: String, _ type: String, _ lines: [String] = [], hops: Int = 0) -> Set<String>
  {
    guard name.hasSuffix("cafe.example.") else { return ["REFUSED"] }
    guard let owner = owner(of: name) else { return [Self.text("NXDOMAIN", lines)] }
    let here = records.filter { $0.name == owner }
    let group = here.filter { $0.type == type }
    if !group.isEmpty {
      return Set(
        outcomes(group, name, 16, []).map { Self.text($0.code, lines + $0.lines, $0.code) }
      )
    }
    let names = here.filter { $0.type == "CNAME" }
    if names.isEmpty { return [Self.text("NOERROR", lines)] }
    var found: Set<String> = []
    for outcome in outcomes(names, name, 16, []) {
      let so = lines + outcome.lines
      guard outcome.code == "NOERROR", let line = outcome.lines.first,
        let target = line.split(separator: " ").last.map(String.init)
      else {
        found.insert(Self.text(outcome.code, so, outcome.code))
        continue
      }
      let seen = so.map { String($0.prefix { $0 != " " }) }
      if !target.hasSuffix("cafe.example.") {
        found.insert(Self.text("NOERROR", so))
      } else if seen.contains(target) || hops == 8 {
        found.insert("SERVFAIL")
      } else {
        found.formUnion(answers(target, type, so, hops: hops + 1))
      }
    }
    return found
  }

  static func text(_ code: String, _ lines: [String], _ end: String = "") -> String {
    end == "SERVFAIL" ? end : ([code] + lines.sorted()).joined(separator: "|")
  }

  /// The name itself, or the star below the closest name that exists.
  private func owner(of name: String) -> String? {
    if exists(name) { return name }
    var rest = name
    while !exists(rest) { rest = String(rest.drop { $0 != "." }.dropFirst()) }
    return exists("*." + rest) ? "*." + rest : nil
  }

  private func exists(_ name: String) -> Bool {
    name == "cafe.example." || records.contains { $0.name == name || $0.name.hasSuffix("." + name) }
  }

  private typealias Outcome = (code: String, lines: [String])

  private func outcomes(
    _ group: [PlainRecord],
    _ name: String,
    _ depth: Int,
    _ path: [String]
  ) -> [Outcome] {
    choices(group, depth).flatMap { chosen -> [Outcome] in
      switch chosen.first?.content {
      case nil: return [("NOERROR", [])]
      case .value: return [("NOERROR", chosen.map { "\(name) \($0.plainValue)" })]
      case .resource(let target, _):
        let values = group[0].type == "A" ? resources[target]?.values ?? [] : []
        return [("NOERROR", values.map { "\(name) \($0)" })]
      case .alias(let target, _):
        if path.contains(target) || depth == 0 { return [("SERVFAIL", [])] }
        let next = records.filter { $0.name == target && $0.type == group[0].type }
        return next.isEmpty
          ? [("NOERROR", [])] : outcomes(next, name, depth - 1, path + [target])
      }
    }
  }

  /// What a policy may choose: one list for each way that chance may take.
  private func choices(_ group: [PlainRecord], _ depth: Int) -> [[PlainRecord]] {
    if group[0].policy == .simple { return [[group[0]]] }
    let meant = group.filter { $0.policy != .rank(nil) }
    let healthy = meant.filter { isHealthy($0, depth) }
    let eligible = healthy.isEmpty ? meant : healthy
    switch group[0].policy {
    case .primary, .secondary:
      if group.count == 1 { return [group] }
      return [[eligible.first { $0.policy == .primary } ?? eligible[0]]]
    case .weight:
      let weighty = eligible.filter { $0.policy != .weight(0) }
      return (weighty.isEmpty ? eligible : weighty).map { [$0] }
    case .rank: return [Array(eligible.sorted { $0.plainRank < $1.plainRank }.prefix(1))]
    case .simple, .multivalue: return [eligible]
    }
  }

  private func isHealthy(_ record: PlainRecord, _ depth: Int) -> Bool {
    if record.check == .unhealthy { return false }
    switch record.content {
    case .alias(let target, evaluates: true):
      return depth > 0
        && records.contains {
          $0.name == target && $0.type == record.type && isHealthy($0, depth - 1)
        }
    case .resource(let target, evaluates: true): return resources[target]?.isHealthy ?? false
    default:
      let isDoubted = record.policy == .secondary && record.check == .none
      return !(secondaryNeedsCheck && isDoubted)
    }
  }
}

extension PlainRecord {
  fileprivate var plainValue: String {
    if case .value(let text) = content { text } else { "" }
  }

  /// Better ones first, and of equals the one whose identifier comes first.
  fileprivate var plainRank: String {
    if case .rank(let rank?) = policy { "\(1_000 + rank) \(identifier)" } else { "" }
  }
}
