import Foundation
import Lab
import Testing

@testable import Tutor

/// What the coach says on the way through the lesson is true.
struct `The coach` {
  private static let record = "update record www/FailoverPrimary CafeInstance1"
  private static let check = "update health-check Primary-Website-Health --ip-address CafeInstance1"

  @Test
  func `the check may follow only when the record's change is INSYNC`() throws {
    var room = try Classroom(at: "recover")
    room.type("skip", "start CafeInstance1", "wait 2m")
    let early = room.type(Self.record).unwrapped
    #expect(early.contains("But its change is still PENDING"))
    #expect(!early.contains("Now the check may follow"))
    #expect(room.type("wait 2m").unwrapped.contains("Now the check may follow"))
    room.type(Self.check)
    #expect(room.type("wait 2m").contains("All of the task is done"))
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `whoever does not wait between record and check is told so, and nothing else`(
    seed: UInt64
  ) throws {
    var room = try Classroom(at: "recover", seed: seed)
    room.type("skip", "start CafeInstance1", "wait 2m", Self.record)
    #expect(room.type(Self.check).unwrapped.contains("The order is right, and it came too fast"))
    let later = room.type("wait 3m").unwrapped
    #expect(later.contains("You pointed the check at the new address while"))
    #expect(!later.contains("change the record first"))
  }

  @Test
  func `a server that was just started boots, and is not said to lack its power`() throws {
    var room = try Classroom(at: "outage")
    room.type("wait 1h", "kill CafeInstance1", "wait 1d", "start CafeInstance1")
    let told = room.type("check").unwrapped
    #expect(told.contains("If it was just started, it still boots: `wait 2m`."), "\(told)")
    #expect(told.contains("No customer gets a page yet"), "\(told)")
    #expect(!told.contains("still dark"), "\(told)")
    room.type("wait 2m")
    #expect(room.isDone)
  }

  @Test
  func `a standby whose change is PENDING does not end its task`() throws {
    var room = try Classroom(at: "secondary")
    let line =
      "create record www A CafeInstance2 --ttl 15 --failover secondary "
      + "--set-identifier FailoverSecondary"
    #expect(room.type("skip", line).unwrapped.contains("the change is still PENDING"))
    #expect(!room.isDone)
    room.type("wait 1m")
    #expect(room.isDone)
  }

  @Test
  func `an answer has grown old only when somebody has seen it`() throws {
    var room = try Classroom(at: "resolve")
    let tick = "you saw an answer grow old"
    #expect(!room.type("skip", "dig www", "wait 5s").contains(tick))
    #expect(room.type("dig www").contains(tick))
  }

  @Test
  func `what only waits for something else is not called lost`() throws {
    var room = try Classroom(at: "outage")
    #expect(!room.type("skip", "kill CafeInstance1").contains("no longer"))
    var other = try Classroom(at: "recover")
    other.type("skip", "start CafeInstance1", "wait 2m", Self.record)
    let lost = other.type("zone-outage us-west-2a")
    #expect(lost.contains("no longer: CafeInstance1 serves its website"))
    #expect(!lost.contains("no longer: the primary record names that address"))
  }

  @Test(arguments: ["outage", "primary", "failover"])
  func `what holds on entry is worth nothing by itself`(step: String) throws {
    let room = try Classroom(at: step)
    let entered = try #require(room.session.step)
    #expect(room.session.attempt.record.points(of: entered).earned == 0)
  }

  @Test
  func `a prediction's reason has the numbers of this café`() throws {
    var room = try Classroom(at: "failover")
    let told = room.type("1").unwrapped
    #expect(told.contains("The check says unhealthy after 2"))
    #expect(!told.contains("${"))
  }

  @Test
  func `a guess that is no number is not accepted`() throws {
    var room = try Classroom(at: "failover")
    let isAccepted = (room.accepts("soonish"), room.accepts("30"))
    #expect(isAccepted == (false, true))
    #expect(room.session.attempt.record.responses(to: "how-fast").count == 1)
  }

  @Test
  func `a wrong answer does not bring the whole question again`() throws {
    var room = try Classroom(at: "questions")
    let again = room.type("the alarm")
    #expect(!again.contains("What is this feature called?"))
    #expect(room.type("quiz").unwrapped.contains("What is this feature called?"))
  }

  @Test
  func `a solution shows each line with what comes of it`() throws {
    var room = try Classroom(at: "sites")
    let shown = room.type("show me")
    let page = try #require(shown.range(of: "Server Information"))
    let second = try #require(shown.range(of: "> browse CafeInstance2"))
    #expect(page.lowerBound < second.lowerBound)
    #expect(room.session.attempt.rows.last?.entry.move.kind == "show-me")
  }

  @Test
  func `why takes the names that the task shows, and says when a condition was met`() throws {
    var room = try Classroom(at: "outage")
    room.type("skip")
    #expect(room.type("task").contains("[dead]"))
    room.type("wait 1h", "kill CafeInstance1")
    #expect(room.type("why dead").contains("met: since 09:02:00, after `kill CafeInstance1`"))
    #expect(room.type("why 1").contains("met: since"))
    #expect(room.type("why \"out of reach\"").contains("met: since"))
  }

  @Test
  func `questions about numbers can be judged in the café of the model solutions`() throws {
    let lesson = try #require(Classroom.lesson)
    let quiz = try #require(lesson.steps.flatMap(\.quizzes).first { $0.name == "mails" })
    let situation = try #require(lesson.situation(asking: "mails"))
    #expect(quiz.judge("2", Evaluator(situation)) != .unforeseen(.noIdea))
    #expect(lesson.situation(asking: "no such question") == nil)
  }
}
