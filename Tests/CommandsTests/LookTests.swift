import CafeWorld
import Commands
import DNS
import Route53
import Testing

struct `Lines that look` {
  static let setting = Setting()

  @Test(arguments: questions + lookups + visits)
  func `become questions, or commands that leave a trace`(row: Row) throws {
    #expect(try Self.setting.parse(row.line) == row.request)
  }

  private static let www = Question(name: DomainName(known: "www.cafe.example"), type: .a)

  private static let beginning = Question(
    name: DomainName(known: "prim.cafe.example"),
    type: .a
  )

  private static let primary = Question(
    name: DomainName(known: "primary.cafe.example"),
    type: .aaaa
  )

  private static let britain = AddressBlock(.v4(IPv4Address(bits: 0x5682_0000)), length: 16)
  private static var isp: AddressBlock? { setting.world.resolver("isp")?.client }

  static var questions: [Row] {
    [
      Row("status", .ask(.status)), Row("diagram", .ask(.diagram)), Row("now", .ask(.now)),
      Row("list zones", .ask(.list(.zones, zone: nil))),
      Row("list health-checks", .ask(.list(.healthChecks, zone: nil))),
      Row("list records --zone cafe.example", .ask(.list(.records, zone: setting.zone))),
      Row("inbox", .ask(.inbox(mailbox: nil))),
      Row("inbox sofia", .ask(.inbox(mailbox: "sofia@cafe.example"))),
      Row("timeline", .ask(.timeline(nil, last: nil))),
      Row("timeline Primary --last 1m30s", .ask(.timeline(setting.check, last: 90_000))),
      Row("orders", .ask(.orders(last: nil))),
      Row("orders --last 1d", .ask(.orders(last: 86_400_000))),
      Row("show Primary", .ask(.healthCheck(setting.check))),
      Row("show \(setting.first.id)", .ask(.instance(setting.first.id))),
      Row("show Site-Down", .ask(.alarm("Site-Down"))),
      Row("show topic Cafe-Alerts", .ask(.topic(arn: setting.topic))),
      Row("show cafe.example", .ask(.hostedZone(setting.zone))),
      Row("show www", .ask(.recordSets(setting.zone, www.name))),
      Row("show www/FailoverPrimary", .ask(.recordSets(setting.zone, www.name))),
      Row("explain Primary", .ask(.healthCheck(setting.check))),
      Row("explain \(setting.check.text)", .ask(.healthCheck(setting.check))),
      Row("explain Site-Down", .ask(.alarm("Site-Down"))),
      Row("explain cafe-alerts", .ask(.topic(arn: setting.topic))),
      Row("explain CafeInstance1", .ask(.instance(setting.first.id))),
      Row("explain Primary AAAA", .ask(.explain(primary))),
      Row("explain www", .ask(.explain(www))),
      Row("explain www/FailoverPrimary", .ask(.explain(www))),
      Row("explain www/failoversecondary A", .ask(.explain(www))),
      Row("explain prim", .ask(.explain(beginning))),
      Row("explain www --from isp", .ask(.explain(www, from: isp))),
      Row("explain www A --from 86.130.0.0/16", .ask(.explain(www, from: britain))),
      Row(
        "explain nothing.example.com AAAA",
        .ask(.explain(Question(name: DomainName(known: "nothing.example.com"), type: .aaaa)))
      ),
    ]
  }

  static var lookups: [Row] {
    func dig(_ line: String, _ question: Question, _ resolver: String, short: Bool = false) -> Row {
      Row(
        line,
        .change(
          [.lookUp(question, resolver: resolver)],
          showing: .dig(question, resolver: resolver, short: short)
        )
      )
    }
    let txt = Question(name: DomainName(known: "plain.cafe.example"), type: .txt)
    return [
      dig("dig www", www, "home"), dig("dig WWW.cafe.example. a", www, "home"),
      dig("dig +short @isp www", www, "isp", short: true),
      dig("dig plain txt --resolver mobile --short", txt, "mobile", short: true),
      Row("dig @authority www", .ask(.authority(www, short: false))),
      Row("dig www --from 86.130.0.0/16", .ask(.authority(www, short: false, from: britain))),
      Row(
        "dig @authority www +subnet=86.130.7.9/16 +short",
        .ask(.authority(www, short: true, from: britain))
      ),
      Row("dig www --resolver authority +short", .ask(.authority(www, short: true))),
    ]
  }

  static var visits: [Row] {
    func page(_ line: String, _ host: String, _ path: String) -> Row {
      Row(line, .change([.fetch(host: host, path: path)], showing: .page))
    }
    let address = setting.firstAddress
    return [
      page("browse http://www.cafe.example/cafe/", "www.cafe.example", "/cafe/"),
      page("browse www.cafe.example", "www.cafe.example", "/"),
      page("browse www/cafe/menu.php?a=1#top", "www.cafe.example", "/cafe/menu.php?a=1"),
      page("browse CafeInstance1", address, "/cafe/"),
      page("browse \(address)", address, "/cafe/"),
      page("browse http://cafeinstance1:80/", address, "/"),
      Row(
        "curl -I CafeInstance1",
        .change([.fetch(host: address, path: "/cafe/")], showing: .curl(head: true))
      ),
      Row(
        "curl http://\(address)/cafe",
        .change([.fetch(host: address, path: "/cafe")], showing: .curl(head: false))
      ),
      Row("order", .order(host: "www.cafe.example", item: "coffee")),
      Row("order CafeInstance2 --item cake", .order(host: setting.secondAddress, item: "cake")),
      Row("read 1", .change([.readMail(1)], showing: .mail(1))),
    ]
  }
}
