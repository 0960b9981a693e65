import CafeWorld
import DNS
import Route53
import Testing

@testable import Commands

struct `A line of the AWS CLI` {
  let cafe = AwsCafe()

  static let json =
    #"{"Type": "HTTP", "IPAddress": "52.32.9.9", "Port": 80, "ResourcePath": "/cafe"}"#

  @Test(arguments: [
    "--health-check-config Type=HTTP,IPAddress=52.32.9.9,Port=80,ResourcePath=/cafe",
    "--health-check-config=Type=HTTP,IPAddress=52.32.9.9,Port=80,ResourcePath=/cafe",
    "--health-check-config '\(Self.json)'",
    "--health-check-config file://config.json",
    "--cli-input-json file://input.json",
    "--health-check-config Type=HTTP,IPAddress=52.32.9.9,Port=80,ResourcePath=/cafe "
      + "--region eu-west-1 --profile cafe --output json --no-cli-pager",
  ])
  func `means the same in shorthand, in JSON and in a file`(arguments: String) throws {
    var cafe = cafe
    cafe.files = [
      "config.json": Self.json, "input.json": #"{"HealthCheckConfig": \#(Self.json)}"#,
    ]
    let commands = try cafe.commands(
      "route53 create-health-check --caller-reference r \(arguments)"
    )
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: "52.32.9.9",
      port: 80,
      resourcePath: "/cafe"
    )
    #expect(
      commands == [.createHealthCheck(name: "", callerReference: "r", settings: settings)]
    )
  }

  @Test func `asks for the file that it names`() {
    #expect(
      cafe.error(
        "route53 change-resource-record-sets --hosted-zone-id Z --change-batch file://b.json"
      )
        == .needsFile(path: "b.json")
    )
  }

  @Test(arguments: [
    ("route35 list-hosted-zones", ["route53"]),
    ("route53 create-health-chek", ["create-health-check"]),
    ("ec2 stop-instance", ["stop-instances"]),
    ("s3 ls", []),
  ])
  func `offers near misses of services and operations`(line: String, near: [String]) {
    guard case .unsupportedAws = cafe.error(line) else {
      Issue.record("\(line) was not refused")
      return
    }
    #expect(cafe.near(line).prefix(1) == near.prefix(1))
  }

  @Test func `offers near misses of options`() {
    let line = "route53 get-health-check --health-check-idd x"
    #expect(cafe.message(line) == "Unknown options: --health-check-idd")
    #expect(cafe.near(line) == ["--health-check-id"])
  }

  @Test(arguments: [
    (
      "",
      "a service and an operation must follow; services are route53, ec2, sns, cloudwatch, sts"
    ),
    ("route53", "an operation must follow; `help aws route53` lists them"),
    (
      "route53 create-health-check --caller-reference a",
      "the following arguments are required: --health-check-config"
    ),
    (
      "route53 get-health-check --health-check-id",
      "argument --health-check-id: expected one argument"
    ),
    (
      "ec2 stop-instances --instance-ids", "argument --instance-ids: expected at least one argument"
    ),
    ("route53 list-hosted-zones extra", "Unknown options: extra"),
    (
      "cloudwatch put-metric-alarm --alarm-name x --extended-statistic p99",
      "--extended-statistic: the real CLI has this option, this café does not"
    ),
    (
      "route53 list-hosted-zones --query HostedZones",
      "--query: this café prints the whole answer; it has no JMESPath"
    ),
    (
      "route53 list-hosted-zones --endpoint-url http://x",
      "--endpoint-url: this café is the only endpoint here"
    ),
    (
      "route53 list-hosted-zones --output table",
      "--output table: json; this café prints no other form"
    ),
    ("route53 list-hosted-zones --max-items 0", "--max-items 0: a whole number from 1 on"),
    (
      "ec2 describe-instances --region us-east-1",
      "--region us-east-1: us-west-2: the café's instances are there"
    ),
    (
      "cloudwatch delete-alarms --alarm-names x --region us-west-2",
      "--region us-west-2: us-east-1: Route 53's metrics exist only there, and so do their alarms "
        + "and topics"
    ),
  ])
  func `is refused with a clear sentence`(line: String, message: String) {
    #expect(cafe.message(line) == message)
  }

  @Test(arguments: [
    (
      "Type=HTTP,Foo=1",
      #"Unknown parameter in HealthCheckConfig: "Foo", must be one of: IPAddress, Port, Type, "#
        + "ResourcePath, FullyQualifiedDomainName, SearchString, RequestInterval, "
        + "FailureThreshold, MeasureLatency, Inverted, Disabled, HealthThreshold, "
        + "ChildHealthChecks, EnableSNI, Regions, AlarmIdentifier, InsufficientDataHealthStatus, "
        + "RoutingControlArn"
    ),
    (
      "Port=80",
      #"Missing required parameter in HealthCheckConfig: "Type""#
    ),
    (
      #"'{"Type": "HTTP", "Port": "80"}'"#,
      #"Invalid type for parameter HealthCheckConfig.Port, value: "80", type: text, "#
        + "valid types: whole number"
    ),
    (
      "Type=HTTP,Port=abc",
      #"Invalid type for parameter HealthCheckConfig.Port, value: "abc", type: text, "#
        + "valid types: whole number"
    ),
    (
      "Type=HTTP,Inverted=maybe",
      #"Invalid type for parameter HealthCheckConfig.Inverted, value: "maybe", type: text, "#
        + "valid types: true or false"
    ),
  ])
  func `says what does not fit the shape`(config: String, message: String) {
    #expect(
      cafe.message(
        "route53 create-health-check --caller-reference r --health-check-config \(config)"
      )
        == "--health-check-config - Parameter validation failed:\n\(message)"
    )
  }

  @Test func `points at the broken place of a document`() {
    var cafe = cafe
    cafe.files = ["b.json": "{\n  \"Changes\": [\n}"]
    #expect(
      cafe.message(
        "route53 change-resource-record-sets --hosted-zone-id Z --change-batch file://b.json"
      )
        == "b.json line 3 column 1 Invalid JSON: expected a value, found '}'"
    )
    cafe.files = ["b.json": "not json"]
    #expect(
      cafe.message(
        "route53 change-resource-record-sets --hosted-zone-id Z --change-batch file://b.json"
      ).hasPrefix("b.json line 1 column 1 Invalid JSON: ")
    )
    #expect(
      cafe.message(
        "route53 change-resource-record-sets --hosted-zone-id Z --change-batch Changes"
      ).hasPrefix("--change-batch column 8 ")
    )
    #expect(
      cafe.message("ec2 describe-instances --filters Name=tag:Name,Values=[a")
        == "--filters column 24 expected ',', found the end"
    )
  }

  @Test func `names what the member is nearly called`() {
    let message = cafe.message(
      "route53 create-health-check --caller-reference r --health-check-config Type=TCP,Portt=80"
    )
    #expect(message.hasSuffix(#"(did you mean "Port"?)"#))
  }

  @Test func `may turn into help`() throws {
    let context = ParseContext(world: cafe.world)
    #expect(try Aws.parse("help", in: context) == .session(.help(["aws"])))
    #expect(try Aws.parse("ec2 help", in: context) == .session(.help(["aws", "ec2"])))
    #expect(
      try Aws.parse("ec2 stop-instances help", in: context)
        == .session(.help(["aws", "ec2", "stop-instances"]))
    )
    #expect(
      AwsOperation.stopInstances.help
        == ["aws ec2 stop-instances", "  --instance-ids <value> …"]
    )
    let help = AwsOperation.createHealthCheck.help
    #expect(help.contains("  Type (required)"))
    #expect(help.contains("  SearchString"))
  }

  @Test func `takes in nothing that a terminal acts upon`() throws {
    var cafe = cafe
    cafe.files = [
      "name": "a\u{1b}[31m", "text": "two\nlines\n",
      "batch.json": #"{"Changes":[{"Action":"CREATE","ResourceRecordSet":"#
        + #"{"Name":"a\u001b[31m","Type":"A"}}]}"#,
    ]
    #expect(
      cafe.message("sns create-topic --name file://name")
        == "--name - Parameter validation failed:\nInvalid character in parameter Name, "
        + #"value: "a\u001b[31m""#
    )
    #expect(
      cafe.message(
        "route53 change-resource-record-sets --hosted-zone-id Z --change-batch file://batch.json"
      ).contains(
        "Invalid character in parameter ChangeBatch.Changes[0].ResourceRecordSet.Name"
      )
    )
    let topic = Topic.arn(name: "t")
    #expect(
      try cafe.commands("sns publish --topic-arn \(topic) --message file://text")
        == [.publish(topic: topic, subject: nil, message: "two\nlines\n")]
    )
  }
}
