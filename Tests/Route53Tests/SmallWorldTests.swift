import DNS
import Route53
import Testing

/// Every small zone, every health, every question, against a second reading of the rules.
struct `In every small world` {
  private static let statuses: [HealthStatus?] = [.healthy, .unhealthy, nil]
  private static let checks: [HealthCheckID?] = [nil, Cafe.check, Cafe.otherCheck]
  private static let questions: [(String, RecordType)] = [
    ("www.cafe.example.", .a), ("www.cafe.example.", .aaaa), ("www.cafe.example.", .cname),
    ("b.cafe.example.", .a), ("x.www.cafe.example.", .a), ("cafe.example.", .a),
    ("tea.example.", .a),
  ]

  private static func set(
    _ name: String,
    _ value: String,
    id: String? = nil,
    _ routing: Routing = .simple,
    check: HealthCheckID? = nil
  ) throws -> ResourceRecordSet {
    let isAddress = IPv4Address(value) != nil
    let data = try RecordData(value, type: isAddress ? .a : .cname)
    return ResourceRecordSet(
      name: try DomainName(name),
      type: data.type,
      setIdentifier: id,
      routing: routing,
      ttl: 15,
      values: [data],
      healthCheckID: check
    )
  }

  /// What may stand at www: nothing, a simple record, a CNAME, or any part of a failover pair.
  private static func groups() throws -> [[ResourceRecordSet]] {
    let www = "www.cafe.example"
    var groups: [[ResourceRecordSet]] = [[], [try set(www, "b.cafe.example")]]
    for first in checks {
      groups.append([try set(www, "54.1.1.1", check: first)])
      groups.append([try set(www, "54.1.1.2", id: "S", .failover(.secondary), check: first)])
      guard first != nil else { continue }
      let primary = try set(www, "54.1.1.1", id: "P", .failover(.primary), check: first)
      groups.append([primary])
      for second in checks {
        let secondary = try set(www, "54.1.1.2", id: "S", .failover(.secondary), check: second)
        groups.append([primary, secondary])
      }
    }
    return groups
  }

  private static func others() throws -> [[ResourceRecordSet]] {
    let wildcard = try set("*.cafe.example", "54.1.1.3")
    let toPair = try set("*.cafe.example", "www.cafe.example")
    let plain = try set("b.cafe.example", "54.1.1.4")
    let away = try set("b.cafe.example", "www.tea.example")
    return [[], [wildcard], [toPair], [plain], [away], [wildcard, plain], [toPair, away]]
  }

  @Test(arguments: [false, true])
  func `two readings of the rules agree`(secondaryNeedsCheck: Bool) throws {
    let rules = AnsweringRules(secondaryNeedsCheck: secondaryNeedsCheck)
    let questions = try Self.questions.map { Question(name: try DomainName($0), type: $1) }
    var seen: Set<String> = []
    for group in try Self.groups() {
      for other in try Self.others() {
        var cafe = Cafe()
        cafe.publish((group + other).reduce(cafe.zone.records) { $0.applying($1) })
        let plain = PlainReading(sets: cafe.zone.records.all, rules: rules)
        for (first, second) in Self.statuses.flatMap({ a in Self.statuses.map { (a, $0) } }) {
          let health: (HealthCheckID) -> HealthStatus? = { $0 == Cafe.check ? first : second }
          for question in questions {
            let reply = answer(
              question,
              in: [cafe.zone],
              health: health,
              rules: rules,
              draw: 0
            )
            let expected = plain.answer(
              question.name.description,
              question.type,
              health: health
            )
            #expect(PlainReading.summary(of: reply) == expected)
            seen.insert(expected)
          }
        }
      }
    }
    #expect(seen.count > 15)
  }
}

/// The rules of an answer once more, naively, on texts.
struct PlainReading {
  let sets: [ResourceRecordSet]
  let rules: AnsweringRules

  static func summary(of answer: Answer) -> String {
    let lines = answer.records.map { "\($0.name) \($0.data)" }
    return ([answer.code.rawValue] + lines).joined(separator: "|")
  }

  func answer(
    _ name: String,
    _ type: RecordType,
    health: (HealthCheckID) -> HealthStatus?
  ) -> String {
    guard name == "cafe.example." || name.hasSuffix(".cafe.example.") else { return "REFUSED" }
    var lines: [String] = []
    var asked = name
    for _ in 0...8 {
      guard let owner = owner(of: asked) else { return line("NXDOMAIN", lines) }
      let here = sets.filter { $0.name.description == owner }
      if let set = pick(here.filter { $0.type == type }, health) {
        return line("NOERROR", lines + ["\(asked) \(set.values[0])"])
      }
      guard let alias = pick(here.filter { $0.type == .cname }, health) else {
        return line("NOERROR", lines)
      }
      lines.append("\(asked) \(alias.values[0])")
      asked = alias.values[0].description
      guard asked.hasSuffix("cafe.example.") else { return line("NOERROR", lines) }
    }
    return "SERVFAIL"
  }

  private func line(_ code: String, _ lines: [String]) -> String {
    ([code] + lines).joined(separator: "|")
  }

  /// The name itself, or the star below the closest name that exists.
  private func owner(of name: String) -> String? {
    if exists(name) { return name }
    var rest = name
    while !exists(rest) { rest = String(rest.drop { $0 != "." }.dropFirst()) }
    let star = "\\052." + rest
    return exists(star) ? star : nil
  }

  private func exists(_ name: String) -> Bool {
    sets.contains { $0.name.description == name || $0.name.description.hasSuffix("." + name) }
  }

  private func pick(
    _ group: [ResourceRecordSet],
    _ health: (HealthCheckID) -> HealthStatus?
  ) -> ResourceRecordSet? {
    let up = group.filter { set in
      guard let id = set.healthCheckID else {
        return !(rules.secondaryNeedsCheck && set.setIdentifier == "S")
      }
      return health(id) != .unhealthy
    }
    let eligible = up.isEmpty ? group : up
    return eligible.first { $0.setIdentifier == "P" } ?? eligible.first
  }
}
