import CafeWorld
import Commands
import Foundation
import Lab
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `A frame of the stage` {
  /// A café without a lesson, and what was typed there.
  private struct Room {
    var session: Session
    private(set) var stretch: FastForward?

    init(_ scene: Scene = .cafe) {
      let beginning = Beginning(
        engine: Session.engine,
        lesson: "free",
        lessonHash: "",
        scene: scene,
        seed: 1
      )
      session = Session(
        attempt: Attempt(beginning),
        lesson: nil,
        library: Library(files: []),
        display: Display(width: 80, colour: false)
      )
    }

    /// Types lines, each of which must be accepted.
    mutating func type(_ lines: String...) {
      for line in lines {
        for effect in session.update(.line(line)) {
          if case .fastForward(let stretch) = effect { self.stretch = stretch }
          if case .report(let report) = effect, !report.accepted { Issue.record("\(line)") }
        }
      }
    }

    var frame: StageFrame { StageFrame(of: session) }

    static func built(to moment: Moment) -> Room {
      var room = Room()
      for chapter in Moment.allCases {
        for line in chapter.lines { room.type(line) }
        if chapter == moment { break }
      }
      return room
    }
  }

  enum Moment: String, CaseIterable {
    case opening, healthy, detecting, failedOver, recovered

    var lines: [String] {
      switch self {
      case .opening: []
      case .healthy:
        [
          "create health-check Primary-Website-Health --ip-address CafeInstance1 "
            + "--resource-path /cafe --request-interval 10 --failure-threshold 2",
          "create topic Cafe-Alerts", "subscribe Cafe-Alerts sofia@cafe.example", "confirm 1",
          "create alarm Primary-Website-Down --health-check Primary-Website-Health "
            + "--topic Cafe-Alerts",
          "allocate address", "associate address CafeInstance1",
          "update health-check Primary-Website-Health --ip-address CafeInstance1",
          "create record www A CafeInstance1 --ttl 15 --failover primary "
            + "--health-check Primary-Website-Health",
          "create record www A CafeInstance2 --ttl 15 --failover secondary", "wait 5m",
        ]
      case .detecting: ["stop CafeInstance1", "wait 20s"]
      case .failedOver: ["wait 15s"]
      case .recovered: ["start CafeInstance1", "wait 4m"]
      }
    }
  }

  @Test(arguments: Moment.allCases)
  func `is what a person last read of a moment`(moment: Moment) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(Room.built(to: moment).frame), as: UTF8.self)
    try expectGolden("stage-\(moment.rawValue)", text)
  }

  @Test func `has every customer on one way, wherever that leads`() {
    for moment in Moment.allCases.dropFirst() {
      let frame = Room.built(to: moment).frame
      #expect(frame.streams.map(\.count).reduce(0, +) == 200, "\(moment)")
      #expect(frame.targets.map(\.customers).reduce(0, +) == 200, "\(moment)")
    }
    #expect(Room.built(to: .opening).frame.streams.isEmpty)
  }

  @Test func `says in words what the checkers of each region say`() {
    let told = Room.built(to: .healthy).frame.words.filter { $0.hasPrefix("The checkers of ") }
    #expect(told.count == 1)
    #expect(told.first?.contains("Primary-Website-Health: us-east-1 2 healthy; us-west-1") == true)
  }

  @Test func `goes back when the café does`() {
    var room = Room.built(to: .healthy)
    let before = room.frame
    room.type("stop CafeInstance1")
    let stopped = room.frame
    #expect(stopped != before)
    room.type("wait 2m", "undo")
    #expect(room.frame == stopped)
    room.type("undo")
    #expect(room.frame == before)
    #expect(room.frame.json == before.json)
    room.type("redo 2", "status", "bookmark later", "goto 11", "goto later")
    #expect(room.frame.clock == "08:07:00")
  }

  @Test func `of a stretch of time is that of a world that stopped there`() throws {
    var room = Room.built(to: .healthy)
    room.type("stop CafeInstance1", "wait 3m")
    let stretch = try #require(room.stretch)
    var reel = try #require(StageReel(of: room.session, during: stretch))
    for seconds in [1, 20, 20, 26, 31, 60, 179] as [Int64] {
      var other = Room.built(to: .healthy)
      other.type("stop CafeInstance1", "wait \(seconds)s")
      let frame = reel.frame(at: stretch.from + seconds * .second)
      let known = other.frame
      #expect(frame.clock == known.clock && frame.time == known.time)
      #expect(frame.headline == known.headline && frame.users == known.users)
      #expect(frame.checks == known.checks && frame.service == known.service)
      #expect(frame.targets == known.targets && frame.streams == known.streams)
      #expect(frame.mails == known.mails && frame.words == known.words)
      #expect(frame.timeline == known.timeline)
    }
    #expect(reel.frame(at: stretch.to + .hour) == room.frame)
  }

  @Test func `knows no reel of what was done before`() throws {
    var room = Room.built(to: .healthy)
    let stretch = try #require(room.stretch)
    #expect(StageReel(of: room.session, during: stretch) != nil)
    room.type("stop CafeInstance1")
    #expect(StageReel(of: room.session, during: stretch) == nil)
  }

  @Test func `is one line of JSON, whatever things are called`() throws {
    var scene = Scene.cafe
    scene.title = "A \"title\"\nof two lines, \u{2028} and more \u{1B}[31m"
    let frame = Room(scene).frame
    let poll = StageFrame.Poll(
      question: "Two\nlines?",
      choices: [StageFrame.Poll.Choice("</script>", count: 3, isRight: true)]
    )
    for json in [frame.json, StageFrame(of: Room(scene).session, poll: poll).json] {
      #expect(json.allSatisfy { $0 >= 0x20 })
      #expect(try JSONSerialization.jsonObject(with: Data(json)) is [String: Any])
    }
  }

  @Test func `has room for an account with nothing in it, and for a crowd of servers`() throws {
    let empty = Room(.empty).frame
    #expect(empty.targets.isEmpty && empty.streams.isEmpty && !empty.words.isEmpty)
    var room = Room()
    for number in 3...40 { room.type("create instance Server\(number)") }
    for number in 1...6 {
      room.type("create health-check Check\(number) --ip-address Server\(number + 30)")
    }
    room.type("create record www A Server40 --ttl 15 --health-check Check6", "wait 2m")
    let frame = room.frame
    #expect(frame.targets.count == 16)
    #expect(frame.streams.map(\.count) == [200])
    #expect(frame.streams.allSatisfy { frame.targets[$0.target].customers == 200 })
    #expect(frame.checks.map(\.part.box.title) == ["Check6", "Check1", "Check2"])
    #expect(frame.moreChecks == 3)
    #expect(frame.json.count < 32_768)
  }

  @Test func `tells nothing of what a solution took back`() throws {
    var room = try Classroom(at: "health-check")
    room.type("kill CafeInstance2", "wait 1h", "show me")
    let attempt = room.session.attempt
    #expect(attempt.events().map(\.number) == Array(1...attempt.world.eventCount))
    let told = StageFrame(of: room.session).told.map(\.text).joined(separator: " ")
    #expect(told.contains("Primary-Website-Health") && !told.contains("CafeInstance2"))
  }

  @Test func `runs by the clock while the café does`() {
    var room = Room.built(to: .healthy)
    #expect(!room.frame.runs)
    _ = room.session.update(.opened(["somewhere"]))
    let now = room.session.attempt.world.now
    _ = room.session.update(.struck(now + 7 * .second))
    #expect(room.frame.runs && room.frame.clock == "08:05:07")
  }
}
