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
  /// Right but for the server that it watches.
  private static let wrongServer =
    "create health-check Night-Watch --ip-address CafeInstance2 --resource-path /cafe "
    + "--request-interval 10 --failure-threshold 2"

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
    ("repair exists", RuledVerb.showMe), ("cause exists", .explain), ("redo", .undo),
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

  @Test(arguments: [Allowance.allowed, .priced(1)])
  func `a repair that says what to type counts as a solution that was shown`(
    allowance: Allowance
  ) throws {
    let rules = Rules(.class).with(.showMe, allowance)
    var room = try RuledRoom(rules)
    room.type(Self.wrongServer)
    let text = room.type("repair target")
    #expect(text.contains("would do:"), "\(text)")
    #expect(text.contains("counts as `show me`"), "\(text)")
    #expect(room.kinds.last == "consult")
    let step = try #require(try RuledRoom.lesson()[step: "notice"])
    room.type("update health-check Night-Watch --ip-address CafeInstance1")
    let isDone = room.session.reports.allSatisfy(\.status.isMet)
    #expect(isDone)
    let attempt = room.session.attempt
    #expect(attempt.record.help(in: "notice") == .shown)
    #expect(attempt.score(of: step, under: rules).earned == 0)
    #expect(attempt.charge(in: step, under: rules) == (allowance == .allowed ? 0 : rules.unit))
  }

  @Test func `a repair leaves no trace in practice`() throws {
    var room = try RuledRoom(Rules(.practice))
    room.type(Self.wrongServer)
    let text = room.type("repair target")
    #expect(text.contains("would do:") && !text.contains("counts as"), "\(text)")
    #expect(!room.kinds.contains("consult"))
  }

  @Test func `what broke a condition is not told where only which holds is heard`() throws {
    var rules = Rules(.class)
    rules.feedback = .which
    var room = try RuledRoom(rules)
    room.must(say: "and no more", after: "cause exists")
  }

  @Test func `practice keeps no record of what nobody prices`() throws {
    var room = try RuledRoom(Rules(.practice))
    room.type("what-if stop CafeInstance1", "explain menu")
    #expect(!room.kinds.contains("consult"))
    var priced = try RuledRoom(Rules(.class).with(.explain, .priced(1)))
    priced.type("explain menu")
    #expect(priced.kinds.contains("consult"))
  }

  @Test func `a hint's own price is told before it is taken`() throws {
    let text = String(decoding: try RuledRoom.bytes(), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("1 | ") })
    let question = "```hint\n3 | Subtract.\n```\n\n## Sharing out"
    let changed = text.replacing(line, with: "2 | \(line.dropFirst(4))")
      .replacing("## Sharing out", with: question)
    let dealt = try RuledRoom.dealt(learner: "ana", "cafe-quiz", Array(changed.utf8))
    var room = RuledRoom(dealt)
    _ = room.session.update(.greet)
    let rules = room.type("rules").unwrapped
    #expect(rules.contains("its own price, which its item tells beforehand"), "\(rules)")
    while room.session.step?.id != "cafe-quiz#kept" { room.type("next") }
    room.must(say: "`hint` helps (3 points)", after: "task")
    room.must(say: "(3 points for that)", after: "hint")
    #expect(!room.type("task").contains("`hint` helps"))
    while room.session.step?.id != "cafe-quiz#notice" { room.type("back") }
    room.must(say: "`hint` helps (2 points)", after: "task")
    var practice = try RuledRoom(Rules(.practice))
    practice.must(say: "`hint` helps ·", after: "task")
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
