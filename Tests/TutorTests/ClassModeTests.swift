import Gradebook
import Lab
import OrderedCollections
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1))) struct `A lesson of which nothing is told` {
  private static var rules: Rules {
    var rules = Rules(.class)
    rules.feedback = .none
    rules.shown = ShownConditions.none
    return rules
  }

  @Test func `ticks nothing, and goes on whatever a task has come to`() throws {
    var room = try RuledRoom(Self.rules)
    let task = room.type("task").unwrapped
    #expect(task.contains("What it comes to is told when the sitting is closed."), "\(task)")
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
    #expect(text.unwrapped.contains("`next` closes the sitting"))
    room.must(say: "The lesson ends here:", after: "next")
  }

  @Test func `is closed by its end: the points are told, and nothing is taken any more`() throws {
    var room = try RuledRoom(Self.rules)
    room.type("create health-check Night-Watch --ip-address CafeInstance1", "next")
    while room.session.step?.id != "apex" { room.type("skip") }
    room.type("2")
    let (attempt, lesson) = (room.session.attempt, try RuledRoom.lesson())
    #expect(attempt.record.responses(to: "top-name").map(\.outcome) == [.unjudged])
    let before = Runbook(of: attempt, in: lesson, under: Self.rules)
    #expect(before.points == nil && before.chapters.allSatisfy(\.findings.isEmpty))

    let end = room.type("next").unwrapped
    #expect(end.contains("The sitting is closed: `start cafe-quiz --anew` begins another."))
    let closed = room.session.attempt
    #expect(room.kinds.last == "close" && closed.record.isAnswered("top-name"))
    for line in ["answer top-name 1", "create topic t", "hint", "undo", "next", "skip"] {
      let text = room.type(line).unwrapped
      #expect(text.contains("This sitting is closed: its points were told"), "\(line): \(text)")
    }
    #expect(room.session.attempt.rows.count == closed.rows.count)
    #expect(room.session.attempt.record == closed.record)
    room.must(say: "What holds the café open", after: "progress")
    let told = Runbook(of: closed, in: lesson, under: Self.rules.now(closed.record))
    #expect(told.points != nil && told.chapters.contains { !$0.findings.isEmpty })
  }

  @Test func `says what it came to when it is opened again, and asks nothing`() throws {
    var rules = Rules(.class)
    rules.isSilent = true
    var desk = try CourseDesk(rules: rules)
    desk.hand(.greet)
    desk.type("create record www A CafeInstance1 --ttl 15", "next", "15")
    let last = desk.type("CafeInstance1")
    #expect(!last.contains("points:") && !last.contains("3 of 3"), "\(last)")
    let end = desk.type("next")
    #expect(end.contains("The lesson ends here: 3 of 3 points."), "\(end)")
    let again = desk.hand(.greet)
    #expect(again.contains("The lesson ends here: 3 of 3 points."), "\(again)")
    #expect(desk.session.question.isEmpty)
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

  @Test(arguments: [Feedback.atOnce, .which])
  func `lets a part-done task be left as it stands, by a second next`(feedback: Feedback) throws {
    var rules = Rules(.class)
    rules.feedback = feedback
    rules.allowances[.showMe] = .off
    var room = try RuledRoom(rules)
    room.type("create health-check Night-Watch --ip-address CafeInstance1")
    let said = room.type("next").unwrapped
    #expect(said.contains("conditions are open") && said.contains("`next` again"), "\(said)")
    #expect(!said.contains("show me"), "\(said)")
    #expect(room.session.step?.id == "notice")
    // What is done in between asks for another look.
    room.type("hint")
    room.must(refuse: "next")
    room.must(accept: "next")
    #expect(room.session.step?.id == "standby")
    let step = try #require(try RuledRoom.lesson()[step: "notice"])
    let held = room.session.attempt.record.conditionsMet(in: "notice") ?? []
    let points = room.session.attempt.record.points(for: held, in: step)
    #expect(points > 1 && points < step.points)
    #expect(room.session.score(of: step).earned == (points - 1) * rules.unit)
    var practice = try RuledRoom(Rules(.practice))
    for _ in 0..<3 { practice.must(refuse: "next") }
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

  @Test(arguments: ["task", "back"])
  func `shows a question that was answered rightly again, with the response and its reason`(
    line: String
  ) throws {
    for rules in [Rules(.practice), Rules(.class)] {
      var room = try RuledRoom(rules)
      while room.session.step?.id != "kept" { room.type("skip") }
      let quiz = try #require(try RuledRoom.lesson()[step: "kept"]?.quizzes.first)
      let evaluator = Evaluator(Situation(room.session.attempt))
      let right = try #require(quiz.answer(evaluator))
      guard case .right(_, let reason?) = quiz.judge(right, evaluator) else {
        Issue.record("\(right) is not right")
        return
      }
      #expect(!room.type("task").contains("Your response"))
      room.type(right)
      if line == "back" { room.type("next") }
      let text = room.type(line).unwrapped
      #expect(text.contains("Your response: \(right)") && text.contains("Right."), "\(text)")
      #expect(text.contains(reason.unwrapped.prefix(20)), "\(text)")
    }
  }

  @Test(arguments: [Feedback.atOnce, .which])
  func `shows a question whose tries are used up again, and what is right where that is told`(
    feedback: Feedback
  ) throws {
    var rules = Rules(.class)
    rules.feedback = feedback
    var room = try RuledRoom(rules)
    while room.session.step?.id != "kept" { room.type("skip") }
    let quiz = try #require(try RuledRoom.lesson()[step: "kept"]?.quizzes.first)
    let right = try #require(quiz.answer(Evaluator(Situation(room.session.attempt))))
    room.type("7", "8", "9")
    let text = room.type("task").unwrapped
    #expect(text.contains("Your response: 9") && text.contains("Not that."), "\(text)")
    #expect(text.contains("Right would be: \(right)") == (feedback == .atOnce), "\(text)")
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
