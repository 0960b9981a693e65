import CafeWorld
import Foundation
import Lab
import Progress
import Support
import Testing
import Tutor

/// The whole story, told by the tools that people use, and told again in process.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct StoryTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  static let python = root + "/.build/venv/bin/python3"
  static let dig = Tool("dig", package: "bind9-dnsutils")
  static let curl = Tool("curl", package: "curl")
  static let hasClients: Bool =
    (try? PipedRun(Program(python, ["-c", "import boto3, awscli"])).exit == .code(0)) ?? false

  private struct Story: Decodable {
    struct Sight: Decodable {
      let dig: [String]
      let curl: String
    }
    let before, after: Sight
    let seconds, predicted, failed: Int
  }

  @Test(
    .enabled(if: hasClients, "needs boto3 and the AWS CLI (.build/venv; `make test` makes it)"),
    .enabled(if: dig.isHere, "\(dig)"),
    .enabled(if: curl.isHere, "\(curl)")
  )
  func `the story over sockets, and the same in process`() throws {
    let served = try Served(shop, ["--speed", "60x", "--save", "--json-log"])
    let addresses = served.addresses
    let site = try #require(addresses.websites.first?.split(separator: "/").dropFirst().first)
    let run = try PipedRun(
      Program(
        Self.python,
        [
          Self.root + "/Tests/Clients/story.py", addresses.api, addresses.dns, String(site), "60",
        ],
        environment: ["PATH": "/usr/bin:/bin", "HOME": shop.home, "LANG": "C.UTF-8"]
      ),
      input: [],
      seconds: 120
    )
    try #require(run.exit == .code(0), "\(run.errors)")
    let story = try JSONDecoder().decode(Story.self, from: Data(run.output.utf8))
    #expect(story.before.curl == "us-west-2a" && story.after.curl == "us-west-2b")
    #expect(story.before.dig != story.after.dig && story.after.dig.count == 1)
    #expect(story.failed > 12)
    #expect(served.stop() == .code(0))

    let told = try Self.told(shop)
    let turn = try #require(told.first { $0.fact.kind == "healthServed" })
    let stop = try #require(told.last { $0.fact.kind == "lifecyclePlanned" && $0.at <= turn.at })
    #expect((1...Int64(story.predicted) * .second).contains(turn.at - stop.at))
    // The mail is in the inbox.
    let inbox = try shop.run(["play", "--scene", "cafe"], input: "inbox\n")
    #expect(inbox.output.contains("ALARM: \"Primary-Website-Health\""))
    #expect(
      told.contains { event in
        if case .mailDelivered(let mail) = event.fact {
          mail.subject.hasPrefix("ALARM")
        } else {
          false
        }
      }
    )
    let again = try Self.toldInProcess(shop)
    #expect(Self.kinds(told) == Self.kinds(again))
    #expect(Self.causes(told) == Self.causes(again))
  }

  private static func moves(_ shop: Shop) throws -> (Beginning, [Command]) {
    let store = try Store.open(folder: shop.state)
    let attempt = try #require(try store.attempts().last)
    var beginning: Beginning?
    var commands: [Command] = []
    for row in try store.journal(of: attempt.id).rows() {
      switch try Entry(canonical: row.canonical).move {
      case .began(let known): beginning = known
      case .commands(let more): commands += more
      default: break
      }
    }
    return (try #require(beginning), commands)
  }

  /// What happened by the journal.
  private static func told(_ shop: Shop) throws -> [Event] {
    let (beginning, commands) = try moves(shop)
    var world = Attempt(beginning).world
    return try commands.flatMap { try world.perform($0) }
  }

  /// The same commands in a world that nobody serves, with a learner's round waits in between.
  private static func toldInProcess(_ shop: Shop) throws -> [Event] {
    let (beginning, commands) = try moves(shop)
    var world = Attempt(beginning).world
    var events: [Event] = []
    for command in commands {
      if case .wait = command { continue }
      if case .stopInstance = command { events += try world.perform(.wait(3 * .minute)) }
      events += try world.perform(command)
    }
    return events + (try world.perform(.wait(3 * .minute)))
  }

  /// The kinds of events, in the order in which each first came, without those of the many.
  private static func kinds(_ events: [Event]) -> [String] {
    var kinds: [String] = []
    for event in events where event.isOfTheStory && !kinds.contains(event.fact.kind) {
      kinds.append(event.fact.kind)
    }
    return kinds
  }

  /// Which kind brought which about.
  private static func causes(_ events: [Event]) -> Set<String> {
    let kinds = Dictionary(uniqueKeysWithValues: events.map { ($0.number, $0.fact.kind) })
    return Set(
      events.filter(\.isOfTheStory).map { event in
        "\(event.cause.flatMap { kinds[$0] } ?? "a command") -> \(event.fact.kind)"
      }
    )
  }
}

extension Fact {
  fileprivate var kind: String { String("\(self)".prefix { $0 != "(" }) }
}

extension Event {
  /// Whether it is no mere passing of time, and nothing that resolvers do for customers.
  fileprivate var isOfTheStory: Bool { !["timePassed", "cacheRefilled"].contains(fact.kind) }
}
