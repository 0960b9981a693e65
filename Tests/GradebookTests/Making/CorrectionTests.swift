import Gradebook
import Lab
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A corrected lesson` {
  private static let text =
    NightShift.lesson + """

      ```quiz pick
      ask:    What may stand at the top of a zone?
      choose:
      (x) An alias recrod :: It is followed.
      ( ) A CNAME record :: It may not stand beside others.
      ( ) A PTR record :: It leads back.
      ```

      """

  private static func lesson(_ change: (from: String, to: String)) throws -> Lesson {
    let changed = text.replacing(change.from, with: change.to)
    #expect(changed != text)
    return try #require(LessonReading(Array(changed.utf8), id: "night-shift").lesson)
  }

  struct Refused: Sendable {
    let from: String
    let to: String
    let fault: CorrectionFault
  }

  static let refused: [Refused] = [
    Refused(from: "quiz pick", to: "quiz take", fault: .noSuchQuestion("pick")),
    Refused(
      from: "( ) A PTR record :: It leads back.\n",
      to: "",
      fault: .otherCount(question: "pick", now: 2, shown: 3)
    ),
    Refused(
      from: "(x) An alias recrod :: It is followed.\n( ) A CNAME record ::",
      to: "( ) A CNAME record :: It may not.\n(x) An alias record ::",
      fault: .strangeOption(question: "pick", number: 2, words: "An alias record")
    ),
    Refused(
      from: "number:\nright:  16 ± 0\n  why:  Sixteen.",
      to: "choose:\n(x) 16 :: Sixteen.\n( ) 15 :: One more.",
      fault: .otherKind(question: "count")
    ),
    Refused(
      from: "CafeInstance1 | CafeInstance2",
      to: "CafeInstance2 | CafeInstance1",
      fault: .otherVariable("server")
    ),
  ]

  @Test(arguments: refused)
  func `is refused where what learners did would mean something else`(row: Refused) throws {
    let key = try NightShift.key(lesson: Self.text)
    let lesson = try Self.lesson((row.from, row.to))
    #expect(throws: row.fault) { try Correction(of: key, by: lesson).rewordings() }
    #expect(!row.fault.sentence.isEmpty)
  }

  @Test func `may have its options in another order, and in other words`() throws {
    let key = try NightShift.key(lesson: Self.text)
    let moved = (
      "( ) A CNAME record :: It may not stand beside others.\n( ) A PTR record ::",
      "( ) A PTR record :: It may not.\n( ) A CNAME record ::"
    )
    #expect(try Correction(of: key, by: try Self.lesson(moved)).rewordings().isEmpty)
    let reworded = try Self.lesson(("recrod", "record"))
    let found = try Correction(of: key, by: reworded).rewordings()
    #expect(found.map(\.number) == [1] && found.map(\.question) == ["pick"])
    #expect(found.map(\.shown) == ["An alias recrod"] && found.map(\.now) == ["An alias record"])
  }

  @Test(
    arguments: [
      (
        "minutes: 20", "minutes: 20\ngrade:\n  hint: 3 points",
        ["`grade.hint` (not set → 3 points)"]
      ),
      ("seed: 7", "seed: 8", ["`seed`"]), ("world: cafe", "world: empty", ["`world`"]),
      (
        "## Two questions {#ask}", "## Two questions {#ask}\n\n```setup\nwait 1m\n```",
        ["the setup of `ask`"]
      ),
      ("Sixteen.", "There are sixteen.", []),
    ] as [(String, String, [String])]
  )
  func `leaves what was published with the pack as it was, and that is said`(
    from: String,
    to: String,
    unmoved: [String]
  ) throws {
    let key = try NightShift.key(lesson: Self.text)
    #expect(Correction(of: key, by: try Self.lesson((from, to))).unmoved == unmoved)
  }

  @Test func `names each rule that it would change, with the old value and the new one`() throws {
    func text(_ rules: String) -> String {
      NightShift.lesson.replacing("minutes: 20", with: "minutes: 20\ngrade:\n" + rules)
    }
    let old = text("  tries: 3\n  minutes: 40\n  hint: 1 point\n  silent: yes\n  pass: 60\n")
    let new = text("  tries: 5-3-1\n  feedback: which\n  hint: off\n  silent: no\n  pass: 60\n")
    let key = try NightShift.key(lesson: old)
    let lesson = try #require(LessonReading(Array(new.utf8), id: "night-shift").lesson)
    #expect(
      Correction(of: key, by: lesson).unmoved == [
        "`grade.tries` (3 → 5-3-1)", "`grade.minutes` (40 → not set)",
        "`grade.feedback` (not set → which)", "`grade.silent` (yes → no)",
        "`grade.hint` (1 point → off)",
      ]
    )
    #expect(Correction(of: try NightShift.key(lesson: new), by: lesson).unmoved.isEmpty)
  }

  @Test func `changes what a hint costs, and the regrade names it`() throws {
    let key = try NightShift.key()
    let corrected = try key.replacing(
      QuizFile(
        name: "night-shift.lab.md",
        text: NightShift.lesson.replacing("2 | Ten seconds", with: "1 | Ten seconds")
      )
    )
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    for count in 1...2 {
      try sitting.move(.hinted(step: TestSitting.item("watch"), count: count), "hint")
    }
    try sitting.type(sitting.dealt.lesson.steps[0].solution[0].text)
    let bytes = try sitting.sealed()
    let (before, after) = (try Grader(key).grades(bytes), try Grader(corrected).grades(bytes))
    let items = Regrade(from: before, to: after).changes.flatMap(\.items)
    #expect(items.map(\.item) == [TestSitting.item("watch")])
    #expect(items.flatMap(\.parts).map(\.name) == ["the price of help"])
    let unit = key.quiz.rules.unit
    #expect(items.flatMap(\.parts).map { $0.after - $0.before } == [unit])
    #expect(items.map { $0.after - $0.before } == [unit])
  }

  /// In another order of their texts the reworded options would be other numbers.
  @Test(arguments: [NightShift.ada, NightShift.grace, NightShift.linus], [true, false])
  func `takes a reworded option for the one that was shown, by its number and by its words`(
    learner: Learner,
    isByNumber: Bool
  ) throws {
    let key = try NightShift.key(lesson: Self.text)
    let corrected = try key.replacing(
      QuizFile(
        name: "night-shift.lab.md",
        text: Self.text.replacing("An alias recrod", with: "Such an alias record")
          .replacing("A PTR record", with: "The PTR record")
      )
    )
    for isRight in [true, false] {
      var sitting = try TestSitting(key, learner)
      try sitting.open("ask")
      let quiz = try #require(sitting.dealt.lesson.steps[1][quiz: "pick"])
      let shown = quiz.shown(Evaluator(Situation(sitting.attempt)))
      let words = isRight ? "An alias recrod" : "A PTR record"
      let place = try #require(shown.firstIndex(of: words))
      try sitting.respond("pick", isByNumber ? "\(place + 1)" : words)
      let bytes = try sitting.sealed()
      let (before, after) = (try Grader(key).grades(bytes), try Grader(corrected).grades(bytes))
      #expect(Regrade(from: before, to: after).changes.isEmpty)
      let grade = try #require(after.grades.first { $0.learner == learner })
      let question = try #require(grade.items[1].questions.first { $0.name == "pick" })
      #expect(question.earned == (isRight ? 5 : 0))
      #expect(question.responses.map(\.idea) == [words])
    }
  }
}
