import CafeWorld
import Commands
import DNS
import Testing

struct `Lines that break, heal and wait` {
  static let setting = Setting()

  @Test(arguments: faults + lifecycle + healing)
  func `become commands`(row: Row) throws {
    #expect(try Self.setting.parse(row.line) == row.request)
  }

  private static let id = setting.first.id

  static var faults: [Row] {
    func fault(_ line: String, _ kind: FaultKind, lasting: Milliseconds? = nil) -> Row {
      Row(line, .breakInstance(id, kind, lasting: lasting))
    }
    let address = IPv4Address(setting.firstAddress) ?? IPv4Address(bits: 0)
    return [
      fault("break CafeInstance1 --refuse", .refuse),
      fault("break CafeInstance1 --drop --for 12s", .drop, lasting: 12_000),
      fault("break CafeInstance1 --status 503", .status(503)),
      fault("break CafeInstance1 --slow 5s", .slow(5_000)),
      fault(
        "break CafeInstance1 --body 'Gone fishing' --for=1m",
        .body("Gone fishing"),
        lasting: 60_000
      ),
      Row(
        "break CafeInstance1 --cut-off eu-west-1",
        .cutOff(region: "eu-west-1", address: address)
      ),
    ]
  }

  static var lifecycle: [Row] {
    let second = setting.second.id
    return [
      Row("kill CafeInstance1", .kill(id)),
      Row(
        "stop CafeInstance1 CafeInstance2",
        .change([.stopInstance(id), .stopInstance(second)], showing: .events)
      ),
      Row("start \(id)", .startInstance(id)), Row("reboot cafeinstance2", .rebootInstance(second)),
      Row("terminate CafeInstance2", .terminateInstance(second)),
      Row("start cafe-failover", .lesson(.start(lesson: "cafe-failover", .latest))),
      Row(
        "start cafe-failover#alert",
        .lesson(.start(lesson: "cafe-failover", .new(step: "alert")))
      ),
      Row("start cafe-failover --anew", .lesson(.start(lesson: "cafe-failover", .new(step: nil)))),
      Row(
        "start cafe-failover --attempt 2",
        .lesson(.start(lesson: "cafe-failover", .numbered(2)))
      ),
      Row(
        "start cafe-failover --step story",
        .lesson(.start(lesson: "cafe-failover", .new(step: "story")))
      ),
    ]
  }

  static var healing: [Row] {
    [
      Row("zone-outage us-west-2a", .beginZoneOutage("us-west-2a")),
      Row("zone-outage us-west-2a --end", .endZoneOutage("us-west-2a")),
      Row("heal", .healEverything), Row("heal us-west-2b", .endZoneOutage("us-west-2b")),
      Row("heal CafeInstance1", .heal(id)),
      Row("wait 30s", .wait(30_000)), Row("wait 1m30s", .wait(90_000)),
    ]
  }
}
