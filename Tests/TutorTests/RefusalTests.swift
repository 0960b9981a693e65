import CafeWorld
import Commands
import DNS
import Route53
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `A refusal` {
  /// Asks for something that the world refuses, and returns the sentences.
  private func refused(_ story: CafeStory, _ command: Command) throws -> String {
    do {
      _ = try story.world.decide(command)
      Issue.record("\(command) was accepted")
      return ""
    } catch { return Narration.refusal(error, world: story.world).text }
  }

  private func check(
    _ address: String,
    interval: Int = 10,
    threshold: Int = 2,
    kind: HealthCheckKind = .http,
    path: String? = nil,
    port: Int? = nil
  ) -> Command {
    .createHealthCheck(
      name: "c",
      callerReference: nil,
      settings: HealthCheckSettings(
        kind: kind,
        ipAddress: address,
        port: port,
        resourcePath: path,
        requestInterval: interval,
        failureThreshold: threshold
      )
    )
  }

  @Test func `of a health check names Amazon's reason and ours`() throws {
    let story = try CafeStory(.opening)
    let rows: [(Command, [String])] = [
      (check("10.0.0.1"), ["IPv4 address 10.0.0.1 is forbidden", "over the internet"]),
      (check("34.210.1.1", interval: 20), ["InvalidInput", "two intervals only"]),
      (check("34.210.1.1", threshold: 11), ["failureThreshold", "from 1 to 10"]),
      (check("34.210.1.1", kind: .tcp, path: "/cafe", port: 80), ["It fetches no page"]),
      (check("34.210.1.1", kind: .tcp), ["where to knock"]),
      (check("34.210.1.1", port: 70_000), ["from 1 to 65535"]),
      (check("300.0.0.1"), ["300.0.0.1 is not a valid IP address", "four numbers"]),
      (check("34.210.1.1", kind: .httpStringMatch), ["must have a search string", "coffee"]),
    ]
    for (command, parts) in rows {
      let text = try refused(story, command)
      for part in parts { #expect(text.contains(part), "\(text)") }
      #expect(text.contains("Try: "))
    }
  }

  @Test func `of a record names Amazon's reason and ours`() throws {
    let story = try CafeStory(.simple)
    let zone = story.world.hostedZones[0].id
    let address = story.first.publicAddress?.description ?? ""
    func batch(_ action: ChangeAction, _ request: RecordSetRequest) -> Command {
      .changeRecords(zone, ChangeBatch(changes: [Change(action, request)]))
    }
    func record(
      _ name: String = "www.cafe.example",
      _ type: String = "A",
      ttl: Int? = 60,
      value: String? = nil,
      failover: String? = nil,
      set: String? = nil,
      check: String? = nil
    ) -> RecordSetRequest {
      RecordSetRequest(
        name: name,
        type: type,
        setIdentifier: set,
        failover: failover,
        ttl: ttl,
        values: [value ?? address],
        healthCheckID: check
      )
    }
    let rows: [(Command, String)] = [
      (batch(.create, record()), "A record with this name, type and set identifier exists"),
      (batch(.delete, record(ttl: 61)), "A deletion must repeat the record exactly"),
      (batch(.delete, record("web.cafe.example")), "There is no record with exactly this name"),
      (
        batch(.create, record("a.cafe.example", failover: "PRIMARY", set: "P")),
        "could never be found unhealthy"
      ),
      (
        batch(.create, record(failover: "SECONDARY", set: "S")),
        "either one simple record or a failover pair"
      ),
      (batch(.create, record("www.other.example")), "lies outside this hosted zone"),
      (
        batch(.create, record("cafe.example", "CNAME", value: "x.example")),
        "stands for all of a name"
      ),
      (batch(.create, record("a.cafe.example", value: "300.1.1.1")), "four numbers from 0 to 255"),
      (batch(.create, record("a.cafe.example", ttl: -1)), "A TTL is a whole number"),
      (
        batch(.create, record("a.cafe.example", failover: "SECONDARY")),
        "the set identifier tells them apart"
      ),
      (
        batch(.create, record("a.cafe.example", failover: "PRIMARY", set: "P", check: "none")),
        "does not exist, or no longer"
      ),
    ]
    for (command, part) in rows {
      let text = try refused(story, command)
      #expect(text.contains("Why: ") && text.contains(part), "\(text)")
      #expect(text.hasPrefix("Amazon refused this"), "\(text)")
    }
  }

  @Test func `of the world says what to try next`() throws {
    let story = try CafeStory(.watched)
    let rows: [(Command, String)] = [
      (.wait(0), "Time only goes forwards"),
      (.wait(400 * .day), "`wait 366d` is the longest"),
      (.heal(story.first.id), "Nothing is broken at CafeInstance1"),
      (.confirmSubscription(mail: 9), "There is no mail called 9"),
      (.beginZoneOutage("us-west-2c"), "Did you mean us-west-2a?"),
      (.deleteAlarm("Primary-Website-Dwn"), "Did you mean Primary-Website-Down?"),
      (.associateAddress(IPv4Address(bits: 1), story.first.id), "`allocate address` gets one"),
      (.lookUp(story.www, resolver: "homw"), "Did you mean home?"),
    ]
    for (command, part) in rows {
      let text = try refused(story, command)
      #expect(text.contains(part), "\(text)")
      #expect(text.contains("\nTry: "), "\(text)")
    }
  }
}
