import Gradebook
import Lab
import OrderedCollections
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1))) struct `Verbs under rules` {
  static let lines: [RuledVerb: String] = [
    .hint: "hint", .showMe: "show me", .skip: "skip", .undo: "undo",
    .whatIf: "what-if stop CafeInstance1", .explain: "explain menu",
  ]

  @Test(arguments: RuledVerb.allCases, [Allowance.allowed, .priced(2), .off])
  func `are allowed, priced or off`(verb: RuledVerb, allowance: Allowance) throws {
    var rules = Rules(.class)
    rules.allowances = [verb: allowance]
    var room = try RuledRoom(rules)
    room.type("create health-check other --ip-address CafeInstance1")
    let before = room.session.attempt.rows.count
    let line = try #require(Self.lines[verb])
    let isTaken = room.accepts(line)
    #expect(isTaken == (allowance != .off))
    let step = try #require(try RuledRoom.lesson()[step: "notice"])
    let charge = room.session.attempt.charge(in: step, under: rules)
    // The hints of this step name prices of their own.
    let points = verb == .hint ? 1 : 2
    #expect(charge == (allowance == .priced(2) ? points * rules.unit : 0))
    if allowance == .off { #expect(room.session.attempt.rows.count == before) }
  }

  @Test(arguments: [
    ("repair exists", RuledVerb.showMe), ("cause exists", .showMe), ("redo", .undo),
    ("why exists", .explain), ("why", .explain), ("goto 1", .undo),
  ])
  func `take what does the same with them`(line: String, verb: RuledVerb) throws {
    var rules = Rules(.class)
    rules.allowances = [verb: .off]
    var room = try RuledRoom(rules)
    room.type("create health-check other --ip-address CafeInstance1")
    room.must(refuse: line)
    var free = try RuledRoom(Rules(.practice))
    free.type("create health-check other --ip-address CafeInstance1", "undo")
    let isTaken = free.accepts(line)
    #expect(isTaken || line == "cause exists")
  }

  @Test func `practice keeps no record of what nobody prices`() throws {
    var room = try RuledRoom(Rules(.practice))
    room.type("what-if stop CafeInstance1", "explain menu")
    #expect(!room.kinds.contains("consult"))
    var priced = try RuledRoom(Rules(.class).with(.explain, .priced(1)))
    priced.type("explain menu")
    #expect(priced.kinds.contains("consult"))
  }

  @Test func `a price is told, and what is undone costs as much`() throws {
    var room = try RuledRoom(Rules(.class))
    room.must(say: "1 point", after: "hint")
    room.type("create health-check other --ip-address CafeInstance1", "undo")
    let step = try #require(try RuledRoom.lesson()[step: "notice"])
    #expect(room.session.attempt.charge(in: step, under: Rules(.class)) == 5)
    room.must(say: "of 7", after: "progress")
  }
}

extension Rules {
  fileprivate func with(_ verb: RuledVerb, _ allowance: Allowance) -> Rules {
    var rules = self
    rules.allowances[verb] = allowance
    return rules
  }
}
