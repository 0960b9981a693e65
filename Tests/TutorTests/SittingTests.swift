import CafeWorld
import Gradebook
import Lab
import Support
import Testing

@testable import Tutor

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

  @Test func `says of a task that is not ticked that it is one, and who says what holds`() throws {
    let text = String(decoding: try RuledRoom.bytes(), as: UTF8.self)
      .replacing("shown: exists, pair, check", with: "shown: none")
    let hidden = try RuledRoom.dealt(learner: "ana", "cafe-quiz", Array(text.utf8))
    var room = RuledRoom(hidden)
    _ = room.session.update(.greet)
    let item = room.type("next").unwrapped
    #expect(item.contains("Your task Make this café do what the text asks for."), "\(item)")
    #expect(item.contains("the result file says what holds"), "\(item)")
    room.must(say: "Your task", after: "task")
    while room.session.step?.id != "cafe-quiz#kept" { room.type("next") }
    #expect(!room.type("task").contains("Your task"))

    var (some, _, _) = try RuledRoom.quiz()
    let first = some.type("next").unwrapped
    #expect(first.contains("there is a check called Night-Watch"), "\(first)")
    #expect(first.contains("The task may ask for more than is ticked here."), "\(first)")
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

  @Test(arguments: ["task", "back"])
  func `shows an answered question again with its response, and how to change it`(
    line: String
  ) throws {
    var (room, dealt, _) = try RuledRoom.quiz()
    let place = try #require(dealt.lesson.steps.firstIndex { $0.id == "cafe-quiz#kept" })
    for _ in 0...place { room.type("next") }
    room.type("75")
    if line == "back" { room.type("next") }
    let asked = try #require(dealt.lesson.steps[place][quiz: "lingering"])
    let question = Evaluator(Situation(room.session.attempt)).text(asked.question)
    let text = room.type(line)
    #expect(text.unwrapped.contains(question.replacing("**", with: "").prefix(20)), "\(text)")
    #expect(text.contains("Your response: 75"), "\(text)")
    #expect(text.contains("`answer lingering …` replaces it, 2 times more."), "\(text)")
    room.type("answer lingering 76", "answer lingering 77")
    let last = room.type("task")
    #expect(last.contains("Your response: 77"), "\(last)")
    #expect(last.contains("It takes no further response."), "\(last)")
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

  /// A sitting in its first item whose journal has so many rows.
  private func room(rows: Int) throws -> RuledRoom {
    let dealt = try RuledRoom.standard.get()
    var attempt = Attempt(dealt.beginning)
    try attempt.carryOut(
      try #require(dealt.opening(of: dealt.lesson.steps[0].id)),
      typed: "next"
    )
    while attempt.rows.count < rows { try attempt.carryOut(.bookmarked("here"), typed: "") }
    return RuledRoom(dealt, attempt: attempt)
  }

  @Test func `publishes how many lines it takes, and takes no more`() throws {
    var room = try room(rows: SubmissionFile.Limit.lines)
    _ = room.session.update(.greet)
    #expect(room.type("rules").unwrapped.contains("takes 2998 lines that do something"))
    room.must(accept: "wait 1s")
    for line in ["wait 1s", "next", "hint", "bookmark more"] { room.must(refuse: line) }
    let refused = room.type("wait 1s").unwrapped
    #expect(refused.contains("This sitting has its 2998 lines, and takes no more."), "\(refused)")
    #expect(room.session.attempt.rows.count < SubmissionFile.Limit.rows)
    for line in ["status", "time", "submit"] { room.must(accept: line) }
    let receipt = RuledRoom.said(room.session.update(.submitted(["Receipt"], problem: nil)))
    #expect(receipt.contains("Receipt") && !receipt.contains("refuse"), "\(receipt)")
  }

  @Test func `says at the latest with the receipt that graders will refuse it`() throws {
    var long = try room(rows: SubmissionFile.Limit.rows + 1)
    let rows = RuledRoom.said(long.session.update(.submitted(["Receipt"], problem: nil))).unwrapped
    #expect(rows.contains("Graders will refuse this file: it has 3001 rows"), "\(rows)")
    let dealt = try RuledRoom.standard.get()
    var attempt = Attempt(dealt.beginning)
    let waits = Array(repeating: Command.wait(1), count: 20_001)
    try attempt.carryOut(.commands(waits), typed: "")
    var costly = RuledRoom(dealt, attempt: attempt)
    let cost = RuledRoom.said(costly.session.update(.submitted(["Receipt"], problem: nil)))
      .unwrapped
    #expect(cost.contains("takes more than the limits allow, from row 1 on"), "\(cost)")
    #expect(cost.contains("ask your instructor to look at it by hand"), "\(cost)")
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

    \(SampleFence.mails())
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
    let check = room.type("check").unwrapped
    #expect(check.contains("the result file says what holds."), "\(check)")
    room.type("next")
    room.must(say: "item 2 (mails)", after: "submit")
    room.must(accept: "0")
    let text = room.type("submit", "progress")
    #expect(text.contains("item 1 (nothing done)") && !text.contains("item 2"), "\(text)")
    #expect(text.contains("1 of 1 answered"))
  }

  @Test(arguments: [Feedback.which, .atOnce])
  func `says whether a guess is right, and notes no verdict, which is the grader's`(
    feedback: Feedback
  ) throws {
    var changes = FrontMatter.Grade()
    changes.isSupervised = true
    changes.feedback = feedback
    let dealt = try RuledRoom.dealt(
      learner: "ana",
      "watched",
      Array(Self.watched.utf8),
      changes: changes
    )
    var room = RuledRoom(dealt)
    let rules = RuledRoom.said(room.session.update(.greet)).unwrapped
    #expect(rules.contains("Of a prediction you hear whether it is right, and no more."))
    room.type("next", "next")
    room.must(say: "Right.", after: "0")
    #expect(room.session.attempt.record.responses(to: "mails").map(\.outcome) == [.unjudged])
    room.must(say: "1 of 1 answered", after: "progress")
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
