import CafeWorld
import Foundation
import Gradebook
import Lab
import OrderedCollections
import Terminal
import Testing

@testable import Tutor

/// A learner who works under rules, on a lesson or before a pack.
struct RuledRoom {
  var session: Session

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: "Lessons/cafe-quiz.lab.md")))
  }

  static func lesson() throws -> Lesson {
    try #require(LessonReading(try bytes(), id: "cafe-quiz").lesson)
  }

  /// On the whole lesson, in its first step.
  init(_ rules: Rules) throws {
    let lesson = try Self.lesson()
    session = Session(
      attempt: Attempt(
        Beginning(
          engine: Session.engine,
          lesson: lesson.id,
          lessonHash: lesson.hash,
          scene: lesson.scene,
          seed: 11
        )
      ),
      lesson: lesson,
      library: Library(files: []),
      display: Display(width: 80, colour: false, linear: true),
      rules: rules
    )
    _ = session.update(.greet)
  }

  /// Before a pack of the whole lesson; `greeting` is what is said first.
  static func quiz() throws -> (room: RuledRoom, dealt: DealtQuiz, greeting: String) {
    let dealt = try standard.get()
    var room = RuledRoom(dealt)
    let greeting = said(room.session.update(.greet))
    return (room, dealt, greeting)
  }

  /// Made once, since every item of it is proven.
  static let standard = Result { try dealt(learner: "ana", "cafe-quiz", try bytes()) }

  static func dealt(
    learner: String,
    _ id: String,
    _ bytes: [UInt8],
    changes: FrontMatter.Grade = FrontMatter.Grade()
  ) throws -> DealtQuiz {
    let reading = LessonReading(bytes, id: id)
    let lesson = try #require(reading.lesson, "\(reading.diagnostics)")
    let plan = try QuizPlan(lessons: [lesson], mode: .graded, changes: changes)
    let secret = [UInt8](repeating: 3, count: 32)
    let seeds = QuizMaking.seeds(1, secret: secret)
    let proof = QuizProof(of: plan, seeds: seeds, engine: Session.engine) {
      LessonReading(bytes, id: $0, variant: $1)
    }
    let person = Learner(id: learner, name: learner, columns: [])
    let key = try QuizMaking(plan: plan, proof: proof, seeds: seeds).keyPack(
      QuizMaking.Randomness(
        id: "00112233445566aa",
        secret: secret,
        signingKey: secret,
        sealingKey: secret
      ),
      files: [QuizFile(name: id + ".lab.md", text: String(decoding: bytes, as: UTF8.self))],
      learners: [person],
      engine: Session.engine,
      made: 0
    )
    return try ItemBank(key.learnerPack).dealt(key.code(of: person))
  }

  init(_ dealt: DealtQuiz, attempt: Attempt? = nil) {
    session = Session(
      attempt: attempt ?? Attempt(dealt.beginning),
      lesson: dealt.lesson,
      library: Library(files: []),
      display: Display(width: 80, colour: false, linear: true),
      rules: dealt.quiz.rules,
      quiz: dealt
    )
  }

  static func said(_ effects: [Effect]) -> String {
    effects.compactMap { if case .print(let text) = $0 { text.text } else { nil } }
      .joined(separator: "\n")
  }

  @discardableResult
  mutating func type(_ lines: String...) -> String {
    lines.map { Self.said(session.update(.line($0))) }.joined(separator: "\n")
  }

  /// Whether the line is taken.
  mutating func accepts(_ line: String) -> Bool {
    session.update(.line(line)).contains {
      if case .report(let report) = $0 { report.accepted } else { false }
    }
  }

  mutating func must(accept line: String) {
    let isTaken = accepts(line)
    #expect(isTaken, "\(line)")
  }

  mutating func must(refuse line: String) {
    let isTaken = accepts(line)
    #expect(!isTaken, "\(line)")
  }

  mutating func must(say words: String, after line: String) {
    let text = type(line)
    #expect(text.contains(words), "\(line): \(text)")
  }

  var kinds: [String] { session.attempt.rows.map(\.entry.move.kind) }
}

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

@Suite(.timeLimit(.minutes(1))) struct `A lesson of which nothing is told` {
  private static var rules: Rules {
    var rules = Rules(.class)
    rules.feedback = .none
    rules.shown = ShownConditions.none
    return rules
  }

  @Test func `ticks nothing, and goes on whatever a task has come to`() throws {
    var room = try RuledRoom(Self.rules)
    room.must(say: "Nothing was done in this task yet.", after: "next")
    let text = room.type(
      "create health-check Night-Watch --ip-address CafeInstance1",
      "check",
      "progress"
    )
    #expect(text.contains("Nothing is ticked in this sitting."))
    #expect(!text.contains("there is a check called Night-Watch") && !text.contains("of 7"))
    for line in ["why exists", "cause exists", "repair quick"] { room.must(refuse: line) }
    room.must(accept: "next")
    #expect(room.session.step?.id == "standby")
  }

  @Test func `says neither of a response nor at the last one whether it was right`() throws {
    var room = try RuledRoom(Self.rules)
    while room.session.step?.id != "kept" { room.type("skip") }
    room.must(say: "Noted.", after: "7")
    room.must(accept: "next")
    while room.session.step?.id != "apex" { room.type("skip") }
    let text = room.type("1")
    #expect(text.contains("Noted.") && !text.contains("ends here"), "\(text)")
    room.must(say: "The lesson ends here:", after: "next")
  }

  @Test func `which is told which alone has no reasons`() throws {
    var rules = Rules(.class)
    rules.feedback = .which
    var room = try RuledRoom(rules)
    let text = room.type("why exists").unwrapped
    #expect(text.contains("and no more") && !text.contains("asks:"), "\(text)")
    room.must(say: "there is a check called Night-Watch", after: "check")
  }
}

@Suite(.timeLimit(.minutes(1))) struct `Class mode` {
  @Test(arguments: ["why menu.cafe.example", "what-if bogus"])
  func `takes nothing for advice that is refused`(line: String) throws {
    var rules = Rules(.class)
    rules.allowances = [.explain: .priced(1), .whatIf: .priced(1)]
    var room = try RuledRoom(rules)
    room.must(refuse: line)
    #expect(!room.kinds.contains("consult"))
    room.must(say: "(1 point for `explain`)", after: "why exists")
    #expect(room.kinds.filter { $0 == "consult" }.count == 1)
  }

  @Test func `offers no way back that is off`() throws {
    var rules = Rules(.class)
    rules.allowances[.undo] = .off
    var room = try RuledRoom(rules)
    let text = room.type(
      "create health-check other --ip-address CafeInstance1",
      "bookmark mine",
      "show me"
    )
    #expect(text.contains("This moment is called mine now"))
    #expect(!text.contains("goto") && !text.contains("brings yours back"), "\(text)")
    var free = try RuledRoom(Rules(.class))
    free.must(say: "`goto mine` comes back", after: "bookmark mine")
  }

  @Test func `says that nobody counts the minutes of the lesson`() throws {
    var room = try RuledRoom(Rules(.class))
    let text = room.type("rules").unwrapped
    #expect(text.contains("The lesson names 45 minutes; only a quiz"), "\(text)")
  }

  @Test func `shows its rules, and counts tries and prices`() throws {
    var room = try RuledRoom(Rules(.class))
    room.type("rules")
    let lesson = try RuledRoom.lesson()
    while room.session.step?.id != "kept" { room.type("skip") }
    room.must(say: "Not that", after: "7")
    let right = try #require(
      lesson[step: "kept"]?.quizzes.first?.answer(Evaluator(Situation(room.session.attempt)))
    )
    room.must(say: "Right.", after: right)
    let score = room.session.score(of: try #require(lesson[step: "kept"]))
    #expect(score.earned == 3 && score.possible == 5 && score.words == "0.6 of 1")
    room.must(say: "is answered", after: "answer lingering 7")
  }

  @Test func `takes no more responses than it has tries`() throws {
    var room = try RuledRoom(Rules(.class))
    while room.session.step?.id != "kept" { room.type("skip") }
    room.type("7", "8", "9")
    #expect(room.session.attempt.record.responses(to: "lingering").count == 3)
    room.must(refuse: "answer lingering 10")
    #expect(room.session.attempt.record.responses(to: "lingering").count == 3)
  }
}

@Suite(.timeLimit(.minutes(2))) struct `A sitting of a quiz` {
  @Test func `shows its rules before the start, and nothing is done before`() throws {
    var (room, dealt, greeting) = try RuledRoom.quiz()
    #expect(greeting.contains("What holds here"))
    #expect(greeting.contains("45 minutes"))
    room.must(refuse: "stop CafeInstance1")
    #expect(room.session.attempt.rows.count == 1)
    room.must(accept: "next")
    #expect(room.session.attempt.step == dealt.lesson.steps[0].id)
  }

  @Test func `goes from item to item and back without losing work`() throws {
    var (room, dealt, _) = try RuledRoom.quiz()
    room.type("next", "create health-check Night-Watch --ip-address CafeInstance1")
    let digest = room.session.attempt.world.digest
    room.type("next")
    #expect(room.session.attempt.step == dealt.lesson.steps[1].id)
    #expect(room.session.attempt.world.digest != digest)
    room.must(refuse: "undo")
    room.type("back")
    #expect(room.session.attempt.step == dealt.lesson.steps[0].id)
    #expect(room.session.attempt.world.digest == digest)
    for line in ["goto 1", "branch other", "goto main"] { room.must(refuse: line) }
    #expect(room.session.attempt.world.digest == digest)
    room.must(say: "1 line done", after: "progress")
    room.must(accept: "undo")
    room.must(refuse: "undo")
    room.must(say: "item 1 (nothing done)", after: "submit")
    for _ in dealt.lesson.steps { room.type("next") }
    #expect(room.session.attempt.rows.filter { $0.entry.move.kind == "item" }.count == 6)
    room.must(say: "last item", after: "next")
  }

  @Test func `ticks what is shown, says no points, and gives nothing away`() throws {
    var (room, _, _) = try RuledRoom.quiz()
    room.type("next")
    let text = room.type(
      "create health-check Night-Watch --ip-address CafeInstance1 --request-interval 30",
      "check",
      "progress"
    )
    #expect(text.contains("there is a check called Night-Watch"))
    #expect(!text.contains("45 s") && !text.contains("points"))
    for line in [
      "show me", "skip", "repair exists", "start cafe-failover", "live on", "stage on", "lessons",
    ] {
      room.must(refuse: line)
    }
  }

  @Test func `takes responses without a verdict, as many as the rules say`() throws {
    var (room, dealt, _) = try RuledRoom.quiz()
    let place = try #require(dealt.lesson.steps.firstIndex { $0.id == "cafe-quiz#kept" })
    for _ in 0...place { room.type("next") }
    let text = room.type("75")
    #expect(text.contains("Noted.") && !text.contains("Right") && !text.contains("Not that"))
    room.must(accept: "answer lingering 76")
    room.must(accept: "answer lingering 77")
    room.must(refuse: "answer lingering 78")
    let responses = room.session.attempt.record.responses(to: "lingering")
    #expect(responses.map(\.text) == ["75", "76", "77"])
    #expect(responses.allSatisfy { $0.outcome == .unjudged })
    room.must(refuse: "answer lingering soon")
  }

  @Test func `stops when the time is up, and can still be handed in`() throws {
    var (room, _, _) = try RuledRoom.quiz()
    room.type("next")
    _ = room.session.update(.elapsed(44 * 60_000))
    room.must(say: "60 s are left", after: "time")
    room.must(accept: "wait 1s")
    let end = RuledRoom.said(room.session.update(.elapsed(45 * 60_000)))
    #expect(end.contains("The time is up"))
    room.must(refuse: "wait 1s")
    room.must(refuse: "next")
    room.must(accept: "status")
    let last = room.type("submit")
    #expect(last.contains("Still open") && !last.contains("go on"), "\(last)")
  }

  @Test func `says that nothing is open before the first item`() throws {
    var (room, _, _) = try RuledRoom.quiz()
    room.must(say: "`next` opens the first one", after: "check")
    let refused = RuledRoom.said(
      room.session.update(.submitted([], problem: "no item is open yet"))
    )
    #expect(refused.contains("Not handed in: no item is open yet. Nothing is lost."))
  }

  private static let watched = """
    ---
    format: 1
    lesson: watched
    title: Somebody watches
    minutes: 10
    seed: 7
    world: cafe
    ---

    ## Watch a server {#watch}

    Create a health check called **Night** for **CafeInstance1**.

    ```task
    [exists] 1  there is a check called Night
                hc("Night") exists
    ```

    ```solve
    create health-check Night --ip-address CafeInstance1
    ```

    ## Foresee {#foresee}

    Nobody does anything for an hour.

    ```predict mails
    run:    wait 1h
    ask:    How many ALARM mails has Mateo then?
    answer: mail(to: "mateo@cafe.example", subject: "ALARM*").count
    near:   0
    why:    Nobody has made an alarm.
    model one: 1
      say:  You expected an alarm that nobody has made.
    ```
    """

  @Test func `ticks nothing where nothing is listed, and counts a guess as something done`() throws
  {
    var changes = FrontMatter.Grade()
    changes.isSupervised = true
    let dealt = try RuledRoom.dealt(
      learner: "ana",
      "watched",
      Array(Self.watched.utf8),
      changes: changes
    )
    var room = RuledRoom(dealt)
    room.type("next")
    room.must(say: "The result says what holds.", after: "check")
    room.type("next")
    room.must(say: "item 2 (mails)", after: "submit")
    room.must(accept: "0")
    let text = room.type("submit", "progress")
    #expect(text.contains("item 1 (nothing done)") && !text.contains("item 2"), "\(text)")
    #expect(text.contains("1 of 1 answered"))
  }

  @Test func `asks the shell for the code and to hand in`() throws {
    var (room, _, _) = try RuledRoom.quiz()
    room.type("next")
    let asked = room.session.update(.line("code"))
    #expect(asked.contains { if case .checkpoint = $0 { true } else { false } })
    let handed = room.session.update(.line("submit --out here"))
    #expect(handed.contains { if case .submit("here") = $0 { true } else { false } })
    var lesson = try RuledRoom(Rules(.practice))
    lesson.must(refuse: "submit")
    lesson.must(refuse: "code")
    lesson.must(accept: "rules")
  }

  @Test func `goes on from its journal as the same attempt`() throws {
    var (room, dealt, _) = try RuledRoom.quiz()
    room.type(
      "next",
      "create health-check Night-Watch --ip-address CafeInstance1",
      "next",
      "wait 1m",
      "back"
    )
    var folded = Attempt(dealt.beginning)
    for row in room.session.attempt.rows.dropFirst() {
      let entry = try Entry(canonical: row.entry.canonical)
      try folded.replay(entry, typed: row.typed)
    }
    #expect(folded.world.digest == room.session.attempt.world.digest)
    #expect(folded.head == room.session.attempt.head)
    var again = RuledRoom(dealt, attempt: folded)
    let welcome = RuledRoom.said(again.session.update(.greet))
    #expect(welcome.contains("item 1 of 6"))
    #expect(welcome.contains("Build a health check called"))
    again.type("next")
    #expect(again.session.attempt.step == dealt.lesson.steps[1].id)
  }
}
