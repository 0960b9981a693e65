import CafeWorld
import DNS
import Route53
import Route53API
import Testing

/// Each operation and what it answers, in one café, in this order.
///
/// `MADE`, `CHECK`, `INSTANCE` and their like stand for what the calls before have made.
struct `The answers of the API` {
  private struct Step: Sendable {
    let name: String
    let ask: @Sendable (inout APICafe, (String) -> String) -> String

    init(_ name: String, rest line: String, _ operation: String? = nil, _ content: String = "") {
      self.name = name
      ask = { cafe, plain in
        cafe.rest(plain(line), operation.map { APICafe.xml($0, plain(content)) } ?? "").shown
      }
    }

    init(_ name: String, _ service: APICafe.Door, _ parameters: String) {
      self.name = name
      ask = { cafe, plain in cafe.form(service, plain(parameters)).shown }
    }
  }

  private static func recordSet(_ name: String, _ role: String, _ more: String) -> String {
    "<ResourceRecordSet><Name>\(name)</Name><Type>A</Type>"
      + "<SetIdentifier>\(role)</SetIdentifier><Failover>\(role)</Failover><TTL>15</TTL>"
      + "<ResourceRecords><ResourceRecord><Value>52.10.1.1</Value></ResourceRecord>"
      + "</ResourceRecords>\(more)</ResourceRecordSet>"
  }

  private static func change(_ action: String, _ set: String) -> String {
    "<Change><Action>\(action)</Action>\(set)</Change>"
  }

  private static func batch(_ changes: String...) -> String {
    "<ChangeBatch><Comment>By hand</Comment><Changes>\(changes.joined())</Changes></ChangeBatch>"
  }

  private static let check =
    "<IPAddress>52.10.1.1</IPAddress><Port>80</Port><Type>HTTP</Type>"
    + "<ResourcePath>/cafe</ResourcePath><RequestInterval>10</RequestInterval>"
    + "<FailureThreshold>2</FailureThreshold>"

  private static let zones: [Step] = [
    Step(
      "create-hosted-zone",
      rest: "POST /hostedzone",
      "CreateHostedZone",
      "<Name>Lab.example</Name><CallerReference>r1</CallerReference>"
        + "<HostedZoneConfig><Comment>&lt;a&gt; &amp; b</Comment></HostedZoneConfig>"
    ),
    Step("get-hosted-zone", rest: "GET /hostedzone/MADE"),
    Step(
      "create-private-zone",
      rest: "POST /hostedzone",
      "CreateHostedZone",
      "<Name>inner.example</Name><VPC><VPCRegion>us-west-2</VPCRegion>"
        + "<VPCId>vpc-0123456789abcdef0</VPCId></VPC><CallerReference>r2</CallerReference>"
    ),
    Step("list-hosted-zones", rest: "GET /hostedzone?maxitems=2"),
    Step(
      "list-hosted-zones-by-name",
      rest: "GET /hostedzonesbyname?dnsname=lab.example&maxitems=1"
    ),
    Step(
      "list-hosted-zones-by-vpc",
      rest: "GET /hostedzonesbyvpc?vpcid=vpc-0123456789abcdef0&vpcregion=us-west-2"
    ),
    Step("get-hosted-zone-count", rest: "GET /hostedzonecount"),
    Step("get-hosted-zone-limit", rest: "GET /hostedzonelimit/MADE/MAX_RRSETS_BY_ZONE"),
    Step("get-account-limit", rest: "GET /accountlimit/MAX_HOSTED_ZONES_BY_OWNER"),
    Step(
      "update-hosted-zone-comment",
      rest: "POST /hostedzone/MADE",
      "UpdateHostedZoneComment",
      "<Comment>New</Comment>"
    ), Step("get-dnssec", rest: "GET /hostedzone/MADE/dnssec"),
    Step(
      "update-hosted-zone-features",
      rest: "POST /hostedzone/MADE/features",
      "UpdateHostedZoneFeatures",
      "<EnableAcceleratedRecovery>false</EnableAcceleratedRecovery>"
    ),
  ]

  private static let records: [Step] = [
    Step(
      "create-health-check",
      rest: "POST /healthcheck",
      "CreateHealthCheck",
      "<CallerReference>c1</CallerReference><HealthCheckConfig>\(check)</HealthCheckConfig>"
    ),
    Step(
      "change-resource-record-sets",
      rest: "POST /hostedzone/MADE/rrset/",
      "ChangeResourceRecordSets",
      batch(
        change(
          "CREATE",
          recordSet("www.lab.example", "PRIMARY", "<HealthCheckId>CHECK</HealthCheckId>")
        ),
        change("CREATE", recordSet("www.lab.example", "SECONDARY", ""))
      )
    ), Step("list-resource-record-sets", rest: "GET /hostedzone/MADE/rrset"),
    Step(
      "list-resource-record-sets-page",
      rest: "GET /hostedzone/MADE/rrset?name=www.lab.example&type=A&identifier=PRIMARY&maxitems=1"
    ), Step("get-change", rest: "GET /change/CHANGE"),
    Step(
      "test-dns-answer",
      rest: "GET /testdnsanswer?hostedzoneid=MADE&recordname=www.lab.example&recordtype=A"
        + "&edns0clientsubnetip=192.0.2.0&edns0clientsubnetmask=24"
    ),
    Step(
      "refused-change-batch",
      rest: "POST /hostedzone/MADE/rrset",
      "ChangeResourceRecordSets",
      batch(
        change("CREATE", recordSet("www.lab.example", "SECONDARY", "")),
        change("DELETE", recordSet("no.lab.example", "SECONDARY", ""))
      )
    ), Step("hosted-zone-not-empty", rest: "DELETE /hostedzone/MADE"),
    Step("no-such-hosted-zone", rest: "GET /hostedzone/Z0MISSING"),
    Step("no-such-change", rest: "GET /change/C0MISSING"),
  ]

  private static let health: [Step] = [
    Step("get-health-check", rest: "GET /healthcheck/CHECK"),
    Step("list-health-checks", rest: "GET /healthcheck?maxitems=1"),
    Step("get-health-check-count", rest: "GET /healthcheckcount"),
    Step("get-health-check-status", rest: "GET /healthcheck/CHECK/status"),
    Step("last-failure-reason", rest: "GET /healthcheck/CHECK/lastfailurereason"),
    Step("get-checker-ip-ranges", rest: "GET /checkeripranges"),
    Step(
      "update-health-check",
      rest: "POST /healthcheck/CHECK",
      "UpdateHealthCheck",
      "<HealthCheckVersion>1</HealthCheckVersion><FailureThreshold>3</FailureThreshold>"
        + "<Inverted>true</Inverted>"
    ),
    Step(
      "version-mismatch",
      rest: "POST /healthcheck/CHECK",
      "UpdateHealthCheck",
      "<HealthCheckVersion>1</HealthCheckVersion>"
    ),
    Step(
      "change-tags",
      rest: "POST /tags/healthcheck/CHECK",
      "ChangeTagsForResource",
      "<AddTags><Tag><Key>Course</Key><Value>Failover</Value></Tag></AddTags>"
        + "<RemoveTagKeys><Key>None</Key></RemoveTagKeys>"
    ), Step("list-tags", rest: "GET /tags/healthcheck/CHECK"),
    Step(
      "list-tags-of-several",
      rest: "POST /tags/healthcheck",
      "ListTagsForResources",
      "<ResourceIds><ResourceId>CHECK</ResourceId></ResourceIds>"
    ),
    Step(
      "forbidden-address",
      rest: "POST /healthcheck",
      "CreateHealthCheck",
      "<CallerReference>c2</CallerReference><HealthCheckConfig>"
        + "<IPAddress>203.0.113.10</IPAddress><Port>80</Port><Type>TCP</Type></HealthCheckConfig>"
    ),
    Step(
      "bad-type",
      rest: "POST /healthcheck",
      "CreateHealthCheck",
      "<CallerReference>c2</CallerReference><HealthCheckConfig><Type>PING</Type>"
        + "</HealthCheckConfig>"
    ), Step("missing-member", rest: "POST /healthcheck", "CreateHealthCheck"),
    Step("delete-health-check", rest: "DELETE /healthcheck/CHECK"),
  ]

  private static let sharing: [Step] = [
    Step(
      "create-delegation-set",
      rest: "POST /delegationset",
      "CreateReusableDelegationSet",
      "<CallerReference>d1</CallerReference>"
    ), Step("list-delegation-sets", rest: "GET /delegationset"),
    Step(
      "create-cidr-collection",
      rest: "POST /cidrcollection",
      "CreateCidrCollection",
      "<Name>places</Name><CallerReference>p1</CallerReference>"
    ),
    Step(
      "change-cidr-collection",
      rest: "POST /cidrcollection/COLLECTION",
      "ChangeCidrCollection",
      "<CollectionVersion>1</CollectionVersion><Changes><member><LocationName>here</LocationName>"
        + "<Action>PUT</Action><CidrList><Cidr>10.1.0.0/16</Cidr><Cidr>10.2.0.0/16</Cidr>"
        + "</CidrList></member></Changes>"
    ), Step("list-cidr-collections", rest: "GET /cidrcollection"),
    Step("list-cidr-locations", rest: "GET /cidrcollection/COLLECTION"),
    Step(
      "list-cidr-blocks",
      rest: "GET /cidrcollection/COLLECTION/cidrblocks?location=here&maxresults=1"
    ),
    Step("list-geo-locations", rest: "GET /geolocations?startcountrycode=US&maxitems=2"),
    Step("get-geo-location", rest: "GET /geolocation?countrycode=US&subdivisioncode=WA"),
    Step("list-traffic-policies", rest: "GET /trafficpolicies"),
    Step("get-traffic-policy", rest: "GET /trafficpolicy/a/1"),
    Step("unknown-operation", rest: "GET /nothing"),
    Step("document-type", rest: "POST /hostedzone", "CreateHostedZone", "<!DOCTYPE a>"),
    Step("wrong-root", rest: "POST /hostedzone", "CreateZone", ""),
  ]

  private static let regional: [Step] = [
    Step(
      "describe-instances",
      .ec2,
      "Action=DescribeInstances&Filter.1.Name=tag%3AName&Filter.1.Value.1=CafeInstance1"
    ), Step("describe-instance-status", .ec2, "Action=DescribeInstanceStatus"),
    Step("stop-instances", .ec2, "Action=StopInstances&InstanceId.1=INSTANCE"),
    Step("start-instances-refused", .ec2, "Action=StartInstances&InstanceId.1=INSTANCE"),
    Step("describe-availability-zones", .ec2, "Action=DescribeAvailabilityZones"),
    Step("allocate-address", .ec2, "Action=AllocateAddress&Domain=vpc"),
    Step("describe-addresses", .ec2, "Action=DescribeAddresses"),
    Step("reboot-instances-dry", .ec2, "Action=RebootInstances&InstanceId.1=OTHER&DryRun=true"),
    Step("unknown-parameter", .ec2, "Action=RebootInstances&InstanceId.1=OTHER&Force=true"),
    Step("reboot-instances", .ec2, "Action=RebootInstances&InstanceId.1=OTHER"),
    Step("create-topic", .sns, "Action=CreateTopic&Name=alerts"),
    Step(
      "subscribe",
      .sns,
      "Action=Subscribe&TopicArn=TOPIC&Protocol=email&Endpoint=sofia%40cafe.example"
    ), Step("list-subscriptions", .sns, "Action=ListSubscriptionsByTopic&TopicArn=TOPIC"),
    Step("get-topic-attributes", .sns, "Action=GetTopicAttributes&TopicArn=TOPIC"),
    Step("publish", .sns, "Action=Publish&TopicArn=TOPIC&Message=Hello%2C+caf%C3%A9"),
    Step("topic-not-found", .sns, "Action=Publish&TopicArn=TOPICS&Message=x"),
    Step(
      "put-metric-alarm",
      .cloudwatch,
      "Action=PutMetricAlarm&AlarmName=a&Namespace=AWS%2FRoute53&MetricName=HealthCheckStatus"
        + "&Statistic=Minimum&Period=60&EvaluationPeriods=1&Threshold=1.0"
        + "&ComparisonOperator=LessThanThreshold&AlarmActions.member.1=TOPIC"
        + "&Dimensions.member.1.Name=HealthCheckId&Dimensions.member.1.Value=LEFT"
    ), Step("describe-alarms", .cloudwatch, "Action=DescribeAlarms&AlarmNames.member.1=a"),
    Step("list-metrics", .cloudwatch, "Action=ListMetrics"),
    Step("delete-alarms-refused", .cloudwatch, "Action=DeleteAlarms&AlarmNames.member.1=b"),
    Step("get-caller-identity", .sts, "Action=GetCallerIdentity"),
    Step("unknown-action", .ec2, "Action=RunInstances"),
  ]

  @Test func `stay as they were read once`() throws {
    var cafe = APICafe()
    // A check that the calls do not delete.
    _ = cafe.rest(
      "POST /healthcheck",
      APICafe.xml(
        "CreateHealthCheck",
        "<CallerReference>c0</CallerReference><HealthCheckConfig>\(Self.check)</HealthCheckConfig>"
      )
    )
    let left = cafe.check
    for step in Self.zones + Self.records + Self.health + Self.sharing + Self.regional {
      try cafe.wait(.second)
      let made = cafe.world.hostedZones.last { $0.name.description == "lab.example." }?.id.text
      let names: [(String, String?)] = [
        ("TOPIC", Topic.arn(name: "alerts")), ("MADE", made), ("CHECK", cafe.check),
        ("CHANGE", cafe.world.hostedZones.flatMap(\.pending).last?.id.text), ("LEFT", left),
        ("COLLECTION", cafe.world.cidrCollections.last?.id.text), ("INSTANCE", cafe.instance),
        ("OTHER", cafe.world.instances[1].id.text),
      ]
      let answer = step.ask(&cafe) { text in
        names.reduce(text) { text, pair in
          pair.1.map {
            text.split(separator: pair.0, omittingEmptySubsequences: false)
              .joined(separator: $0)
          } ?? text
        }
      }
      try expectGolden(step.name, answer)
    }
  }

  /// A retry of the same name and reference makes no second collection.
  @Test func `tell a collection of blocks again to who asks for it again`() {
    var cafe = APICafe()
    let body = APICafe.xml(
      "CreateCidrCollection",
      "<Name>places</Name><CallerReference>p1</CallerReference>"
    )
    let first = cafe.rest("POST /cidrcollection", body)
    let again = cafe.rest("POST /cidrcollection", body)
    #expect(again.shown == first.shown)
    #expect(again.status == 201)
    #expect(again.text(of: "Id") == cafe.world.cidrCollections.last?.id.text)
    #expect(cafe.world.cidrCollections.count == 1)
  }
}
