import CafeWorld
import Commands
import DNS
import Route53
import Testing

struct `Lines that build` {
  static let setting = Setting()

  @Test(arguments: healthChecks + alerts + addresses + zones)
  func `become commands`(row: Row) throws {
    #expect(try Self.setting.parse(row.line) == row.request)
  }

  @Test(arguments: newRecords + oldRecords)
  func `become record changes`(row: Row) throws {
    #expect(try Self.setting.parse(row.line) == row.request)
  }

  private static func check(_ name: String, _ settings: HealthCheckSettings) -> Command {
    .createHealthCheck(name: name, callerReference: nil, settings: settings)
  }

  static var healthChecks: [Row] {
    let first = setting.firstAddress
    return [
      Row(
        "create health-check P --ip-address CafeInstance1",
        check("P", HealthCheckSettings(kind: .http, ipAddress: first))
      ),
      Row(
        "create health-check 'My check' --ip-address 192.0.2.1 --port 8080 --resource-path /cafe "
          + "--request-interval 10 --failure-threshold 2 --inverted --disabled",
        check(
          "My check",
          HealthCheckSettings(
            kind: .http,
            ipAddress: "192.0.2.1",
            port: 8080,
            resourcePath: "/cafe",
            requestInterval: 10,
            failureThreshold: 2,
            inverted: true,
            disabled: true
          )
        )
      ),
      Row(
        "create health-check P --type=tcp --domain-name www.cafe.example --port 80",
        check(
          "P",
          HealthCheckSettings(
            kind: .tcp,
            fullyQualifiedDomainName: "www.cafe.example",
            port: 80
          )
        )
      ),
      Row(
        "create health-check P --ip-address 300.1.1.1 --request-interval 20",
        check(
          "P",
          HealthCheckSettings(kind: .http, ipAddress: "300.1.1.1", requestInterval: 20)
        )
      ),
      Row("create health-check P", check("P", HealthCheckSettings(kind: .http))),
      Row(
        "update health-check primary --ip-address cafeinstance2 --not-inverted",
        .updateHealthCheck(
          setting.check,
          HealthCheckUpdate(ipAddress: setting.secondAddress, inverted: false)
        )
      ),
      Row(
        "update health-check Primary --no-inverted --no-disabled",
        .updateHealthCheck(
          setting.check,
          HealthCheckUpdate(inverted: false, disabled: false)
        )
      ),
      Row(
        "update health-check Primary --name Main --failure-threshold 2 --enabled",
        .change(
          [
            .updateHealthCheck(
              setting.check,
              HealthCheckUpdate(failureThreshold: 2, disabled: false)
            ),
            .renameHealthCheck(setting.check, "Main"),
          ],
          showing: .events
        )
      ),
      Row(
        "update health-check Primary --name primary",
        .renameHealthCheck(setting.check, "primary")
      ),
      Row("delete health-check \(setting.check)", .deleteHealthCheck(setting.check)),
    ]
  }

  static var alerts: [Row] {
    let (topic, check) = (setting.topic, setting.check)
    return [
      Row("create topic Sirens", .createTopic("Sirens")),
      Row("delete topic cafe-alerts", .deleteTopic(arn: topic)),
      Row("subscribe Cafe-Alerts Mateo", .subscribe(topic: topic, endpoint: "mateo@cafe.example")),
      Row("subscribe \(topic) sofia", .subscribe(topic: topic, endpoint: "sofia@cafe.example")),
      Row("confirm sofia@cafe.example", .confirmSubscription(mail: 1)),
      Row("confirm Sofía", .confirmSubscription(mail: 1)),
      Row("confirm 1", .confirmSubscription(mail: 1)),
      Row(
        "delete subscription Cafe-Alerts sofia",
        .unsubscribe(topic: topic, endpoint: "sofia@cafe.example")
      ),
      Row(
        "create alarm A --health-check Primary --topic Cafe-Alerts --ok-action Cafe-Alerts",
        .putAlarm(
          AlarmSettings(
            name: "A",
            healthCheckID: check,
            alarmActions: [topic],
            okActions: [topic]
          )
        )
      ),
      Row(
        "create alarm A --health-check \(check) --topic Cafe-Alerts --description 'It is down'",
        .putAlarm(
          AlarmSettings(
            name: "A",
            description: "It is down",
            healthCheckID: check,
            alarmActions: [topic]
          )
        )
      ),
      Row(
        "update alarm site-down --ok-action Cafe-Alerts",
        .putAlarm(
          AlarmSettings(
            name: "Site-Down",
            healthCheckID: check,
            alarmActions: [topic],
            okActions: [topic]
          )
        )
      ),
      Row("delete alarm Site-Down", .deleteAlarm("Site-Down")),
    ]
  }

  static var addresses: [Row] {
    let (elastic, first) = (setting.elastic, setting.first.id)
    return [
      Row("allocate address", .allocateAddress()),
      Row("associate address CafeInstance1", .associateAddress(elastic, first)),
      Row("associate address \(first) --address \(elastic)", .associateAddress(elastic, first)),
      Row("disassociate address \(elastic)", .disassociateAddress(elastic)),
      Row("release address", .releaseAddress(elastic)),
    ]
  }

  static var zones: [Row] {
    [
      Row(
        "create hosted-zone bakery.example --comment bread",
        .createHostedZone(name: "bakery.example", callerReference: nil, comment: "bread")
      ),
      Row("delete hosted-zone cafe.example.", .deleteHostedZone(setting.zone)),
      Row("batch", .batch(.open)),
      Row("commit", .batch(.commit)),
      Row("discard", .batch(.discard)),
    ]
  }

  static var newRecords: [Row] {
    func row(_ line: String, _ set: RecordSetRequest) -> Row { Row(line, .create, set, setting) }
    func simple(_ name: String, _ type: String, _ values: [String]) -> RecordSetRequest {
      RecordSetRequest(name: name, type: type, ttl: 300, values: values)
    }
    return [
      row(
        "create record www A CafeInstance1 --ttl 15 --failover primary --set-identifier P "
          + "--health-check Primary",
        RecordSetRequest(
          name: "www.cafe.example.",
          type: "A",
          setIdentifier: "P",
          failover: "PRIMARY",
          ttl: 15,
          values: [setting.firstAddress],
          healthCheckID: setting.check.text
        )
      ),
      row(
        "create record a a 192.0.2.1 192.0.2.2",
        simple("a.cafe.example.", "A", ["192.0.2.1", "192.0.2.2"])
      ),
      row(
        "create record b.cafe.example A 300.1.1.1",
        simple("b.cafe.example.", "A", ["300.1.1.1"])
      ),
      row("create record b.other. A 192.0.2.1", simple("b.other.", "A", ["192.0.2.1"])),
      row("create record * A nonsense", simple("\\052.cafe.example.", "A", ["nonsense"])),
      row(
        "create record bad..name A 192.0.2.1",
        simple("bad..name.cafe.example.", "A", ["192.0.2.1"])
      ),
      row("create record x SRV y", simple("x.cafe.example.", "SRV", ["y"])),
      row(
        "create record @ TXT 'say \"hi\"'",
        simple("cafe.example.", "TXT", ["\"say \\\"hi\\\"\""])
      ),
      row(
        "create record t TXT '\"one\" \"two\"'",
        simple("t.cafe.example.", "TXT", ["\"one\" \"two\""])
      ),
      row(
        "create record m MX 10 mail.cafe.example",
        simple("m.cafe.example.", "MX", ["10 mail.cafe.example"])
      ),
      row(
        "create record m MX '10 a.example' 20 b.example",
        simple("m.cafe.example.", "MX", ["10 a.example", "20 b.example"])
      ),
      row(
        "create record c CNAME www.cafe.example --zone cafe.example",
        simple("c.cafe.example.", "CNAME", ["www.cafe.example"])
      ),
    ]
  }

  static var oldRecords: [Row] {
    var longer = setting.set("plain")
    longer.ttl = 5
    var moved = setting.set("www", "A", "FailoverPrimary")
    moved.values = [setting.secondAddress]
    var free = setting.set("www", "A", "FailoverPrimary")
    free.healthCheckID = nil
    var watched = setting.set("www", "A", "FailoverSecondary")
    watched.healthCheckID = setting.check.text
    return [
      Row("update record plain A --ttl 5", .upsert, longer, setting),
      Row("update record www/failoverprimary CafeInstance2", .upsert, moved, setting),
      Row(
        "update record www A CafeInstance2 --set-identifier FailoverPrimary",
        .upsert,
        moved,
        setting
      ),
      Row("update record www/FailoverPrimary --no-health-check", .upsert, free, setting),
      Row("update record www CafeInstance2 --failover primary", .upsert, moved, setting),
      Row("attach health-check Primary to www/FailoverSecondary", .upsert, watched, setting),
      Row(
        "attach health-check Primary www --set-identifier FailoverSecondary",
        .upsert,
        watched,
        setting
      ),
      Row("detach health-check from www", .upsert, free, setting),
      Row("detach www/FailoverPrimary", .upsert, free, setting),
      Row("delete record plain TXT", .delete, setting.set("plain", "TXT"), setting),
      Row(
        "delete record www.cafe.example./FailoverSecondary",
        .delete,
        setting.set("www", "A", "FailoverSecondary"),
        setting
      ),
    ]
  }
}
