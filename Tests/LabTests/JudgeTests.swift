import Testing

@testable import Lab

/// One response to a question and the verdict that an examiner gives.
struct JudgeRow: CustomTestStringConvertible {
  let response: String
  let verdict: Verdict
  var testDescription: String { response }

  init(_ response: String, _ verdict: Verdict) {
    self.response = response
    self.verdict = verdict
  }

  static func rows(_ verdict: Verdict, _ responses: [String]) -> [JudgeRow] {
    responses.map { JudgeRow($0, verdict) }
  }
}

enum CafeQuestions {
  private static func idea(_ name: String, _ phrases: String, isRight: Bool = false) -> Idea {
    Idea(
      name: name,
      isRight: isRight,
      phrases: phrases.split(separator: "|").map { String($0) },
      feedback: Template(parts: [])
    )
  }

  static let healthCheck = Judge(
    ideas: [
      idea("check", "health check | health checking", isRight: true),
      idea("alarm", "alarm | CloudWatch alarm | CloudWatch | CloudWatch metric"),
      idea("sns", "SNS | SNS topic | topic | notification | Simple Notification Service"),
      idea(
        "elb",
        "ELB health check | load balancer health check | load balancer | Elastic Load Balancing"
      ),
      idea("ec2", "EC2 status check | instance status check | status check"),
      idea("routing", "failover routing | failover | routing policy | failover routing policy"),
    ],
    question:
      """
      Again and again, something in Route 53 asks a web server whether it still works, and it can \
      have an administrator told when it does not. What is this feature called?
      """
  )

  static let policy = Judge(
    ideas: [
      idea("failover", "failover | failover routing | failover routing policy", isRight: true),
      idea("weighted", "weighted | weighted routing"),
      idea("simple", "simple | simple routing"),
      idea("latency", "latency | latency routing | latency based routing"),
      idea("multivalue", "multivalue | multivalue answer | multivalue answer routing"),
      idea("geolocation", "geolocation | geoproximity"),
      idea("restates", "active passive | active-passive | standby | high availability"),
    ],
    question:
      """
      One site is active and serves everybody; another is passive and waits. Which routing policy \
      of Route 53 is made for that?
      """
  )

  static let record = Judge(
    ideas: [
      idea("a", "A | A record | type A | record type A | address record", isRight: true),
      idea("aaaa", "AAAA | AAAA record | type AAAA | quad A | quad A record"),
      idea("cname", "CNAME | CNAME record | canonical name"),
      idea("ns", "NS | NS record | name server"),
      idea("mx", "MX | MX record | mail exchange record"),
      idea("alias", "alias | alias record"),
    ],
    question:
      """
      People type a name; their computer needs an address such as the ones your two servers have, \
      four numbers with dots. Which type of DNS record leads from the one to the other?
      """
  )
}

struct `The judge of free text` {
  static let healthCheck =
    JudgeRow.rows(
      .right(idea: "check"),
      [
        "health check", "Health Check", "HEALTH CHECK", "health checks", "health-check",
        "healthcheck", "HealthChecks", "Route53 healthcheck", "a health check",
        "A Route 53 health check", "an Amazon Route 53 health check", "the health checks",
        "I'd use a Route 53 health check", "I would use a Route 53 health check.",
        "It's called a health check", "health check!", "\"health check\"", "health_check",
        "  health   check  ", "helth check", "health chek", "helth chek", "heatlh check",
        "healthchek", "Route 53's health check", "aws route53 health-check please",
        "I think it is the health check", "an HTTP health check", "HTTP/HTTPS health check",
        "health check of the primary website", "health check 👍", "health check?",
        "health checking", "checks the health", "not an alarm but a health check",
        "a health check, not an alarm", "a health check rather than a CloudWatch alarm",
        "health check or health checks", "health check (Route 53)", "ｈｅａｌｔｈ　ｃｈｅｃｋ",
        "héalth check", "I'm not sure, a health check?", "health\tcheck", "hea\u{200B}lth check",
        "a health check that pings the server again and again", "Health check, obviously",
        "No, a health check", "isn't it a health check?",
        "a health check; it watches the web server and can tell the administrator",
      ]
    )
    + JudgeRow.rows(
      .wrong(idea: "alarm"),
      [
        "alarm", "an alarm", "cloudwatch alarm", "CloudWatch alarms", "a Cloud Watch alarm",
        "cloudwach alarm", "CloudWatch", "Amazon CloudWatch", "not a health check but an alarm",
      ]
    )
    + JudgeRow.rows(.wrong(idea: "sns"), ["SNS", "sns topic", "a topic", "notifications"])
    + JudgeRow.rows(
      .wrong(idea: "elb"),
      [
        "ELB health check", "ELB healthcheck", "ELB health checks", "an elb-health-check",
        "load balancer", "a loadbalancer", "load balancer health check", "health check of the ELB",
        "health check (ELB)", "elastic load balancing",
      ]
    )
    + JudgeRow.rows(
      .wrong(idea: "ec2"),
      ["EC2 status check", "status checks", "an instance status check"]
    )
    + JudgeRow.rows(.wrong(idea: "routing"), ["failover routing", "a routing policy", "fail over"])
    + JudgeRow.rows(
      .unknown(.several),
      [
        "a health check or an alarm", "health check and alarm", "health check / alarm",
        "health check, CloudWatch alarm", "health check or ping", "either a health check or SNS",
      ]
    )
    + JudgeRow.rows(
      .unknown(.negated),
      [
        "not a health check", "no health check", "anything but a health check",
        "I don't think it's a health check", "a health check? No.", "it isn't a health check",
        "health check is not it", "non health check", "never a health check",
      ]
    )
    + JudgeRow.rows(
      .unknown(.qualified),
      [
        "EC2 health check", "dental health check", "health check insurance",
        "database health check",
      ]
    )
    + JudgeRow.rows(
      .unknown(.noIdea),
      [
        "health", "check", "Route 53", "wealth check", "I don't know", "idk", "health insurance",
        "ping", "monitoring", "a", "the", "'; DROP TABLE answers; --", "asdf jkl", "53",
        "healt chcke", "stealth check",
      ]
    )

  static let policy =
    JudgeRow.rows(
      .right(idea: "failover"),
      [
        "failover", "Failover", "FAILOVER", "fail over", "fail-over", "Fail-Over routing",
        "failover routing", "failover routing policy", "the failover routing policy",
        "a failover policy", "routing failover", "policy: failover", "failovr", "falover",
        "failoevr", "failover ruting", "failover routing polcy", "active-passive failover",
        "active passive failover routing", "Route 53 failover", "DNS failover", "failover records",
        "I'd choose failover", "I would go with the failover routing policy, please.",
        "failover, not weighted", "not weighted, failover", "failover instead of weighted",
        "instead of weighted use failover", "failover or fail-over", "failover or so",
        "failover or something like that", "failover rather than latency-based routing",
        "not simple but failover", "It's failover because the standby waits", "failoverrouting",
        "the policy is called failover", "weighted? No, failover", "failover！",
        "Failover\nrouting\npolicy",
      ]
    )
    + JudgeRow.rows(
      .wrong(idea: "weighted"),
      [
        "weighted", "weighted routing", "wieghted", "the weighted routing policy",
        "weighted, not failover",
      ]
    )
    + JudgeRow.rows(.wrong(idea: "simple"), ["simple", "simple routing policy", "a simple record"])
    + JudgeRow.rows(
      .wrong(idea: "latency"),
      ["latency", "latency-based routing", "latncy", "latency based"]
    )
    + JudgeRow.rows(
      .wrong(idea: "multivalue"),
      ["multivalue", "multi-value answer", "multi value answer routing"]
    )
    + JudgeRow.rows(
      .wrong(idea: "geolocation"),
      ["geolocation", "geo-location", "geoproximity routing"]
    )
    + JudgeRow.rows(
      .wrong(idea: "restates"),
      ["active-passive", "active/passive", "standby", "high availability", "stand-by"]
    )
    + JudgeRow.rows(
      .unknown(.several),
      [
        "failover or weighted", "weighted failover", "failover weighted", "simple failover",
        "weighted/failover", "failover and latency", "either failover or simple",
        "weighted simple latency failover geolocation multivalue", "multivalue failover",
      ]
    )
    + JudgeRow.rows(
      .unknown(.negated),
      [
        "not failover", "no failover", "anything but failover", "failover is wrong",
        "failover is wrong, not failover", "neither failover nor weighted",
      ]
    )
    + JudgeRow.rows(
      .unknown(.qualified),
      ["ELB failover", "failover cluster", "database failover", "active-active failover"]
    )
    + JudgeRow.rows(
      .unknown(.noIdea),
      ["routing policy", "Route 53", "rollover", "failure", "over", "fail", "round robin"]
    )

  static let record =
    JudgeRow.rows(
      .right(idea: "a"),
      [
        "A", "a", "A record", "a record", "an A record", "the A record", "type A", "type a",
        "A type", "A records", "A-record", "record A", "record type A", "a type A record", "'A'",
        "`A`", "(A)", "A.", "A!", "It is an A record", "I think it is A", "I think it's a",
        "a DNS A record", "the DNS record of type A", "address record", "an address record",
        "Ａ", "ａ ｒｅｃｏｒｄ", "A recrod", "A (IPv4)", "IPv4 A record", "not a CNAME but an A record",
        "A, not AAAA", "A rather than AAAA", "A record, please", "use A", "an A-type record",
        "a plain A record", "A or a", "Amazon Route 53 A record", "type: A", "I would say A",
        "I would create a record of type A",
      ]
    )
    + JudgeRow.rows(
      .wrong(idea: "aaaa"),
      [
        "AAAA", "aaaa", "an AAAA record", "a AAAA record", "A AAAA record", "type AAAA", "quad A",
        "a quad A record", "AAAA, not A", "A A A A", "quad-A",
      ]
    )
    + JudgeRow.rows(
      .wrong(idea: "cname"),
      [
        "CNAME", "CNAM", "a CNAME", "A CNAME record", "a cname record", "C NAME", "canonical name",
        "CNAME record type", "CNAMEs", "I would create a record of type CNAME",
      ]
    )
    + JudgeRow.rows(.wrong(idea: "ns"), ["NS", "an NS record", "a name server record"])
    + JudgeRow.rows(.wrong(idea: "mx"), ["MX", "mx record", "a MX record"])
    + JudgeRow.rows(.wrong(idea: "alias"), ["alias", "an alias record", "aliases"])
    + JudgeRow.rows(
      .unknown(.several),
      [
        "A or AAAA", "A/AAAA", "A and AAAA", "A, CNAME", "CNAME or A", "either A or AAAA", "A | MX",
        "AAAA or A",
      ]
    )
    + JudgeRow.rows(.unknown(.negated), ["not A", "not an A record", "no A record", "Not A."])
    + JudgeRow.rows(.unknown(.qualified), ["IPv6 address record", "SRV A record"])
    + JudgeRow.rows(
      .unknown(.noIdea),
      [
        "a record that holds an IPv4 address", "AA", "AAA", "AAAAA", "B", "TXT", "an", "the",
        "record", "DNS record", "a DNS record",
        "address",
        "A1", "yes", "MXX", "PTR", "SOA",
      ]
    )

  static let invalid: [(String, Verdict.Flaw)] = [
    ("", .empty), ("   ", .empty), ("\n\t", .empty), ("?", .unreadable), ("...", .unreadable),
    ("---", .unreadable), ("🤷", .unreadable), ("🅰️", .unreadable), ("健康检查", .unreadable),
    ("проверка", .unreadable), ("А", .unreadable), ("\u{1B}[31mA", .controlCharacters),
    ("A\u{0}", .controlCharacters), ("\u{7F}", .controlCharacters),
    ("A\u{202E}", .controlCharacters),
    ("\u{FFFD}\u{FFFD}", .unreadable),
    (String(repeating: "a ", count: 5_000), .tooLong(limit: 400)),
  ]

  @Test(arguments: healthCheck)
  func `knows a health check`(row: JudgeRow) {
    #expect(CafeQuestions.healthCheck.judge(row.response) == row.verdict)
  }

  @Test(arguments: policy)
  func `knows failover routing`(row: JudgeRow) {
    #expect(CafeQuestions.policy.judge(row.response) == row.verdict)
  }

  @Test(arguments: record)
  func `knows an A record`(row: JudgeRow) {
    #expect(CafeQuestions.record.judge(row.response) == row.verdict)
  }

  @Test(arguments: invalid)
  func `malformed input is invalid and costs nothing`(response: String, flaw: Verdict.Flaw) {
    for judge in [CafeQuestions.healthCheck, CafeQuestions.policy, CafeQuestions.record] {
      #expect(judge.judge(response) == .invalid(flaw))
      #expect(!judge.judge(response).costsTry)
    }
  }

  @Test func `the hand-written table is large`() {
    #expect(
      Self.healthCheck.count + Self.policy.count + Self.record.count + Self.invalid.count > 250
    )
  }

  @Test(arguments: 0..<200)
  func `any text gets a verdict`(seed: Int) {
    var generator = Generator(seed: UInt64(seed))
    let words = [
      "a", "not", "or", "failover", "weighted", "A", ",", "/", "but", "ELB", "health", "check", "é",
      "instead", "of", "no", "?", "x",
    ]
    let text = (0..<generator.below(30)).map { _ in generator.pick(words) }.joined(
      separator: generator.pick([" ", "", "-"])
    )
    for judge in [CafeQuestions.healthCheck, CafeQuestions.policy, CafeQuestions.record] {
      #expect(judge.judge(text) == judge.judge(text))
    }
  }
}
