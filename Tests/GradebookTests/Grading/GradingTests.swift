import Gradebook
import Lab
import Testing

@Suite struct `Grading a sitting` {
  @Test func `A sitting without a slip gets every point`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.solve()
    let grade = try Grader(key).grades(try sitting.sealed()).grades[0]
    #expect(grade.learner == NightShift.ada)
    #expect(grade.verdict == .graded)
    #expect(grade.submission == "a")
    #expect((grade.earned, grade.possible) == (35, 35))
    #expect(grade.items.map(\.item) == ["night-shift#watch", "night-shift#ask"])
    #expect(grade.facts == [])
  }

  @Test func `What holds is judged with the whole key, and the mistake is named`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    try sitting.type(
      "create health-check Night --ip-address \(sitting.server) --resource-path /cafe "
        + "--request-interval 30 --failure-threshold 3"
    )
    let item = try Grader(key).grades(try sitting.sealed()).grades[0].items[0]
    #expect(item.conditions.map(\.earned) == [5, 10, 0])
    #expect(item.mistake == "too-slow")
    #expect((item.earned, item.possible) == (15, 25))
  }

  @Test(arguments: [true, false])
  func `A mistake is named only where something has come of what was done`(
    onlyWaits: Bool
  ) throws {
    let text = NightShift.lesson.replacing(
      "```hint\n",
      with: """
        ```mistake nothing-yet
        wait 1m
        fails:  exists
        say:    Nobody watches it yet.
        ```

        ```mistake elsewhere
        create health-check Night --ip-address CafeInstance1
        fails:  target
        say:    It watches somebody else.
        ```

        ```hint

        """
    )
    let key = try NightShift.key(lesson: text)
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    let other = sitting.server == "CafeInstance1" ? "CafeInstance2" : "CafeInstance1"
    try sitting.type(onlyWaits ? "wait 1m" : "create health-check Night --ip-address \(other)")
    let item = try Grader(key).grades(try sitting.sealed()).grades[0].items[0]
    #expect(item.mistake == (onlyWaits ? nil : "elsewhere"))
  }

  @Test func `Tries lower what a question is worth, and the last response counts`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("ask")
    try sitting.respond("policy", "weighted")
    try sitting.respond("policy", "failover")
    for number in ["3", "4", "5", "16"] { try sitting.respond("count", number) }
    let item = try Grader(key).grades(try sitting.sealed()).grades[0].items[1]
    #expect(item.questions.map(\.earned) == [3, 0])
    #expect(item.questions[0].responses.map(\.idea) == ["weighted", "failover"])
    #expect(item.questions[1].responses.map(\.text) == ["3", "4", "5"])
    #expect(item.questions[1].feedback == "Another number comes out.")
  }

  @Test func `A response of no known idea gets the words of the prompt`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("ask")
    try sitting.respond("policy", "bananas")
    let item = try Grader(key).grades(try sitting.sealed()).grades[0].items[1]
    #expect(
      item.questions[0].feedback == "I could not find the idea that is asked for in that."
    )
  }

  @Test func `A guess is judged by the café as its item was opened`() throws {
    let text = NightShift.lesson.replacing(
      "```solve\n",
      with: "```predict others\nask: How many checks does another one find here?\n"
        + "run: create health-check other --ip-address ${server}\n"
        + "answer: hc.count\n```\n\n```solve\n"
    )
    var rules = NightShift.rules
    rules.isSupervised = true
    let key = try NightShift.key(rules: rules, lesson: text)
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    try sitting.type("create health-check Night --ip-address \(sitting.server)")
    try sitting.respond("others", "1")
    let item = try Grader(key).grades(try sitting.sealed()).grades[0].items[0]
    #expect(item.questions.map(\.earned) == [5])
  }

  @Test func `A guess has its story, and the engine's answer where it is not right`() throws {
    let text = NightShift.lesson.replacing(
      "```solve\n",
      with: "```predict others\nsay: Grace comes and makes one.\n"
        + "ask: How many checks does another one find here?\n"
        + "run: create health-check other --ip-address ${server}\n"
        + "answer: hc.count\nnear: 0\nwhy: Only hers is there.\n"
        + "model two: 2\n  say: You have counted yours.\n```\n\n```solve\n"
    )
    var rules = NightShift.rules
    rules.isSupervised = true
    let key = try NightShift.key(rules: rules, lesson: text)
    let answers = [
      ("1", "Only hers is there."), ("2", "The engine says 1. You have counted yours."),
      ("9", "The engine says 1. Only hers is there."),
    ]
    for (response, feedback) in answers {
      var sitting = try TestSitting(key)
      try sitting.open("watch")
      try sitting.respond("others", response)
      let question = try Grader(key).grades(try sitting.sealed()).grades[0].items[0].questions[0]
      #expect(question.feedback == feedback)
      #expect(question.question.hasPrefix("Grace comes and makes one. How many checks"))
    }
  }

  @Test func `What cannot be read is no try`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("ask")
    try sitting.respond("count", "many")
    try sitting.respond("count", "16")
    let item = try Grader(key).grades(try sitting.sealed()).grades[0].items[1]
    #expect(item.questions[1].earned == 5)
  }

  @Test func `Hints and undos cost what the rules say, and no more than there is`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    try sitting.move(.hinted(step: TestSitting.item("watch"), count: 1), "hint")
    try sitting.move(.hinted(step: TestSitting.item("watch"), count: 2), "hint")
    try sitting.type("wait 10s")
    try sitting.move(.undone(1), "undo")
    var poor = sitting
    try sitting.type(sitting.dealt.lesson.steps[0].solution[0].text)
    let grader = try Grader(key)
    let item = grader.grades(try sitting.sealed()).grades[0].items[0]
    // One point for the first hint, two for the second, one for the undo.
    #expect((item.hints, item.price, item.earned) == (2, 20, 5))
    #expect(item.charges.map(\.help) == ["hint 1", "hint 2", "undo"])
    #expect(item.charges.map(\.row) == [2, 3, 5] && item.charges.map(\.price) == [5, 10, 5])
    let sentence = "Help took off 4 points: hint 1 (1), hint 2 (2), undo (1)."
    #expect(item.priceSentence(NightShift.rules) == sentence)
    try poor.type("wait 10s")
    let bare = grader.grades(try poor.sealed()).grades[0].items[0]
    #expect(bare.earned == 0 && bare.priceSentence(NightShift.rules) == nil)
  }

  @Test func `An undone command counts no more, but what was undone is on record`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    try sitting.type(sitting.dealt.lesson.steps[0].solution[0].text)
    try sitting.move(.undone(1), "undo")
    let item = try Grader(key).grades(try sitting.sealed()).grades[0].items[0]
    #expect(item.earned == 0)
    #expect(item.conditions.allSatisfy { !$0.status.isMet })
  }

  @Test func `Coming back to an item is no undo`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    try sitting.type(sitting.dealt.lesson.steps[0].solution[0].text)
    try sitting.open("ask")
    try sitting.respond("count", "16")
    try sitting.move(.wentTo(row: 2), "back")
    try sitting.type("wait 1m")
    let grade = try Grader(key).grades(try sitting.sealed()).grades[0]
    #expect(grade.items.map(\.earned) == [25, 5])
    #expect(grade.items.map(\.price) == [0, 0])
  }

  @Test func `What holds at the beginning by itself gives nothing`() throws {
    let text = NightShift.lesson.replacing(
      "hc(\"Night\") exists\n",
      with: "instance(\"${server}\").state == running\n"
    )
    let key = try NightShift.key(lesson: text)
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    try sitting.type("wait 1m")
    let item = try Grader(key).grades(try sitting.sealed()).grades[0].items[0]
    #expect(item.conditions[0].status.isMet)
    #expect(item.conditions[0].feedback?.hasPrefix("It held when the item began") ?? false)
    #expect(item.earned == 0)
  }

  @Test func `Rows after the time limit are not counted, and a fact says so`() throws {
    var rules = NightShift.rules
    rules.minutes = 1
    let key = try NightShift.key(rules: rules)
    var sitting = try TestSitting(key)
    try sitting.open("ask")
    try sitting.respond("count", "16")
    sitting.pause(60_000)
    try sitting.respond("policy", "failover")
    let grade = try Grader(key).grades(try sitting.sealed()).grades[0]
    #expect(grade.earned == 5)
    #expect(grade.facts == [.afterTheLimit(rows: 1)])
  }

  @Test func `Who hands in nothing has a line, and so has what nobody handed in`() throws {
    let key = try NightShift.key()
    let grades = try Grader(key).grades(Array("hello\n".utf8)).grades
    #expect(grades.map(\.learner.id) == ["ada", "grace", "linus", ""])
    #expect(grades.map(\.verdict) == [.missing, .missing, .missing, .refused(.notASubmission)])
  }

  @Test func `The longest submission counts if it goes on from the others`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("ask")
    try sitting.respond("count", "16")
    let early = try sitting.sealed()
    try sitting.respond("policy", "failover")
    let late = try sitting.sealed()
    let grader = try Grader(key)
    for (one, other) in [(early, late), (late, early)] {
      let grade = grader.grades(one, other).grades[0]
      #expect(grade.earned == 10)
      #expect(grade.facts == [.anotherSubmission(one == early ? "a" : "b")])
    }
  }

  @Test func `A refused submission beside a good one keeps its reason`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("ask")
    try sitting.respond("count", "16")
    let good = try sitting.sealed()
    var rows = sitting.rows
    rows[2] = rows[2].changed(digest: String(rows[2].digest.reversed()))
    let grades = try Grader(key).grades(good, try sitting.sealed(rows: rows.rechained))
    #expect(grades.grades[0].verdict == .graded)
    #expect(grades.grades[0].facts == [.anotherSubmission("b")])
    #expect(grades.refused.map(\.submission) == ["b"])
    #expect(grades.refused.map(\.learner.id) == ["ada"])
    #expect(grades.refused.map(\.verdict) == [.refused(.digestDiffers(row: 2))])
  }

  @Test func `Of two that part ways the one counts that ended first`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("ask")
    var second = sitting
    try sitting.respond("count", "15")
    try second.respond("count", "16")
    try second.respond("policy", "failover")
    let grade = try Grader(key).grades(try second.sealed(), try sitting.sealed()).grades[0]
    #expect(grade.submission == "b")
    #expect(grade.earned == 0)
    #expect(grade.facts == [.anotherSitting("a")])
    let sentence = try #require(grade.facts.first).sentence
    #expect(sentence.contains("a. Of each sitting") && sentence.contains("that ended first by"))
  }

  @Test func `Gaps, clocks that ran back and fast fingers are facts and cost nothing`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    sitting.pause(3_600_000)
    try sitting.type("wait 1m")
    sitting.pause(-600_000)
    try sitting.type("wait 1m")
    sitting.pace = 100
    try sitting.type(sitting.dealt.lesson.steps[0].solution[0].text)
    let grade = try Grader(key).grades(try sitting.sealed()).grades[0]
    #expect(grade.earned == 25)
    let length = sitting.rows[4].typed.count
    #expect(
      grade.facts == [
        .clockRanBack(row: 3, by: 580_000), .gap(row: 2, milliseconds: 3_620_000),
        .fastTyping(row: 4, charactersPerMinute: length * 600),
      ]
    )
  }

  @Test func `The same commands under other names are a fact for both`() throws {
    let key = try NightShift.key()
    let grader = try Grader(key)
    func sitting(_ learner: Learner, _ name: String) throws -> [UInt8] {
      var sitting = try TestSitting(key, learner)
      try sitting.open("watch")
      for round in 1...7 {
        try sitting.type(
          "create health-check \(name)\(round) --ip-address CafeInstance1 --request-interval 10"
        )
        try sitting.type("wait \(round)m")
      }
      return try sitting.sealed()
    }
    let grades = grader.grades(
      try sitting(NightShift.ada, "Ada"),
      try sitting(NightShift.grace, "Hopper")
    ).grades
    #expect(grades[0].facts == [.sameCommands(as: "grace")])
    #expect(grades[1].facts == [.sameCommands(as: "ada")])
  }

  @Test func `A corrected lesson gives what a new run with it gives`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    try sitting.type(
      "create health-check Night --ip-address \(sitting.server) --resource-path /cafe "
        + "--request-interval 30 --failure-threshold 3"
    )
    try sitting.open("ask")
    try sitting.respond("count", "16")
    let bytes = try sitting.sealed()
    let before = try Grader(key).grades(bytes)
    let after = try Grader(try key.replacing(NightShift.corrected)).grades(bytes)
    #expect(before.grades[0].items.map(\.earned) == [15, 5])
    #expect(after.grades[0].items.map(\.earned) == [25, 0])
    let changes = Regrade(from: before, to: after).changes
    #expect(changes.map(\.learner.id) == ["ada"])
    #expect(changes[0].items.map(\.item) == ["night-shift#watch", "night-shift#ask"])
    #expect(changes[0].items.map { $0.after - $0.before } == [10, -5])
    // The key that every learner has is still the same one.
    #expect(try key.replacing(NightShift.corrected).learnerPack == key.learnerPack)
  }
}
