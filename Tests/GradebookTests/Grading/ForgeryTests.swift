import CafeWorld
import Gradebook
import Lab
import OrderedCollections
import Testing

@Suite struct `A forged submission` {
  private let key: KeyPack
  private let grader: Grader
  private var sitting: TestSitting

  init() throws {
    key = try NightShift.key()
    grader = try Grader(key)
    sitting = try TestSitting(key)
    try sitting.open("watch")
    try sitting.type(
      "create health-check Night --ip-address \(sitting.server) --request-interval 30"
    )
    try sitting.open("ask")
    try sitting.respond("count", "3")
    try sitting.respond("count", "16")
  }

  /// The rows with one changed, and the chain as it was.
  private func rows(_ number: Int, _ change: (JournalRow) -> JournalRow) -> [JournalRow] {
    var rows = sitting.rows
    rows[number] = change(rows[number])
    return rows
  }

  private func claims(_ row: JournalRow) -> JournalRow {
    row.changed(
      canonical: row.canonical.replacing(
        "\"met\":[\"exists\",\"target\"]",
        with: "\"met\":[\"exists\",\"target\",\"quick\"]"
      )
    )
  }

  @Test func `An edited score breaks the chain`() throws {
    let forged = rows(2, claims)
    #expect(forged != sitting.rows)
    #expect(grader.verdict(on: try sitting.sealed(rows: forged)) == .refused(.chainBroken(row: 3)))
  }

  @Test func `An edited score in a chain made anew changes no point, and is a fact`() throws {
    let honest = grader.grades(try sitting.sealed()).grades[0]
    let grade = grader.grades(try sitting.sealed(rows: rows(2, claims).rechained)).grades[0]
    #expect(grade.items == honest.items)
    #expect(grade.facts == [.notedOtherwise(row: 2)])
  }

  @Test func `A verdict that the learner's side wrote is not believed`() throws {
    let forged = rows(4) { row in
      row.changed(
        canonical: TestSitting.canonical(
          Entry(.responded(question: "count", response: "3", .right(idea: "right")))
        )
      )
    }
    let grade = grader.grades(try sitting.sealed(rows: forged.rechained)).grades[0]
    #expect(grade.items[1].questions[1].responses.map(\.isRight) == [false, true])
    #expect(grade.facts == [.notedOtherwise(row: 4)])
  }

  @Test func `A swapped learner rests on what another one was dealt`() throws {
    let other = key.code(of: NightShift.grace)
    let bytes = try sitting.sealed(code: other)
    #expect(grader.verdict(on: bytes) == .refused(.anotherVariant))
    // It is told to the one whose code it bears.
    #expect(grader.grades(bytes).grades[1].verdict == .refused(.anotherVariant))
  }

  @Test func `A code of nobody is refused`() throws {
    let stranger = try NightShift.key(secret: 40).code(of: NightShift.ada)
    #expect(grader.verdict(on: try sitting.sealed(code: stranger)) == .refused(.unknownCode))
  }

  @Test func `Removed wrong tries break the chain`() throws {
    var forged = sitting.rows
    forged.remove(at: 4)
    #expect(grader.verdict(on: try sitting.sealed(rows: forged)) == .refused(.chainBroken(row: 4)))
  }

  @Test func `Removed wrong tries in a chain made anew are found by a checkpoint`() throws {
    let checkpoint = Checkpoint(head: sitting.rows[4].hash)
    var forged = sitting.rows
    forged.remove(at: 4)
    let bytes = try sitting.sealed(rows: forged.rechained)
    // Nothing offline can know it without the checkpoint.
    #expect(grader.verdict(on: bytes) == .graded)
    let strict = try Grader(key, checkpoints: ["ada": [checkpoint]])
    #expect(
      strict.verdict(on: bytes) == .refused(.olderThanCheckpoint(checkpoint.description))
    )
    #expect(strict.verdict(on: try sitting.sealed()) == .graded)
  }

  @Test func `An inserted row breaks the chain, or leads to another state than the rows say`()
    throws
  {
    var forged = sitting.rows
    forged.insert(
      forged[2].changed(canonical: TestSitting.canonical(Entry(.commands([.wait(60_000)])))),
      at: 2
    )
    #expect(grader.verdict(on: try sitting.sealed(rows: forged)) == .refused(.chainBroken(row: 3)))
    #expect(
      grader.verdict(on: try sitting.sealed(rows: forged.rechained))
        == .refused(.digestDiffers(row: 2))
    )
  }

  @Test func `An older copy is found by a checkpoint`() throws {
    let old = Array(sitting.rows.prefix(4))
    let strict = try Grader(
      key,
      checkpoints: ["ada": [Checkpoint(head: sitting.rows[5].hash)]]
    )
    guard case .refused(.olderThanCheckpoint) = strict.verdict(on: try sitting.sealed(rows: old))
    else { return #expect(Bool(false), "it was taken") }
    #expect(grader.verdict(on: try sitting.sealed(rows: old)) == .graded)
  }

  @Test func `A changed clock breaks the chain`() throws {
    let forged = rows(3) { $0.changed(wallTime: 5) }
    #expect(grader.verdict(on: try sitting.sealed(rows: forged)) == .refused(.chainBroken(row: 4)))
  }

  @Test func `A changed clock in a chain made anew is a fact`() throws {
    let forged = rows(3) { $0.changed(wallTime: $0.wallTime - 86_400_000) }.rechained
    let grade = grader.grades(try sitting.sealed(rows: forged)).grades[0]
    #expect(grade.verdict == .graded)
    #expect(grade.facts.contains(.clockRanBack(row: 3, by: 86_380_000)))
  }

  private func beginning(
    engine: String = "1",
    hash: String? = nil,
    seed: UInt64? = nil
  ) -> Beginning {
    let own = sitting.dealt.beginning
    return Beginning(
      engine: engine,
      lesson: own.lesson,
      lessonHash: hash ?? own.lessonHash,
      scene: own.scene,
      seed: seed ?? own.seed
    )
  }

  @Test func `Another engine is named`() throws {
    let other = beginning(engine: "2")
    let forged = rows(0) { $0.changed(canonical: TestSitting.canonical(Entry(.began(other)))) }
    let bytes = try sitting.sealed(rows: forged.rechained, origin: other)
    #expect(grader.verdict(on: bytes) == .refused(.anotherEngine("2")))
  }

  @Test func `Another lesson is another pack`() throws {
    let other = beginning(hash: String(repeating: "a", count: 64))
    let forged = rows(0) { $0.changed(canonical: TestSitting.canonical(Entry(.began(other)))) }
    let bytes = try sitting.sealed(rows: forged.rechained, origin: other)
    #expect(grader.verdict(on: bytes) == .refused(.anotherPack))
    let elsewhere = try Grader(try NightShift.key(lesson: NightShift.lesson, learners: []))
    #expect(elsewhere.verdict(on: try sitting.sealed()) == .refused(.unknownCode))
    let changed = try NightShift.key(rules: Rules(.class))
    #expect(try Grader(changed).verdict(on: try sitting.sealed()) == .refused(.anotherPack))
    let quiz = try NightShift.key(secret: 7)
    #expect(
      try Grader(quiz).verdict(on: try sitting.sealed()) == .refused(.anotherQuiz(key.quiz.id))
    )
  }

  @Test func `Another variant is refused`() throws {
    let other = beginning(seed: sitting.dealt.beginning.seed ^ 1)
    let forged = rows(0) { $0.changed(canonical: TestSitting.canonical(Entry(.began(other)))) }
    #expect(
      grader.verdict(on: try sitting.sealed(rows: forged.rechained, origin: other))
        == .refused(.anotherVariant)
    )
    let opening = rows(1) { row in
      guard case .opened(let item, let began, _) = sitting.dealt.opening(of: "night-shift#watch")
      else { return row }
      let seeded = Beginning(
        engine: began.engine,
        lesson: began.lesson,
        lessonHash: began.lessonHash,
        scene: began.scene,
        seed: began.seed ^ 1
      )
      return row.changed(
        canonical: TestSitting.canonical(Entry(.opened(item: item, seeded, setup: [])))
      )
    }
    #expect(
      grader.verdict(on: try sitting.sealed(rows: opening.rechained)) == .refused(.anotherVariant)
    )
  }

  @Test func `An item begins as the pack has it, and once`() throws {
    let forged = rows(1) { row in
      guard case .opened(let item, let began, _) = sitting.dealt.opening(of: "night-shift#watch")
      else { return row }
      return row.changed(
        canonical: TestSitting.canonical(
          Entry(.opened(item: item, began, setup: [.wait(60_000)]))
        )
      )
    }
    #expect(
      grader.verdict(on: try sitting.sealed(rows: forged.rechained))
        == .refused(.anotherStart(row: 1))
    )
    var again = sitting
    try again.open("watch")
    #expect(
      grader.verdict(on: try again.sealed()) == .refused(.notAllowed(row: 6, kind: "item"))
    )
  }

  @Test(
    arguments: [
      .entered(step: "watch", setup: []), .solved(step: "night-shift#watch", [], skipped: true),
      .consulted(verb: "look"), .hinted(step: "night-shift#ask", count: -1),
      .responded(question: "nobody", response: "x", .unjudged), .undone(-1), .undone(.max),
      .redone(.min), .wentTo(row: .max), .wentTo(row: .min), .wentTo(row: 0),
    ] as [Move]
  )
  func `A move that no sitting can hold is refused`(move: Move) throws {
    let last = sitting.rows[5]
    let forged =
      sitting.rows + [
        last.changed(
          sequence: 6,
          canonical: TestSitting.canonical(Entry(move)),
          after: last.hash
        )
      ]
    #expect(
      grader.verdict(on: try sitting.sealed(rows: forged))
        == .refused(.notAllowed(row: 6, kind: move.kind))
    )
  }

  @Test func `What the rules turn off is refused`() throws {
    var rules = NightShift.rules
    for verb in RuledVerb.allCases { rules.allowances[verb] = .off }
    let key = try NightShift.key(rules: rules)
    let moves: [Move] = [
      .undone(1), .redone(1), .wentTo(row: 1), .hinted(step: "night-shift#watch", count: 1),
      .consulted(verb: "what-if"), .consulted(verb: "explain"),
    ]
    for move in moves {
      var sitting = try TestSitting(key)
      try sitting.open("watch")
      try sitting.type("wait 1m")
      try sitting.move(move, "")
      #expect(
        try Grader(key).verdict(on: try sitting.sealed())
          == .refused(.notAllowed(row: 3, kind: move.kind))
      )
    }
  }

  @Test(
    arguments: [
      .wait(.max), .wait(.min), .wait(0), .wait(400 * .day), .readMail(.max),
      .confirmSubscription(mail: .min),
      .breakControlPlane(.throttling, lasting: .max), .order(host: "", item: ""),
    ] as [Command]
  )
  func `What no world does is refused, and stops nothing`(command: Command) throws {
    let last = sitting.rows[5]
    let forged =
      sitting.rows + [
        last.changed(
          sequence: 6,
          canonical: TestSitting.canonical(Entry(.commands([command]))),
          after: last.hash
        )
      ]
    guard case .refused = grader.verdict(on: try sitting.sealed(rows: forged)) else {
      return #expect(Bool(false), "it was taken")
    }
  }

  @Test func `A journal that costs too much is refused early`() throws {
    var sitting = sitting
    try sitting.move(.wentTo(row: 2), "back")
    for _ in 0..<5 { try sitting.type("wait 366d") }
    #expect(grader.verdict(on: try sitting.sealed()) == .refused(.tooCostly(row: 11)))
    // The learner's side can know it as well.
    #expect(sitting.attempt.refusalForSize == .tooCostly(row: 11))
    #expect(self.sitting.attempt.refusalForSize == nil)
    let last = sitting.rows[6]
    let many = Array(repeating: Command.wait(1), count: 20_001)
    let forged =
      sitting.rows.prefix(7) + [
        last.changed(
          sequence: 7,
          canonical: TestSitting.canonical(Entry(.commands(many))),
          after: last.hash
        )
      ]
    #expect(
      grader.verdict(on: try sitting.sealed(rows: Array(forged))) == .refused(.tooCostly(row: 7))
    )
  }

  @Test func `Gotos to gotos cost no more than other rows`() throws {
    var sitting = sitting
    for row in 1...60 { try sitting.move(.wentTo(row: row), "goto \(row)") }
    #expect(grader.verdict(on: try sitting.sealed()) == .graded)
  }
}
