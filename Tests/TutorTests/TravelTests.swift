import CafeWorld
import Lab
import Route53
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `Moments of an attempt` {
  @Test func `differ in what was done between them`() throws {
    var room = try Classroom(at: "failover")
    room.type("bookmark before", "stop CafeInstance1", "wait 5m")
    let told = room.type("diff before").unwrapped
    #expect(told.contains("CafeInstance1, state: running → stopped"))
    #expect(told.contains("health check Primary-Website-Health, status: healthy → unhealthy"))
    #expect(told.contains("answer for www.cafe.example A"))
    #expect(told.contains("orders lost"))
    #expect(told.contains("alarm Primary-Website-Down, state: OK → ALARM"))
    #expect(told.contains("mail to Sofía"))
    #expect(room.type("diff now now").contains("nothing differs"))
  }

  @Test func `before a step that was entered are told from those in it`() throws {
    var room = try Classroom(at: "sites")
    room.type("show me", "next")
    let step = try #require(room.session.attempt.step)
    let title = try #require(Classroom.lesson?[step: step]?.title)
    room.type("wait 1m")
    #expect(!room.type("undo").contains("before the step"))
    let told = room.type("undo").unwrapped
    #expect(room.session.attempt.step == "sites")
    #expect(told.contains("You are in step `sites` again, before the step \(title)."), "\(told)")
    #expect(!room.type("redo").contains("before the step"))
    #expect(room.session.attempt.step == step)
  }

  @Test func `that undo takes back are named, though nobody typed them`() throws {
    var room = try Classroom(at: "outage")
    room.type("skip", "wait 1m")
    let far = room.type("undo 99").unwrapped
    #expect(far.contains("Taken back: wait 1m, the entry into step `outage`."), "\(far)")
    #expect(far.contains("You are in step `story` again"), "\(far)")
    var later = try Classroom(at: "primary")
    later.type("skip", "create record w A 1.1.1.1 --failover PRIMARY")
    let near = later.type("undo 2").unwrapped
    #expect(
      near.contains("Taken back: the entry into step `primary`, the solution of step `alert`."),
      "\(near)"
    )
  }

  @Test func `stand in the history at the time that goto finds`() throws {
    var room = try Classroom(at: "outage")
    room.type("skip")
    for line in ["wait 1m", "undo", "redo", "wait 1m", "goto 5"] { room.type(line) }
    let shown = room.type("history").split(separator: "\n").map(String.init)
    for row in 2..<room.session.attempt.rows.count {
      var copy = room
      copy.type("goto \(row)")
      let clock = copy.session.world.now.clock(seenFrom: room.session.world.now)
      let line = shown.first { $0.hasPrefix("row: \(row);") } ?? ""
      #expect(line.contains("time: \(clock);"), "\(row): \(clock), \(line)")
    }
  }

  @Test func `on two branches are compared by their names`() throws {
    var room = try Classroom(at: "failover")
    room.type("branch other", "stop CafeInstance1", "wait 1m", "goto main", "wait 1m")
    let told = room.type("diff main other")
    #expect(told.contains("CafeInstance1, state: running → stopped"), "\(told)")
    #expect(room.accepts("diff main nowhere") == false)
    #expect(room.accepts("diff 9999") == false)
    #expect(room.type("diff main othr").contains("Did you mean other?"))
  }

  /// Nobody typed them, so there is no line to show.
  @Test func `that the clock brought are told together`() throws {
    var room = try Classroom(at: "failover")
    let first = room.session.attempt.rows.count
    for _ in 0..<2 { _ = room.session.perform([.wait(30 * .second)], typed: "") }
    room.type("bookmark here")
    let outside = try #require(Outside("127.0.0.1:80"))
    let made = room.session.perform(
      [.createInstance(name: "mine", zone: "us-west-2a", outside: outside)],
      typed: "create instance mine"
    )
    #expect(throws: Never.self) { try made.result.get() }
    let address = try #require(room.session.world.instance("mine")?.publicAddress)
    room.type("create health-check mine --ip-address \(address) --request-interval 10")
    let due = room.session.world.realProbes(by: room.session.world.now + 10 * .second)
    let probe = try #require(due.first)
    let found = room.session.perform(
      [.wait(10 * .second), .reportProbe(probe.check, checker: probe.site, .refused, took: 0)],
      typed: ""
    )
    #expect(throws: Never.self) { try found.result.get() }
    let told = room.type("history").unwrapped
    #expect(told.contains("\(first)-\(first + 1)") && told.contains("waited 60 s"), "\(told)")
    let region = HealthRules.sites[probe.site].region
    #expect(told.contains("a checker in \(region) found \"Failure"), "\(told)")
  }

  @Test func `what-if says the same as what is then done`() throws {
    var room = try Classroom(at: "failover")
    let before = room.session.world
    let said = room.type("what-if stop CafeInstance1")
    room.type("stop CafeInstance1")
    let difference = WorldDifference(from: before, to: room.session.world)
    let done = Views.difference(difference, on: room.session.display).text
    #expect(said.contains(done))
  }
}

@Suite(.timeLimit(.minutes(1)))
struct `A line behind what-if` {
  /// What would be by then is compared with what is now.
  @Test(arguments: [
    "wait 5m", #"run until --at-most 5m hc("Primary-Website-Health").status == unhealthy"#,
  ])
  func `may let time pass`(line: String) throws {
    var room = try Classroom(at: "failover")
    room.type("kill CafeInstance1")
    let before = room.session.world
    let said = room.type("what-if \(line)").unwrapped
    #expect(said.contains("Primary-Website-Health, status: healthy → unhealthy"), "\(said)")
    #expect(room.session.world == before)
  }

  @Test(arguments: [
    "undo", "next", "set teach on", "export foo", "status", "what-if stop CafeInstance1", "commit",
    "what-if bogus",
  ])
  func `must do something in the café`(line: String) throws {
    var room = try Classroom(at: "failover")
    #expect(room.accepts("what-if \(line)") == false)
  }

  @Test func `is refused in the column in which it stands, and as it would be by itself`() throws {
    var room = try Classroom(at: "failover")
    for (line, column) in [("what-if \"", 9), ("  what-if  stop \" ", 17)] {
      #expect(room.type(line).unwrapped.contains("in column \(column) is"), "\(line)")
    }
    #expect(room.type("what-if commit").contains("No batch is open."))
    room.type("batch")
    #expect(room.type("what-if commit").contains("The batch is empty."))
  }

  @Test func `that an open batch keeps is told from one that does nothing`() throws {
    var room = try Classroom(at: "failover")
    room.type("batch", "create record other A CafeInstance2")
    let said = room.type("what-if create record more A CafeInstance1").unwrapped
    #expect(said.contains("A batch is open, so that line would only be kept"), "\(said)")
    #expect(room.session.attempt.cafe.draft?.changes.count == 1)
    #expect(room.type("what-if commit").contains("other.cafe.example"))
    #expect(room.type("what-if status").unwrapped.contains("changes nothing in the café"))
    room.type("discard")
    #expect(room.type("what-if create record more A CafeInstance1").contains("more.cafe.example"))
  }
}

@Suite(.timeLimit(.minutes(1)))
struct `A replayed schedule` {
  @Test(arguments: [1, 2, 3, 17] as [UInt64])
  func `is ordinary rows that lead to where the copy was`(seed: UInt64) throws {
    var room = try Classroom(at: "failover")
    var copy = room.session.world
    copy.play(FaultSchedule(seed: seed, over: 10 * .minute, in: copy))
    #expect(room.accepts("chaos replay \(seed)") == true)
    #expect(room.session.world == copy)
    #expect(room.session.attempt.branchName == "chaos-\(seed)")
    for row in room.session.attempt.rows.suffix(3) { #expect(!row.typed.isEmpty) }
    room.type("goto main")
    #expect(room.session.world.now < copy.now)
    #expect(room.accepts("chaos replay \(seed)") == true)
    #expect(room.session.attempt.branchName == "chaos-\(seed)-2")
    #expect(room.session.world == copy)
  }

  @Test func `can be typed from its rows`() throws {
    var room = try Classroom(at: "failover")
    let start = room.session.attempt.rows.count
    room.type("chaos replay 17")
    let lines = room.session.attempt.rows[(start + 1)...].map(\.typed)
    let end = room.session.world
    room.type("goto main")
    for line in lines { #expect(room.accepts(line) == true, "\(line)") }
    #expect(room.session.world == end)
  }

  @Test(arguments: [60, 80, 120])
  func `and its battery fit the display`(width: Int) throws {
    var room = try Classroom(at: "failover", width: width, linear: false)
    let told = room.type("chaos 10 --seed 5", "chaos replay 6", "diff main", "branch", "history")
    for line in told.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    #expect(told.contains("survived: "))
    #expect(told.contains("chaos replay "))
  }

  @Test func `has its causes`() throws {
    var room = try Classroom(at: "failover")
    room.type("stop CafeInstance1", "wait 5m")
    let attempt = room.session.attempt
    let turned = try #require(
      attempt.events().last { if case .healthServed = $0.fact { true } else { false } }
    )
    let told = room.type("why \(turned.at.civil(local: true).clock)")
    #expect(told.unwrapped.contains("somebody typed: stop CafeInstance1"), "\(told)")
    #expect(room.accepts("why 03:00:00") == false)
  }
}
