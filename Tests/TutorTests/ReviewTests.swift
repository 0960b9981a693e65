import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal
import Testing

@testable import Tutor

struct `A review` {
  private static let both = [
    CourseDesk.reply("basics", "lifetime", daysAgo: 2),
    CourseDesk.reply("basics", "server", daysAgo: 1),
  ]

  // The offer

  @Test func `is offered in one line at the greeting, where something is due`() throws {
    var desk = try CourseDesk()
    desk.past.replies = Self.both
    desk.hand(.remembered(desk.past))
    let greeting = desk.hand(.greet)
    #expect(greeting.contains("2 questions from before are due: `review` asks them again."))
    #expect(greeting.contains("Build a name"))
    var fresh = try CourseDesk()
    fresh.hand(.remembered(fresh.past))
    #expect(!fresh.hand(.greet).contains("review"))
  }

  @Test func `is opened at the prompt, and only where something is due`() throws {
    var desk = try CourseDesk()
    desk.hand(.greet)
    #expect(desk.type("review").contains("Nothing is due for review now."))
    #expect(desk.opened.isEmpty)
    desk.past.replies = Self.both
    desk.type("review")
    #expect(desk.opened.map(\.lesson) == ["review"])
  }

  @Test(
    arguments: [
      (0, true, "1 question will come at your next session."),
      (2, false, "The next question comes in 1 day."),
      (0, false, "The next question comes in 3 days."),
    ] as [(Int64, Bool, String)]
  )
  func `says when the next comes`(days: Int64, isNew: Bool, said: String) throws {
    var desk = try CourseDesk()
    desk.hand(.greet)
    let reviewed = Recall.Reply(
      item: Self.both[0].item,
      wallTime: CourseDesk.now - days * CourseDesk.day,
      isRight: true,
      isInReview: true
    )
    desk.past.replies =
      isNew ? [CourseDesk.reply("ttl", "server", daysAgo: 0)] : [Self.both[0], reviewed]
    #expect(desk.type("review").unwrapped.contains(said))
  }

  @Test func `of a lesson that is not at hand, or asks something else now, is not asked`() throws {
    let gone = CourseDesk.reply("other", "server", daysAgo: 3)
    let past = Past(replies: [gone], now: CourseDesk.now, sessionBegan: CourseDesk.now)
    #expect(past.due(in: CourseDesk.library.ids).isEmpty)
    let renamed = CourseDesk.reply("basics", "gone", daysAgo: 3)
    let other = Past(replies: [renamed], now: CourseDesk.now, sessionBegan: CourseDesk.now)
    #expect(ReviewSheet(other, in: CourseDesk.library, back: nil) == nil)
  }

  // The review

  @Test func `asks one after another, in a café of its own, and says how it went`() throws {
    var desk = try CourseDesk(
      reviewing: Self.both,
      back: ReviewSheet.Back(lesson: "ttl", attempt: .numbered(2))
    )
    let greeting = desk.hand(.greet)
    #expect(greeting.contains("2 questions from basics"))
    #expect(greeting.contains("1 of 2 · basics"))
    #expect(greeting.contains("For how many seconds"))
    #expect(desk.session.prompt.text == "your guess> ")
    // The second variant of the lesson.
    let second = desk.type("30")
    #expect(second.contains("Right: 30"))
    #expect(second.contains("2 of 2 · basics"))
    #expect(second.contains("with 30 seconds to live"))
    #expect(!second.contains("1. CafeInstance1"))
    let end = desk.type("CafeInstance2")
    #expect(end.contains("Not that.") && end.contains("No record names it."))
    #expect(end.contains("Right would be: CafeInstance1"))
    #expect(end.contains("Reviewed: 1 of 2 right."))
    #expect(desk.opened.map(\.lesson) == ["ttl"])
    #expect(desk.opened.map(\.attempt) == ["numbered(2)"])
  }

  @Test func `leaves what is skipped as it was, and ends by itself where it leads nowhere`() throws
  {
    var desk = try CourseDesk(reviewing: Self.both)
    desk.hand(.greet)
    #expect(desk.type("skip").contains("2 of 2"))
    #expect(desk.type("skip").contains("Reviewed: 0 of 0 right, 2 left out."))
    #expect(desk.isOver)
    #expect(desk.replies.isEmpty)
  }

  @Test func `is left by quit, which leads back where it was called from`() throws {
    var desk = try CourseDesk(
      reviewing: Self.both,
      back: ReviewSheet.Back(lesson: "ttl", attempt: .numbered(2))
    )
    desk.hand(.greet)
    desk.type("quit")
    #expect(desk.opened.map(\.lesson) == ["ttl"])
    #expect(!desk.isOver)
    var alone = try CourseDesk(reviewing: Self.both)
    alone.hand(.greet)
    alone.type("quit")
    #expect(alone.isOver && alone.opened.isEmpty)
  }

  @Test func `has its responses in its journal, from which the next review follows`() throws {
    var desk = try CourseDesk(reviewing: Self.both)
    desk.hand(.greet)
    desk.type("30", "CafeInstance2")
    #expect(desk.replies.map(\.item) == Self.both.map(\.item))
    #expect(desk.replies.map(\.isRight) == [true, false])
    #expect(desk.replies.map(\.isInReview) == [true, true])
    let all = Self.both + desk.replies
    let later = CourseDesk.now + CourseDesk.day
    let due = Recall(all).due(at: later, session: later)
    #expect(due.map(\.item.question) == ["server"])
  }

  @Test func `folds again from its rows to the same café`() throws {
    var desk = try CourseDesk(reviewing: Self.both)
    desk.hand(.greet)
    desk.type("30", "none")
    var folded = Attempt(desk.session.attempt.beginning)
    for row in desk.rows {
      try folded.replay(Entry(canonical: row.canonical), typed: row.typed)
      #expect(folded.world.digest == row.digest)
    }
    #expect(folded.record == desk.session.attempt.record)
  }

  @Test(arguments: [
    "next", "undo", "goto 1", "create topic t", "kill CafeInstance1", "wait 1h", "live on",
    "start ttl", "review", "show me", "hint", "notes", "certificate", "branch b", "batch",
  ])
  func `only asks; what else there is waits in the lesson`(line: String) throws {
    var desk = try CourseDesk(reviewing: Self.both)
    desk.hand(.greet)
    let digest = desk.session.attempt.world.digest
    #expect(desk.type(line).contains("A review only asks"))
    #expect(desk.session.attempt.world.digest == digest)
    #expect(desk.session.attempt.step == "basics#lifetime")
  }

  @Test(arguments: ["status", "list records", "explain www", "task", "", "help dig"])
  func `lets one look, and goes on asking`(line: String) throws {
    var desk = try CourseDesk(reviewing: Self.both)
    desk.hand(.greet)
    desk.type(line)
    #expect(desk.session.prompt.text == "your guess> ")
  }

  @Test func `nothing is asked again of a sitting that is not closed yet`() throws {
    var rules = Rules(.class)
    rules.feedback = .none
    var desk = try CourseDesk(rules: rules)
    desk.hand(.greet)
    desk.type("create record www A CafeInstance1 --ttl 15", "next", "15", "CafeInstance2")
    #expect(desk.rows.count { $0.kind == "response" } == 2)
    #expect(desk.replies.isEmpty)
    desk.type("next")
    #expect(desk.replies.map(\.item.question) == ["lifetime", "server"])
    #expect(desk.replies.map(\.isRight) == [true, false])
  }

  /// What is typed in a sitting in class mode, and what is asked all the same.
  private static let sittings: [(lines: [String], asked: [String])] = [
    ([], []), (["40"], ["lifetime"]), (["skip", "2"], []),
    (["30", "1"], ["lifetime", "server"]), (["skip", "2", "3", "2"], ["server"]),
  ]

  @Test(arguments: 0..<5)
  func `asks nothing to which an open sitting under rules still takes a response`(
    place: Int
  ) throws {
    var desk = try CourseDesk(rules: Rules(.class))
    desk.hand(.greet)
    desk.type("create record www A CafeInstance1 --ttl 15", "next")
    for line in Self.sittings[place].lines { desk.type(line) }
    let begun = desk.session.attempt.beginning
    func journal(_ mode: String?) -> [String] {
      let beginning = Beginning(
        engine: begun.engine,
        lesson: begun.lesson,
        lessonHash: begun.lessonHash,
        scene: begun.begun,
        seed: begun.seed,
        mode: mode
      )
      return [Entry(.began(beginning)).canonical] + desk.rows.map(\.canonical)
    }
    var past = Past(replies: Self.both, now: CourseDesk.now, sessionBegan: CourseDesk.now)
    past.leaveOut(whatIsOpenIn: [journal(nil)], of: CourseDesk.library)
    #expect(past.replies == Self.both)
    past.leaveOut(whatIsOpenIn: [journal("class")], of: CourseDesk.library)
    #expect(past.replies.map(\.item.question) == Self.sittings[place].asked)
  }

  @Test func `asks what a sitting held back once it is closed`() throws {
    let lesson = try #require(CourseDesk.library["basics"])
    let beginning = Beginning(
      engine: Session.engine,
      lesson: lesson.id,
      lessonHash: lesson.hash,
      scene: lesson.scene,
      seed: 3,
      mode: "class"
    )
    var past = Past(replies: Self.both, now: CourseDesk.now, sessionBegan: CourseDesk.now)
    let journal = [Move.began(beginning), .closed([])].map { Entry($0).canonical }
    past.leaveOut(whatIsOpenIn: [journal], of: CourseDesk.library)
    #expect(past.replies == Self.both)
    past.leaveOut(whatIsOpenIn: [Array(journal.prefix(1))], of: CourseDesk.library)
    #expect(past.replies.isEmpty)
  }

  @Test(arguments: ["soon", "", "maybe thirty or so", "3 or 4", "?!"])
  func `takes no response that cannot be read`(line: String) throws {
    var desk = try CourseDesk(reviewing: Self.both)
    desk.hand(.greet)
    desk.type(line)
    #expect(desk.session.attempt.step == "basics#lifetime")
    #expect(desk.replies.isEmpty)
  }
}

extension CourseDesk {
  /// The responses in the rows of this session, given one millisecond after another.
  fileprivate var replies: [Recall.Reply] {
    rows.enumerated().flatMap { place, row in
      Recall.Reply.replies(
        canonical: row.canonical,
        wallTime: Self.now + Int64(place),
        lesson: session.attempt.beginning.lesson
      )
    }
  }
}
