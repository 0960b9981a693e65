import CafeWorld
import Commands
import DNS
import Route53
import Testing

struct `Lines that route` {
  static let setting = Setting.routing

  @Test(arguments: policies + identifiers + aliases + types + updates)
  func `become record changes`(row: Row) throws {
    #expect(try Self.setting.parse(row.line) == row.request)
  }

  private static func created(
    _ line: String,
    _ change: (inout RecordSetRequest) -> Void
  ) -> Row {
    var set = RecordSetRequest(
      name: "x.cafe.example.",
      type: "A",
      setIdentifier: "s",
      ttl: 300,
      values: [setting.firstAddress]
    )
    change(&set)
    return Row("create record x " + line, .create, set, setting)
  }

  static var policies: [Row] {
    func row(_ options: String, _ change: (inout RecordSetRequest) -> Void) -> Row {
      created("A CafeInstance1 --set-identifier s \(options)", change)
    }
    return [
      row("--weight 0") { $0.weight = 0 }, row("--weight 300") { $0.weight = 300 },
      row("--region US-West-2") { $0.region = "us-west-2" },
      row("--region nowhere") { $0.region = "nowhere" },
      row("--failover Secondary") { $0.failover = "SECONDARY" },
      row("--continent eu") { $0.geoLocation = GeoLocationRequest(continentCode: "EU") },
      row("--continent AF") { $0.geoLocation = GeoLocationRequest(continentCode: "AF") },
      row("--country AF") { $0.geoLocation = GeoLocationRequest(countryCode: "AF") },
      row("--country default") { $0.geoLocation = GeoLocationRequest(countryCode: "*") },
      row("--country '*'") { $0.geoLocation = GeoLocationRequest(countryCode: "*") },
      row("--country germany") { $0.geoLocation = GeoLocationRequest(countryCode: "DE") },
      row("--country XX") { $0.geoLocation = GeoLocationRequest(countryCode: "XX") },
      row("--subdivision us-ca") {
        $0.geoLocation = GeoLocationRequest(countryCode: "US", subdivisionCode: "CA")
      },
      row("--country US --subdivision NY") {
        $0.geoLocation = GeoLocationRequest(countryCode: "US", subdivisionCode: "NY")
      },
      row("--continent EU --country DE") {
        $0.geoLocation = GeoLocationRequest(continentCode: "EU", countryCode: "DE")
      },
      row("--near us-west-2") { $0.geoProximity = GeoProximityRequest(region: "us-west-2") },
      row("--near us-west-2-lax-1 --bias -5") {
        $0.geoProximity = GeoProximityRequest(localZoneGroup: "us-west-2-lax-1", bias: -5)
      },
      row("--near -33.87,151.21 --bias 99") {
        $0.geoProximity = GeoProximityRequest(latitude: "-33.87", longitude: "151.21", bias: 99)
      },
      row("--multivalue") { $0.multiValueAnswer = true },
      row("--cidr offices/berlin") { set in
        set.cidrRouting = CidrRoutingRequest(
          collectionID: setting.collection.id.text,
          locationName: "berlin"
        )
      },
      row("--cidr \(setting.collection.id)/*") { set in
        set.cidrRouting = CidrRoutingRequest(
          collectionID: setting.collection.id.text,
          locationName: "*"
        )
      },
      row("--weight 1 --region us-east-1 --multivalue") { set in
        set.weight = 1
        set.region = "us-east-1"
        set.multiValueAnswer = true
      },
    ]
  }

  /// Without a set identifier a record set is called after what it chooses by, or leads to.
  static var identifiers: [Row] {
    func row(
      _ options: String,
      _ identifier: String?,
      _ change: (inout RecordSetRequest) -> Void
    ) -> Row {
      created("A CafeInstance1 \(options)") { set in
        change(&set)
        set.setIdentifier = identifier
      }
    }
    return [
      row("", nil) { _ in }, row("--weight 5", "CafeInstance1") { $0.weight = 5 },
      row("--multivalue", "CafeInstance1") { $0.multiValueAnswer = true },
      row("--failover primary", "FailoverPrimary") { $0.failover = "PRIMARY" },
      row("--region eu-west-1", "eu-west-1") { $0.region = "eu-west-1" },
      row("--continent AS", "continent-AS") {
        $0.geoLocation = GeoLocationRequest(continentCode: "AS")
      },
      row("--country AS", "country-AS") { $0.geoLocation = GeoLocationRequest(countryCode: "AS") },
      row("--country default", "default") { $0.geoLocation = GeoLocationRequest(countryCode: "*") },
      row("--subdivision US-CA", "US-CA") {
        $0.geoLocation = GeoLocationRequest(countryCode: "US", subdivisionCode: "CA")
      },
      row("--near 52.5,13.4", "52.5,13.4") {
        $0.geoProximity = GeoProximityRequest(latitude: "52.5", longitude: "13.4")
      },
      row("--cidr offices/default", "default") { set in
        set.cidrRouting = CidrRoutingRequest(
          collectionID: setting.collection.id.text,
          locationName: "*"
        )
      },
    ]
  }

  static var aliases: [Row] {
    func row(
      _ options: String,
      _ zone: String,
      _ name: String,
      _ evaluates: Bool = false
    ) -> Row {
      created("A \(options)") { set in
        set.setIdentifier = nil
        set.ttl = nil
        set.values = []
        set.aliasTarget = AliasTargetRequest(
          hostedZoneID: zone,
          dnsName: name,
          evaluateTargetHealth: evaluates
        )
      }
    }
    let balancer = "front-1234567890.us-west-2.elb.amazonaws.com"
    return [
      row("--alias www --evaluate-target-health", setting.zone.text, "www.cafe.example.", true),
      row("--alias plain.cafe.example.", setting.zone.text, "plain.cafe.example."),
      row("--alias elsewhere", setting.zone.text, "elsewhere.cafe.example."),
      row("--alias www --alias-zone cafe.example", setting.zone.text, "www.cafe.example."),
      row("--alias \(balancer)", "Z1H1FL5HABSF5", "\(balancer)."),
      row("--alias \(balancer) --alias-zone Z1H1FL5HABSF5", "Z1H1FL5HABSF5", "\(balancer)."),
      row(
        "--alias s3-website-eu-west-1.amazonaws.com",
        "Z1BKCTXD74EZPE",
        "s3-website-eu-west-1.amazonaws.com."
      ),
      row("--alias d111.cloudfront.net", "Z2FDTNDATAQYW2", "d111.cloudfront.net."),
      created("A --alias plain --weight 3 --ttl 5") { set in
        set.setIdentifier = "plain"
        set.weight = 3
        set.ttl = 5
        set.values = []
        set.aliasTarget = AliasTargetRequest(
          hostedZoneID: setting.zone.text,
          dnsName: "plain.cafe.example.",
          evaluateTargetHealth: false
        )
      },
    ]
  }

  /// Fields typed as words of their own are one value.
  static var types: [Row] {
    func row(_ type: String, _ words: String, _ values: [String]) -> Row {
      created("\(type) \(words)") { set in
        set.setIdentifier = nil
        set.type = type
        set.values = values
      }
    }
    return [
      row(
        "SRV",
        "0 5 5060 sip.example 1 5 5060 b.example",
        [
          "0 5 5060 sip.example", "1 5 5060 b.example",
        ]
      ),
      row("SRV", "'0 5 5060 sip.example'", ["0 5 5060 sip.example"]),
      row("CAA", "0 issue ca.example", ["0 issue \"ca.example\""]),
      row(
        "NAPTR",
        "100 10 u sip+E2U !^.*$!sip:a@b! .",
        [
          "100 10 \"u\" \"sip+E2U\" \"!^.*$!sip:a@b!\" ."
        ]
      ),
      row("DS", "12345 13 2 ABCD", ["12345 13 2 ABCD"]),
      row("SSHFP", "4 2 abcd", ["4 2 abcd"]), row("TLSA", "3 1 1 abcd", ["3 1 1 abcd"]),
      row("HTTPS", "1 . alpn=h2 port=8443 2 b.example", ["1 . alpn=h2 port=8443", "2 b.example"]),
      row("SVCB", "0 b.example", ["0 b.example"]), row("PTR", "a.example", ["a.example"]),
      row("SPF", "'v=spf1 -all'", ["\"v=spf1 -all\""]),
      row("AAAA", "2001:db8::1", ["2001:db8::1"]),
      row(
        "SOA",
        "ns.example a.example 1 7200 900 1209600 86400",
        [
          "ns.example a.example 1 7200 900 1209600 86400"
        ]
      ),
    ]
  }

  static var updates: [Row] {
    func row(
      _ name: String,
      _ identifier: String?,
      _ options: String,
      _ change: (inout RecordSetRequest) -> Void
    ) -> Row {
      var set = setting.set(name, "A", identifier)
      change(&set)
      return Row("update record \(name) \(options)", .upsert, set, setting)
    }
    return [
      row("weighted", "one", "--weight 20") { $0.weight = 20 },
      row("weighted", "one", "--region us-east-1") { set in
        set.weight = nil
        set.region = "us-east-1"
      },
      row("near", "west", "--bias -10") { $0.geoProximity?.bias = -10 },
      row("near", "west", "--near us-east-1") { $0.geoProximity?.region = "us-east-1" },
      row("geo", "europe", "--country DE") {
        $0.geoLocation = GeoLocationRequest(countryCode: "DE")
      },
      row("many", "one", "--ttl 5") { $0.ttl = 5 },
      row("alias", nil, "--no-evaluate-target-health") {
        $0.aliasTarget?.evaluateTargetHealth = false
      },
      row("alias", nil, "--alias www") { $0.aliasTarget?.dnsName = "www.cafe.example." },
      row("alias", nil, "CafeInstance2") { set in
        set.aliasTarget = nil
        set.ttl = 300
        set.values = [setting.secondAddress]
      },
      row("many", "one", "--alias plain --evaluate-target-health") { set in
        set.values = []
        set.ttl = nil
        set.aliasTarget = AliasTargetRequest(
          hostedZoneID: setting.zone.text,
          dnsName: "plain.cafe.example.",
          evaluateTargetHealth: true
        )
      },
      Row("delete record net", .delete, setting.set("net", "A", "berlin"), setting),
      Row("delete record alias A", .delete, setting.set("alias"), setting),
    ]
  }

  @Test(arguments: refusals)
  func `are refused with what to try`(refusal: Refusal) {
    #expect(Self.setting.refusal(refusal.line)?.message == refusal.message)
  }

  static let refusals: [Refusal] = [
    Refusal(
      "create record x A CafeInstance1 --region us-wst-2",
      "There is no region \"us-wst-2\". Did you mean us-west-2?"
    ),
    Refusal(
      "create record x A CafeInstance1 --cidr offices/berln",
      "There is no location in offices \"berln\". Did you mean berlin?"
    ),
    Refusal(
      "create record x A CafeInstance1 --cidr offces/berlin",
      "There is no CIDR collection \"offces\". Did you mean offices?"
    ),
    Refusal(
      "create record x A CafeInstance1 --cidr offices",
      "--cidr: \"offices\" does not fit. Allowed: COLLECTION/LOCATION, or COLLECTION/* for every "
        + "other address. Did you mean offices/berlin, offices/tokyo or offices/*?"
    ),
    Refusal(
      "create record x A CafeInstance1 --country Germny",
      "--country: \"Germny\" does not fit. Allowed: a code, such as AD, or a name. Did you mean "
        + "Germany?"
    ),
    Refusal(
      "create record x A --alias plian",
      "There is no record \"plian\". Did you mean plain?"
    ),
    Refusal(
      "create record x A",
      "Say its values, or what it is an alias of: `--alias TARGET`."
    ),
    Refusal(
      "create record x A CafeInstance1 --weight -1",
      "--weight: \"-1\" does not fit. Allowed: a whole number from 0 to 255."
    ),
    Refusal(
      "create record x A CafeInstance1 --weight 99999999999999999999",
      "--weight: \"99999999999999999999\" does not fit. Allowed: a whole number from 0 to 255."
    ),
    Refusal(
      "create record x A CafeInstance1 --near us-west-2 --bias 1e9",
      "--bias: \"1e9\" does not fit. Allowed: a whole number, -99 to 99."
    ),
    Refusal(
      "create record x A CafeInstance1 --subdivision CA",
      "--subdivision: \"CA\" does not fit. Allowed: a country and a part of it, such as US-CA. "
        + "Did you mean US-CA?"
    ),
    Refusal(
      "update record plain A --evaluate-target-health",
      "That record set is no alias, so it has no target to evaluate."
    ),
  ]

  @Test func `offer the option that comes near`() {
    guard case .usage(_, _, _, let near) = Self.setting.refusal("create record x A y --wieght 5")
    else {
      Issue.record("it was read")
      return
    }
    #expect(near == ["--weight"])
  }

  @Test(
    arguments: [
      ("--region us-w|", ["us-west-1", "us-west-2"]),
      ("--cidr |", ["offices/berlin", "offices/tokyo", "offices/*"]),
      ("--continent A|", ["AF", "AN", "AS"]), ("--country de|", ["DE", "default"]),
      ("--subdivision US-CA|", ["US-CA"]),
      ("--alias pl|", ["plain"]), ("--alias-zone Z35|", ["Z35SXDOTRQ7X7K"]),
      ("--near eusc|", ["eusc-de-east-1"]), ("--eva|", ["--evaluate-target-health"]),
    ] as [(String, [String])]
  )
  func `complete what the policies choose by`(marked: String, words: [String]) {
    let line = "create record x A CafeInstance1 " + marked.dropLast()
    let found = complete(line, cursor: line.utf8.count, in: Self.setting.context)
    #expect(found.candidates.map(\.text) == words)
  }
}
