import CafeWorld
import Commands
import DNS
import Testing

struct `Completion` {
  static let setting = Setting()

  /// What is offered at the place of `|`.
  private func offered(_ marked: String, _ context: ParseContext = setting.context) -> [String] {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let found = complete(parts[0] + parts[1], cursor: parts[0].utf8.count, in: context)
    return found.candidates.map(\.text)
  }

  @Test(
    arguments: [
      ("cre|", ["create"]), ("create r|", ["record", "routing-control", "resource"]),
      (
        "create |",
        [
          "health-check", "record", "topic", "alarm", "hosted-zone", "delegation-set",
          "cidr-collection", "routing-control", "resource", "instance",
        ]
      ),
      ("zzz |", []), ("zz|", []), ("status |", []), ("  dis|", ["disassociate", "discard"]),
      ("run |", ["until"]), ("show m|", ["me"]), ("# cre|", []), ("help create a|", ["alarm"]),
      ("what-if cre|", ["create"]), ("what-if sto|p", ["stop"]),
    ] as [(String, [String])]
  )
  func `offers verbs`(marked: String, words: [String]) {
    #expect(offered(marked) == words)
  }

  @Test(
    arguments: [
      ("create topic x --|", []), ("zone-outage us-west-2a --|", ["--end"]),
      ("dig www --resolver home --|", ["--from", "--short"]), ("timeline Primary -|", ["--last"]),
      ("create alarm A --to|", ["--topic"]),
      ("create alarm A --topic Cafe-Alerts --o|", ["--ok-action"]),
      ("create record x A 192.0.2.1 --failover |", ["primary", "secondary"]),
      ("create record x A 192.0.2.1 --failover=s|", ["--failover=secondary"]),
      ("create record x |", RecordType.allCases.map(\.rawValue)),
      ("dig www +|", ["+short"]), ("dig @h|", ["@home"]), ("dig www t|", ["TLSA", "TXT"]),
      ("run until --|", ["--at-most"]), ("run until --at-most |", ["1m", "10m", "1h"]),
      ("run until hc(|", []), ("curl CafeInstance1 |", ["--head"]),
    ] as [(String, [String])]
  )
  func `offers options and their words`(marked: String, words: [String]) {
    #expect(offered(marked) == words)
  }

  @Test(
    arguments: [
      ("stop |", ["CafeInstance1", "CafeInstance2"]),
      ("stop cafei|", ["CafeInstance1", "CafeInstance2"]),
      ("delete health-check |", ["Primary"]), ("delete topic |", ["Cafe-Alerts"]),
      ("delete alarm |", ["Site-Down"]),
      ("update record w|", ["www/FailoverPrimary", "www/FailoverSecondary"]),
      ("delete record |", ["plain", "www/FailoverPrimary", "www/FailoverSecondary"]),
      ("attach health-check Primary to p|", ["plain"]), ("attach health-check |", ["Primary"]),
      ("subscribe Cafe-Alerts |", ["sofia@cafe.example", "mateo@cafe.example"]),
      ("create record x A --health-check |", ["Primary"]),
      ("list records --zone |", ["cafe.example"]),
      ("break CafeInstance1 --cut-off eu|", ["eu-west-1"]),
      ("zone-outage |", ["us-west-2a", "us-west-2b"]),
      ("dig ww|", ["www.cafe.example"]),
      ("dig @|", ["@home", "@isp", "@mobile", "@office", "@authority"]),
      ("browse h|", ["http://plain.cafe.example/cafe/", "http://www.cafe.example/cafe/"]),
      ("goto |", ["before", "main", "other", "now"]), ("diff m|", ["main"]),
      ("cause |", ["target"]),
      ("start ca|", ["CafeInstance1", "CafeInstance2", "cafe-failover"]),
      ("start cafe-failover --step |", ["story", "alert"]), ("answer |", ["failover-policy"]),
      ("read |", ["1"]), ("what-if kill CafeInstance2 C|", ["CafeInstance1", "CafeInstance2"]),
      ("aws rou|", ["route53"]), ("aws route53 test|", ["test-dns-answer"]),
      ("inbox 'so|", ["sofia@cafe.example"]),
    ] as [(String, [String])]
  )
  func `offers names of things that exist`(marked: String, words: [String]) {
    #expect(offered(marked) == words)
  }

  @Test func `takes the place of the word up to the cursor`() {
    let line = "what-if stop CafeI and more"
    let found = complete(line, cursor: 18, in: Self.setting.context)
    #expect(found.range == 13..<18)
    #expect(complete("Sofía \"cre", cursor: 11, in: Self.setting.context).range == 7..<11)
    #expect(complete("stop x", cursor: 99, in: Self.setting.context).range == 5..<6)
  }

  @Test func `quotes a name that needs it`() {
    var world = Self.setting.world
    let settings = Self.setting.world.healthChecks[0].settings
    world.must(.createHealthCheck(name: "My check", callerReference: nil, settings: settings))
    let context = ParseContext(world: world)
    #expect(offered("delete health-check M|", context) == ["'My check'"])
    #expect(offered("delete health-check 'My |", context) == ["'My check'"])
  }

  @Test func `knows every token that a definition names`() {
    for line in Lines.everyVerb {
      for tail in [" ", " x ", " x y ", " -", " --"] {
        let text = line + tail
        _ = complete(text, cursor: text.utf8.count, in: Self.setting.context)
      }
    }
  }
}
