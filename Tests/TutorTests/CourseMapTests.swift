import Gradebook
import Lab
import Terminal
import Testing

@testable import Tutor

struct `The map of the course` {
  private static func map(width: Int, linear: Bool = false) throws -> String {
    var desk = try CourseDesk(in: "alert", width: width, linear: linear)
    var done = try CourseDesk(in: "basics")
    done.hand(.greet)
    done.type("create record www A CafeInstance1 --ttl 15", "next", "15", "1")
    desk.past.attempts = [Past.Tried(lesson: "basics", record: done.session.attempt.record)]
    desk.past.replies = [CourseDesk.reply("basics", "server", daysAgo: 1)]
    desk.hand(.greet)
    return desk.type("progress")
  }

  @Test func `has the lessons by what they rest on, with points, what comes next, what is due`()
    throws
  {
    let text = try Self.map(width: 80)
    let lines = text.split(separator: "\n").map(String.init)
    let basics = try #require(lines.first { $0.contains("  basics") })
    #expect(basics.hasPrefix("  ✓"))
    #expect(basics.contains("3 of 3") && basics.hasSuffix("1"))
    let alert = try #require(lines.first { $0.contains("    alert") })
    #expect(alert.hasPrefix("→ ○") && alert.contains("0 of 3"))
    let ttl = try #require(lines.first { $0.contains("      ttl") })
    #expect(ttl.contains("–"))
    #expect(text.contains("Next: `start ttl`, Why customers wait after DNS has moved (10 min)."))
    #expect(text.contains("1 question from before is due"))
  }

  @Test(arguments: [(80, false), (60, false), (40, false), (60, true), (80, true)])
  func `is never wider than the display`(width: Int, linear: Bool) throws {
    for line in try Self.map(width: width, linear: linear).split(separator: "\n") {
      #expect(displayWidth(of: String(line)) <= width, "\(line)")
    }
  }

  @Test func `says where help has its price that the course counts none`() throws {
    var ruled = try CourseDesk(rules: Rules(.class))
    ruled.hand(.greet)
    #expect(ruled.type("progress").unwrapped.contains("without prices"))
    var free = try CourseDesk()
    free.hand(.greet)
    #expect(!free.type("progress").unwrapped.contains("without prices"))
  }

  @Test func `is words alone where text is linear`() throws {
    let text = try Self.map(width: 80, linear: true)
    #expect(text.unwrapped.contains("state: done; lesson: basics; title: The first steps;"))
    #expect(text.unwrapped.contains("state: open, here; lesson: alert;"))
    #expect(text.unwrapped.contains("points: 3 of 3; due: 1"))
  }

  @Test func `the end of a lesson offers the next one, and the last of all none`() throws {
    var desk = try CourseDesk()
    desk.hand(.greet)
    desk.type("create record www A CafeInstance1 --ttl 15", "next", "15")
    let end = desk.type("CafeInstance1")
    #expect(end.contains("The lesson ends here: 3 of 3 points."))
    #expect(end.contains("Next in the course: `start alert`, Who is told (10 min)."))
    desk.past.attempts = ["alert", "ttl"].map {
      Past.Tried(lesson: $0, record: desk.session.attempt.record)
    }
    #expect(!desk.type("next").contains("Next in the course"))
  }

  @Test func `begins with the lesson that rests on no other`() {
    #expect(CourseDesk.library.first?.id == "basics")
    #expect(CourseDesk.library.course.places.map(\.id) == ["basics", "alert", "ttl"])
  }
}
