import CafeWorld
import Testing

@testable import Lab

struct `The language of tests` {
  private func test(_ text: String) throws -> Lab.Test { try Lab.Test(parsing: text) }

  private let status = Value.query(Query(.hc, [.init("Main")], properties: ["status"]))

  @Test func `and binds tighter than or`() throws {
    let a = Lab.Test.holds(.query(Query(.orders, properties: ["a"])))
    let b = Lab.Test.holds(.query(Query(.orders, properties: ["b"])))
    let c = Lab.Test.holds(.query(Query(.orders, properties: ["c"])))
    #expect(try test("orders.a or orders.b and orders.c") == .any([a, .all([b, c])]))
    #expect(try test("(orders.a or orders.b) and orders.c") == .all([.any([a, b]), c]))
  }

  @Test func `a prefix reaches no further than its comparison`() throws {
    let healthy = Lab.Test.compare(status, .equal, .word("healthy"))
    let text = "within 1m: hc(\"Main\").status == healthy and not hc(\"Main\").status == healthy"
    #expect(
      try test(text)
        == .all([.at(.within(60_000), healthy), .not(healthy)])
    )
  }

  @Test func `prefixes nest and a command ends at its colon`() throws {
    let text = "under stop CafeInstance1: within 45s: hc(\"Main\").status == unhealthy"
    #expect(
      try test(text)
        == .under(
          command: "stop CafeInstance1",
          .at(
            .within(45_000),
            .compare(status, .equal, .word("unhealthy"))
          )
        )
    )
  }

  @Test(arguments: [
    ("under break X --body \"a: b\": orders.lost == 0", "break X --body \"a: b\""),
    ("under browse http://www.cafe.example/: orders.lost == 0", "browse http://www.cafe.example/"),
    ("under aws route53 x 'it: is': orders.lost == 0", "aws route53 x 'it: is'"),
    ("under stop X:\n  orders.lost == 0", "stop X"),
  ])
  func `a colon in quotes or inside a word is part of the command`(
    text: String,
    command: String
  ) throws {
    #expect(try test(text).commands == [command])
  }

  @Test func `arguments come by place and by name`() throws {
    let query = try #require(
      try test("record(\"www\", \"Primary\", type: \"A\").ttl <= 15").queries.first
    )
    #expect(query["name"] == "www")
    #expect(query["set-identifier"] == "Primary")
    #expect(query["type"] == "A")
    #expect(query["zone"] == nil)
  }

  @Test func `a kind on the right is a word`() throws {
    #expect(
      try test("alarm(\"x\").state == alarm")
        == .compare(
          .query(Query(.alarm, [.init("x")], properties: ["state"])),
          .equal,
          .word("alarm")
        )
    )
  }

  @Test(arguments: [
    "hc(\"Main\") exists",
    "hc(\"Main\").resource-path in [\"/cafe\", \"/cafe/\"]",
    "dig(\"www\", \"A\", resolver: \"mine\").addresses matches \"54.*\"",
    "seconds until (hc(\"Main\").status == unhealthy) <= 45",
    "share of chaos(50): (within 2m: dig(\"www\").owner == CafeInstance2) >= 95%",
    "ever: (orders.lost > 10 or customers.count == 200) and not now: zone(\"cafe.example\") exists",
    "always for 1m30s: mail(to: \"a@b\", subject: \"ALARM*\").count != -1",
    "record(\"a \\\"quoted\\\" \\\\ name\").ttl < 0.25",
    "after 250ms: orders(\"outage\", by: \"you\", at: \"X\").placed",
  ])
  func `a test prints itself back`(text: String) throws {
    let read = try test(text)
    #expect(read.description == text)
    #expect(try test(read.description) == read)
  }

  @Test(arguments: 0..<300)
  func `any test prints itself back`(seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    let made = generator.test(depth: 4)
    #expect(try test(made.description) == made, "\(made)")
  }

  @Test(arguments: [
    ("*", "", true), ("a*", "abc", true), ("*c", "abc", true), ("a?c", "abc", true),
    ("a?c", "ac", false), ("ALARM*", "OK: ALARM", false), ("**b**", "abc", true), ("", "a", false),
    ("*a*a*a*a*b", String(repeating: "a", count: 2_000), false),
  ])
  func `globs`(pattern: String, text: String, matches: Bool) {
    #expect(Glob(pattern).matches(text) == matches)
  }

  @Test(arguments: [
    "answer + 15", "(answer + 1) * 2", "10 * 4 - 3 / 2", "-answer", "-(1 + 2)", "1 - (2 - 3)",
    "orders(\"a\").lost - orders(\"b\").lost", "customers.count / 2",
    "seconds until (hc(\"x\").status == unhealthy) - 5",
  ])
  func `a formula prints itself back`(text: String) throws {
    var parser = SyntaxParser(Passage([SourceLine(text[...], line: 1)]))
    let formula = try parser.formula()
    try parser.finish()
    #expect(formula.description == text)
  }
}

extension Generator {
  mutating func test(depth: Int) -> Lab.Test {
    guard depth > 0 else { return .exists(value(depth: 0, isQuery: true)) }
    switch below(9) {
    case 0: return .not(test(depth: depth - 1))
    case 1: return .all([test(depth: depth - 1), test(depth: depth - 1)].flatMap(\.conjuncts))
    case 2: return .any([test(depth: depth - 1), test(depth: depth - 1)].flatMap(\.disjuncts))
    case 3:
      let moment: Lab.Test.Moment = pick([
        .now, .ever, .within(duration()), .after(duration()), .always(duration()),
      ])
      let test = test(depth: depth - 1)
      return .at(test.asksForChaos ? .now : moment, test)
    case 4:
      return .under(command: pick(["stop X", "break X --body \"a: b\""]), test(depth: depth - 1))
    case 5: return .among(value(depth: depth - 1, isQuery: true), [value(depth: 0, isQuery: false)])
    case 6:
      return .matches(value(depth: depth - 1, isQuery: true), Glob(pick(["*", "a b?", "\"\\"])))
    case 7: return .holds(value(depth: depth - 1, isQuery: true))
    default:
      return .compare(
        value(depth: depth - 1, isQuery: true),
        pick(Lab.Test.Comparison.allCases),
        value(depth: depth - 1, isQuery: false)
      )
    }
  }

  private mutating func duration() -> Milliseconds {
    Milliseconds(below(86_400_000))
  }

  private mutating func value(depth: Int, isQuery: Bool) -> Value {
    if depth > 1, below(4) == 0 {
      let test = test(depth: depth - 2)
      return test.asksForChaos
        ? .query(Query(.customers))
        : pick([.secondsUntil(test), .share(schedules: 50, test)])
    }
    guard isQuery else {
      return pick([
        .text("a \"b\" \\"), .word("us-west-2b"), .number(Double(below(9_999)) / 100),
        .duration(duration()), .percent(18),
      ])
    }
    let kind = pick(Query.Kind.allCases.filter { $0.required == 0 && !$0.positions.isEmpty })
    let arguments = pick([[], [Query.Argument("x, \"y\"")]])
    return .query(Query(kind, arguments, properties: pick([[], ["status"], ["a-b", "c"]])))
  }
}

extension Lab.Test {
  fileprivate var conjuncts: [Lab.Test] { if case .all(let tests) = self { tests } else { [self] } }
  fileprivate var disjuncts: [Lab.Test] { if case .any(let tests) = self { tests } else { [self] } }
}
