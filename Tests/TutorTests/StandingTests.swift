import CafeWorld
import Commands
import Lab
import Route53
import Terminal
import Testing

@testable import Tutor

/// What the views say of a check, a server and an answer, where appearances deceive.
@Suite(.timeLimit(.minutes(1)))
struct `How things stand` {
  private var attempt = Attempt(
    Beginning(engine: "", lesson: "", lessonHash: "", scene: "cafe", seed: 7)
  )

  private static let pair = [
    "create health-check P --ip-address CafeInstance1 --request-interval 10 --failure-threshold 2",
    "create record www A CafeInstance1 --ttl 15 --failover primary --set-identifier One "
      + "--health-check P",
    "create record www A CafeInstance2 --ttl 15 --failover secondary --set-identifier Two",
    "wait 2m",
  ]

  @discardableResult
  private mutating func type(_ lines: String...) throws -> [Event] {
    try type(lines)
  }

  @discardableResult
  private mutating func type(_ lines: [String]) throws -> [Event] {
    var events: [Event] = []
    for line in lines {
      let (_, commands, refusal) = Situation(attempt).carryingOut([line])
      #expect(refusal == nil, "\(line)")
      events += try attempt.carryOut(.commands(commands), typed: line)
    }
    return events
  }

  @Test mutating func `a name of what was deleted is no domain name that is missing`() throws {
    try type("create health-check P --ip-address CafeInstance1", "create topic T")
    try type("create alarm A --health-check P --topic T", "wait 2m")
    #expect(try shown("explain A").contains("A, an alarm of CloudWatch"))
    #expect(try shown("explain A").contains("CloudWatch's own words for the state"))
    #expect(try shown("explain T").contains("written to by the alarm A"))
    try type("delete alarm A", "delete topic T", "delete health-check P", "wait 1m")
    let check = "P was a health check, and was deleted at 08:02:00. No record has that name. "
    #expect(try shown("explain P") == check + "`list health-checks` shows those that there are.")
    #expect(try shown("explain A").contains("A was an alarm, and was deleted at 08:02:00."))
    #expect(try shown("explain T").contains("`list topics` shows those"))
    #expect(try shown("explain nobody").contains("Why, rule by rule"))
  }

  private func shown(_ line: String) throws -> String {
    let request = try parse(line, in: ParseContext(world: attempt.world))
    guard case .ask(let inquiry) = request else { return "no question: \(line)" }
    let display = Display(width: 400, linear: true)
    let text = Views.show(inquiry, of: attempt.world, events: attempt.events(), on: display).text
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Half a minute after a disturbance its stretch would reach into what is to come.
  @Test(arguments: [0, 5, 17, 29, 40])
  mutating func `a timeline ends now`(seconds: Int) throws {
    try type(Self.pair)
    try type("kill CafeInstance1")
    if seconds > 0 { try type("wait \(seconds)s") }
    let world = attempt.world
    let check = world.healthChecks[0].id
    let strip = Strip(of: world, events: attempt.events(), check: check, last: nil)
    let now = world.now.forDrawing
    for lane in strip.timeline.lanes {
      #expect(lane.marks.allSatisfy { $0.at <= now }, "\(lane.label)")
      #expect(lane.segments.allSatisfy { $0.to <= now }, "\(lane.label)")
    }
  }

  @Test mutating func `an answer is as old as it is, though its address has lost its owner`() throws
  {
    try type("create record www A CafeInstance1 --ttl 15", "wait 2m")
    let text = try shown("explain www")
    let since = try #require(text.firstMatch(of: /since (\d\d:\d\d:\d\d)/)?.1)
    try type("stop CafeInstance1", "wait 40s")
    let later = try shown("explain www")
    #expect(later.contains("(nobody)") && later.contains("since \(since)"), "\(later)")
    #expect(later.contains("whoever is led there now is lost"))
  }

  @Test mutating func `the name servers' word is told apart from the check's`() throws {
    try type(Self.pair)
    try type("stop CafeInstance1")
    while attempt.world.healthChecks[0].status == .healthy { try type("wait 1s") }
    let text = try shown("explain www")
    #expect(text.contains("the name servers still take P for healthy, though it is unhealthy"))
  }

  @Test mutating func `an inverted or disabled check says so wherever it is counted`() throws {
    try type(Self.pair)
    try type("update health-check P --inverted", "wait 2m")
    #expect(try shown("explain www").contains("16 of 16 checkers healthy, inverted"))
    #expect(try shown("show P").contains("Inverted: it is unhealthy while more than 18 %"))
    try type("update health-check P --disabled", "wait 1m")
    #expect(try shown("explain www").contains("disabled: nobody looks"))
    #expect(try shown("show P").contains("While it is disabled it counts as"))
  }

  @Test(arguments: [("", "healthy"), ("--inverted", "unhealthy")])
  mutating func `a timeline says why the lanes of a disabled check end`(
    option: String,
    status: String
  ) throws {
    try type(Self.pair)
    if !option.isEmpty { try type("update health-check P \(option)", "wait 1m") }
    #expect(try !shown("timeline P").contains("has been disabled"))
    let before = attempt.world
    let clock = before.now.clock
    let events = try type("update health-check P --disabled")
    let told = Narration.lines(
      events,
      before: before,
      after: attempt.world,
      on: Display(width: 400, linear: true)
    ).map(\.text.text).joined(separator: " ")
    #expect(told.contains("is disabled: nobody asks for"), "\(told)")
    #expect(told.contains("it counts as \(status)"), "\(told)")
    try type("wait 2m", "update health-check P --failure-threshold 4", "wait 2m")
    let text = try shown("timeline P")
    #expect(text.contains("P has been disabled since \(clock)."), "\(text)")
    #expect(text.contains("It counts as \(status), whatever there is"), "\(text)")
    #expect(text.contains("`update health-check P --enabled`"), "\(text)")
    try type("update health-check P --enabled")
    #expect(try !shown("timeline P").contains("has been disabled"))
  }

  @Test mutating func `a check that is disabled turns by that alone`() throws {
    try type(Self.pair)
    try type("kill CafeInstance1", "wait 1m")
    let before = attempt.world
    let events = try type(
      "update health-check P --disabled",
      "update health-check P --inverted"
    )
    let told = Narration.lines(
      events,
      before: before,
      after: attempt.world,
      on: Display(width: 400, linear: true)
    ).map(\.text.text)
    #expect(told.contains("P is now healthy: it is disabled, so it counts as healthy."), "\(told)")
    #expect(
      told.contains(
        "P is now unhealthy: it is disabled, so it counts as healthy, and it is inverted."
      ),
      "\(told)"
    )
  }

  @Test mutating func `the word of a check that was disabled is on its way as well`() throws {
    try type(Self.pair)
    try type("kill CafeInstance1", "wait 1m", "update health-check P --disabled")
    let text = try shown("explain www")
    #expect(text.contains("until somebody enables it. P turned healthy at "), "\(text)")
    #expect(text.contains("Its word reaches the name servers"), "\(text)")
    try type("wait 10s")
    #expect(try !shown("explain www").contains("Its word reaches"))
  }

  @Test mutating func `a timeline does not end before its check was made`() throws {
    try type(Self.pair)
    try type("kill CafeInstance1", "wait 3d", "update health-check P --disabled", "wait 10m")
    try type("create health-check Q --ip-address CafeInstance2 --request-interval 10", "wait 10m")
    let world = attempt.world
    let check = try #require(world.healthChecks.first { $0.title == "Q" })
    let strip = Strip(of: world, events: attempt.events(), check: check.id, last: nil)
    #expect(strip.timeline.to == world.now.forDrawing)
    #expect(strip.timeline.lanes[0].marks.count > 10)
    try type("update health-check Q --disabled", "wait 10m")
    let text = try shown("timeline Q --last 1m")
    #expect(text.contains("Q has been disabled since ") && !text.contains("lanes end"), "\(text)")
    #expect(try shown("timeline Q --last 15m").contains("so their lanes end there"))
  }

  @Test mutating func `a terminated server leaves the lists, and what points at it says so`() throws
  {
    try type(Self.pair)
    try type("terminate CafeInstance1", "wait 50m")
    for line in ["list instances", "status", "diagram"] {
      #expect(try shown(line).contains("CafeInstance1"), "\(line)")
    }
    try type("wait 20m")
    #expect(try !shown("list instances").contains("CafeInstance1"))
    #expect(try !shown("status").contains("CafeInstance1"))
    #expect(try !shown("diagram").contains("CafeInstance1"))
    #expect(try shown("show CafeInstance1").contains("terminated"))
    #expect(try shown("show P").contains("(nobody)"))
    try type("terminate CafeInstance2", "wait 2h")
    #expect(try shown("list instances").contains("A terminated one is listed for an hour"))
    #expect(try shown("status").contains("No instances"))
    #expect(try !shown("diagram").isEmpty)
  }

  static let stillBroken = [
    "break CafeInstance1 --refuse", "break CafeInstance1 --drop", "zone-outage us-west-2a",
  ]

  @Test(arguments: stillBroken)
  mutating func `a server that boots as broken as before does not answer again`(line: String) throws
  {
    try type(line)
    let before = attempt.world
    let events = try type("reboot CafeInstance1", "wait 1m")
    let told = Narration.lines(
      events,
      before: before,
      after: attempt.world,
      on: Display(width: 200, linear: true)
    ).map(\.text.text).joined(separator: " ")
    #expect(told.contains("as broken as before") && !told.contains("answers again"), "\(told)")
  }

  /// A health check takes 301 and 204 for a success; nobody can order from them.
  @Test(arguments: [200, 204, 301, 503])
  mutating func `customers order from a page alone`(status: Int) throws {
    try type("create record www A CafeInstance1 --ttl 60", "wait 90s")
    if status != 200 { try type("break CafeInstance1 --status \(status)") }
    let events = try type("order http://www.cafe.example/cafe/")
    let isPlaced = events.contains { if case .orderPlaced = $0.fact { true } else { false } }
    #expect(isPlaced == (status == 200))
  }

  @Test mutating func `a region is cut off from any address`() throws {
    try type("create health-check P --ip-address CafeInstance1 --request-interval 10")
    let address = try #require(attempt.world.instances[0].publicAddress)
    try type("break \(address) --cut-off eu-west-1", "break 8.8.8.8 --cut-off us-east-1")
    #expect(attempt.world.cutOffs.count == 2)
    for cut in attempt.world.cutOffs {
      let line = Command.cutOff(region: cut.region, address: cut.address, lasting: nil)
        .line(in: attempt.world)
      #expect(line?.contains("--cut-off \(cut.region)") == true)
    }
    try type("heal 8.8.8.8 --cut-off us-east-1")
    #expect(attempt.world.cutOffs.count == 1)
  }

  @Test(arguments: [
    ("create record c CNAME www", true), ("create record c CNAME CafeInstance1", true),
    ("create record c CNAME www.cafe.example", false), ("create record c A CafeInstance1", false),
  ])
  mutating func `a CNAME to one word leads out of the zone, and says so`(
    line: String,
    isDoubtful: Bool
  ) throws {
    let before = attempt.world
    let told = Narration.lines(
      try type(line),
      before: before,
      after: attempt.world,
      on: Display(width: 200, linear: true)
    ).map(\.text.text).joined(separator: " ")
    #expect(told.contains("is no name in cafe.example: write ") == isDoubtful, "\(told)")
  }
}
