import Lab
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `A failed condition` {
  private static let standby =
    "create record www A CafeInstance2 --ttl 15 --failover secondary --set-identifier "
    + "FailoverSecondary"

  /// What is typed, the condition that fails then, and a part of the line that mends it.
  private static let repairs: [(lines: [String], condition: String, change: String)] = [
    ([standby.replacing("--ttl 15", with: "--ttl 300")], "ttl", "www/FailoverSecondary A --ttl 15"),
    (
      [standby.replacing("CafeInstance2", with: "CafeInstance1")], "points",
      "www/FailoverSecondary A CafeInstance2"
    ),
    (
      [standby + " --health-check Primary-Website-Health", "wait 2m"], "works",
      "www/FailoverSecondary A --no-health-check"
    ),
    ([standby], "insync", "`wait "),
  ]

  @Test(arguments: 0..<4)
  func `is repaired by the nearest change`(place: Int) throws {
    let (lines, condition, change) = Self.repairs[place]
    var room = try Classroom(at: "secondary")
    for line in lines { room.type(line) }
    let told = room.type("repair \(condition)")
    #expect(told.contains(change), "\(told)")
    #expect(room.accepts("repair \(condition)") == true)
  }

  /// What is missing at the beginning of a step, and what the lines that would make it begin with.
  @Test(
    arguments: [
      (
        "health-check", "exists",
        ["create health-check Primary-Website-Health --ip-address CafeInstance1"]
      ),
      (
        "primary", "record",
        ["batch", "delete record www A", "create record www A CafeInstance1", "commit"]
      ),
      (
        "secondary", "record",
        [
          "create record www A CafeInstance2 --ttl 15 --failover secondary --set-identifier "
            + "FailoverSecondary"
        ]
      ),
    ]
  )
  func `is repaired by what is not there yet`(
    step: String,
    condition: String,
    lines: [String]
  ) throws {
    var room = try Classroom(at: step)
    let told = room.type("repair \(condition)").unwrapped
    for line in lines { #expect(told.contains(line), "\(told)") }
  }

  @Test func `holds once the line that was told is typed`() throws {
    var room = try Classroom(at: "secondary")
    room.type(Self.standby.replacing("--ttl 15", with: "--ttl 300"), "wait 2m")
    let told = room.type("repair")
    let line = try #require(
      told.split(separator: "\n").map { $0.drop { $0 == " " } }.first { $0.hasPrefix("update ") }
    )
    room.type(String(line), "wait 2m")
    #expect(room.isDone, "\(told)")
  }

  @Test func `is repaired where the chain of an alarm lacks a link`() throws {
    var room = try Classroom(at: "alert")
    room.type(
      "create topic Cafe-Alerts",
      "subscribe Cafe-Alerts sofia@cafe.example",
      "create alarm Primary-Website-Down --health-check Primary-Website-Health --topic Cafe-Alerts",
      "wait 2m"
    )
    #expect(room.type("repair mail").contains("confirm sofia@cafe.example"))
  }

  @Test func `is caused by the fewest lines`() throws {
    var room = try Classroom(at: "failover")
    room.type("dig www", "wait 1m", "stop CafeInstance2", "wait 1m", "inbox")
    let told = room.type("cause standby")
    #expect(told.contains("It held after row"), "\(told)")
    #expect(told.contains("\n  stop CafeInstance2\n"), "\(told)")
    #expect(!told.contains("  dig www") && !told.contains("  wait"), "\(told)")
  }

  @Test func `that never held is caused by what is in its way`() throws {
    var room = try Classroom(at: "failover")
    room.type("stop CafeInstance2", "wait 2m", "stop CafeInstance1", "wait 5m", "dig www")
    let told = room.type("cause moved")
    #expect(told.unwrapped.contains("Without this line it would: stop CafeInstance2"), "\(told)")
  }

  @Test func `that nobody broke is said to be nobody's doing`() throws {
    var room = try Classroom(at: "secondary")
    room.type("dig www", "wait 10s")
    #expect(room.type("cause record").unwrapped.contains("no line of yours is to blame"))
  }

  @Test(
    arguments: [
      ("repair nonsense", "No condition is called nonsense"),
      ("repair recrod", "Did you mean record?"),
      ("cause ttl", "ttl is not looked at before record holds"),
      ("repair ttl", "ttl is not looked at before record holds"),
    ]
  )
  func `that is not there, or not looked at, is refused`(line: String, words: String) throws {
    var room = try Classroom(at: "secondary")
    #expect(room.type(line).contains(words))
    #expect(room.accepts(line) == false)
  }

  @Test func `leaves the café as it is`() throws {
    var room = try Classroom(at: "secondary")
    room.type(Self.standby.replacing("--ttl 15", with: "--ttl 300"))
    let rows = room.session.attempt.rows.count
    room.type("repair ttl", "cause ttl", "chaos 3", "diff 1")
    #expect(room.session.attempt.rows.count == rows)
  }
}
