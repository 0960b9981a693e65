import Lab
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1))) struct `A command that went wrong at a question` {
  static let cut = [
    ("read \"1", "The quote \" in column 6 is still open."),
    ("list instances \"", "The quote \" in column 16 is still open."),
    ("kill \"CafeInstance1", "The quote \" in column 6 is still open."),
    ("kill \"CafeInstence1", "The quote \" in column 6 is still open."),
    ("stauts '", "The quote ' in column 8 is still open."),
    ("list instances \\", "The backslash in column 16 has nothing behind it."),
    ("help nonsense", "There is no command \"nonsense\"."),
  ]

  @Test(arguments: cut + [("kill CafeInstence1", "There is no instance \"CafeInstence1\".")])
  func `is no answer, and costs nothing`(line: String, words: String) throws {
    var room = try Classroom(at: "questions")
    let said = room.type(line).unwrapped
    #expect(said.contains(words) && said.contains("type `answer` before it"), "\(said)")
    #expect(room.session.attempt.record.responses(to: "health-check").isEmpty)
    room.type("answer " + line)
    #expect(room.session.attempt.record.responses(to: "health-check").count == 1)
  }

  @Test(arguments: cut)
  func `is no guess, and does not use it up`(line: String, words: String) throws {
    var room = try Classroom(at: "recover")
    let asked = try #require(room.session.asking?.name)
    let said = room.type(line).unwrapped
    #expect(said.contains(words), "\(said)")
    #expect(room.session.attempt.record.responses(to: asked).isEmpty)
    #expect(room.session.asking?.name == asked)
  }

  @Test(arguments: [
    "it's failover", "why it's down", "the \"health check", "list of the checks' results",
    "read 'the docs", "help is on the way, somehow",
  ])
  func `is not what only looks like one`(line: String) throws {
    var room = try Classroom(at: "questions")
    room.type(line)
    #expect(room.session.attempt.record.responses(to: "health-check").count == 1)
  }
}
