import CafeWorld
import DNS
import Route53
import Testing

@testable import Commands

struct `aws route53` {
  @Test func `creates a health check`() throws {
    var cafe = AwsCafe()
    let output = try cafe.aws(
      "route53 create-health-check --caller-reference first --health-check-config "
        + "Type=HTTP,IPAddress=52.32.9.9,ResourcePath=cafe,RequestInterval=10,FailureThreshold=2"
    )
    let id = cafe.check
    #expect(
      output == """
        {
            "Location": "https://route53.amazonaws.com/2013-04-01/healthcheck/\(id)",
            "HealthCheck": {
                "Id": "\(id)",
                "CallerReference": "first",
                "HealthCheckConfig": {
                    "IPAddress": "52.32.9.9",
                    "Port": 80,
                    "Type": "HTTP",
                    "ResourcePath": "/cafe",
                    "RequestInterval": 10,
                    "FailureThreshold": 2,
                    "MeasureLatency": false,
                    "Inverted": false,
                    "Disabled": false,
                    "EnableSNI": false
                },
                "HealthCheckVersion": 1
            }
        }
        """
    )
  }

  @Test func `repeats a request with the same caller reference, and refuses another`() throws {
    var cafe = try AwsCafe.withCheck()
    let line = "route53 create-health-check --caller-reference first --health-check-config "
    let address = try #require(cafe.instances[0].publicAddress)
    let same = try cafe.aws(
      line + "Type=HTTP,IPAddress=\(address),Port=80,ResourcePath=/cafe,RequestInterval=10,"
        + "FailureThreshold=2"
    )
    #expect(same.contains(cafe.check))
    #expect(cafe.world.healthChecks.count == 1)
    #expect(
      try cafe.aws(line + "Type=TCP,IPAddress=52.32.9.9,Port=80")
        == "An error occurred (HealthCheckAlreadyExists) when calling the CreateHealthCheck "
        + "operation: A different health check has already been created with the specified caller "
        + "reference."
    )
  }

  @Test func `lets two health checks have one name`() throws {
    var cafe = try AwsCafe.withCheck()
    _ = try cafe.aws(
      "route53 create-health-check --caller-reference second --health-check-config "
        + "Type=TCP,IPAddress=52.32.9.9,Port=80"
    )
    let line =
      "route53 change-tags-for-resource --resource-type healthcheck --resource-id \(cafe.check)"
    #expect(try cafe.aws(line + " --add-tags Key=Name,Value=Primary-Website-Health") == "")
    #expect(cafe.world.healthChecks(named: "Primary-Website-Health").count == 2)
    #expect(
      try cafe.aws(
        "route53 list-tags-for-resource --resource-type healthcheck --resource-id \(cafe.check)"
      )
        == """
        {
            "ResourceTagSet": {
                "ResourceType": "healthcheck",
                "ResourceId": "\(cafe.check)",
                "Tags": [
                    {
                        "Key": "Name",
                        "Value": "Primary-Website-Health"
                    }
                ]
            }
        }
        """
    )
  }

  @Test func `updates what is given and leaves the rest`() throws {
    var cafe = try AwsCafe.withCheck()
    let output = try cafe.aws(
      "route53 update-health-check --health-check-id \(cafe.check) --failure-threshold 5 --inverted"
    )
    let settings = try #require(cafe.world.healthChecks.first?.settings)
    #expect(settings.failureThreshold == 5)
    #expect(settings.inverted)
    #expect(settings.resourcePath == "/cafe")
    #expect(output.contains(#""HealthCheckVersion": 2"#))
    let again = try cafe.aws(
      "route53 update-health-check --health-check-id \(cafe.check) --health-check-version 1"
    )
    #expect(again.hasPrefix("An error occurred (HealthCheckVersionMismatch)"))
  }

  @Test func `tells what each checker saw`() throws {
    var cafe = try AwsCafe.withCheck()
    let status = "route53 get-health-check-status --health-check-id \(cafe.check)"
    let reason = "route53 get-health-check-last-failure-reason --health-check-id \(cafe.check)"
    #expect(
      try cafe.aws(status) == """
        {
            "HealthCheckObservations": []
        }
        """
    )
    try cafe.world.perform(.wait(.minute))
    let healthy = try JSONReader.value(of: try cafe.aws(status))
    let first = try #require(healthy["HealthCheckObservations"]?.elements.first)
    #expect(healthy["HealthCheckObservations"]?.elements.count == 16)
    #expect(first["Region"] == "us-east-1")
    #expect(first["IPAddress"]?.text == HealthRules.sites[0].address.description)
    #expect(first["StatusReport"]?["Status"] == "Success: HTTP Status Code 301, Moved Permanently")
    #expect(
      try JSONReader.value(of: try cafe.aws(reason))["HealthCheckObservations"]?.elements == []
    )
    try cafe.world.perform(.kill(cafe.instances[0].id))
    try cafe.world.perform(.wait(.minute))
    let failures = try JSONReader.value(of: try cafe.aws(reason))
    let failure = try #require(failures["HealthCheckObservations"]?.elements.last)
    #expect(
      failure["StatusReport"]?["Status"]?.text?.hasPrefix("Failure: Connection timed out.") == true
    )
    let time = try #require(failure["StatusReport"]?["CheckedTime"]?.text)
    #expect(time.hasPrefix("2026-03-02T16:01:") && time.hasSuffix("000+00:00"))
  }

  @Test func `changes records and lists them`() throws {
    var cafe = try AwsCafe.withCheck()
    let records = Self.pair(cafe.check)
    cafe.files = ["records.json": records]
    let line =
      "route53 change-resource-record-sets --hosted-zone-id \(cafe.zone) --change-batch "
    let changed = try JSONReader.value(of: try cafe.aws(line + "file://records.json"))
    let info = try #require(changed["ChangeInfo"])
    let id = try #require(info["Id"]?.text)
    #expect(id.hasPrefix("/change/C"))
    #expect(info["Status"] == "PENDING")
    #expect(info["SubmittedAt"] == "2026-03-02T16:00:00+00:00")
    #expect(info["Comment"] == "the pair")
    #expect(try cafe.aws("route53 get-change --id \(id)").contains("PENDING"))
    try cafe.world.perform(.wait(.minute))
    let inSync = try JSONReader.value(of: try cafe.aws("route53 get-change --id \(id)"))
    #expect(inSync["ChangeInfo"]?["Status"] == "INSYNC")
    #expect(inSync["ChangeInfo"]?["SubmittedAt"] == info["SubmittedAt"])
    #expect(
      try cafe.aws(
        "route53 list-resource-record-sets --hosted-zone-id /hostedzone/\(cafe.zone) "
          + "--start-record-name www.cafe.example"
      ) == Self.listedPair(cafe.check)
    )
    #expect(
      try cafe.aws(line + "file://records.json").hasPrefix(
        "An error occurred (InvalidChangeBatch) when calling the ChangeResourceRecordSets "
          + "operation: [Tried to create resource record set [name='www.cafe.example.', "
          + "type='A', set-identifier='FailoverPrimary'] but it already exists, "
      )
    )
  }

  static func pair(_ check: String) -> String {
    """
    {"Comment": "the pair", "Changes": [
      {"Action": "CREATE", "ResourceRecordSet": {"Name": "www.cafe.example", "Type": "A",
        "SetIdentifier": "FailoverPrimary", "Failover": "PRIMARY", "TTL": 15,
        "ResourceRecords": [{"Value": "52.32.9.9"}], "HealthCheckId": "\(check)"}},
      {"Action": "CREATE", "ResourceRecordSet": {"Name": "www.cafe.example", "Type": "A",
        "SetIdentifier": "FailoverSecondary", "Failover": "SECONDARY", "TTL": 15,
        "ResourceRecords": [{"Value": "52.32.9.10"}]}}]}
    """
  }

  static func listedPair(_ check: String) -> String {
    """
    {
        "ResourceRecordSets": [
            {
                "Name": "www.cafe.example.",
                "Type": "A",
                "SetIdentifier": "FailoverPrimary",
                "Failover": "PRIMARY",
                "TTL": 15,
                "ResourceRecords": [
                    {
                        "Value": "52.32.9.9"
                    }
                ],
                "HealthCheckId": "\(check)"
            },
            {
                "Name": "www.cafe.example.",
                "Type": "A",
                "SetIdentifier": "FailoverSecondary",
                "Failover": "SECONDARY",
                "TTL": 15,
                "ResourceRecords": [
                    {
                        "Value": "52.32.9.10"
                    }
                ]
            }
        ],
        "IsTruncated": false,
        "MaxItems": "300"
    }
    """
  }

  @Test func `answers as the zone's name servers do`() throws {
    var cafe = try AwsCafe.withCheck()
    cafe.files = ["records.json": Self.pair(cafe.check)]
    _ = try cafe.aws(
      "route53 change-resource-record-sets --hosted-zone-id \(cafe.zone) "
        + "--change-batch file://records.json"
    )
    let line =
      "route53 test-dns-answer --hosted-zone-id \(cafe.zone) --record-name www.cafe.example "
      + "--record-type A"
    #expect(try cafe.aws(line).contains(#""ResponseCode": "NXDOMAIN""#))
    try cafe.world.perform(.wait(.minute))
    let server = cafe.world.hostedZones[0].nameServers[0].withoutDot
    #expect(
      try cafe.aws(line) == """
        {
            "Nameserver": "\(server)",
            "RecordName": "www.cafe.example",
            "RecordType": "A",
            "RecordData": [
                "52.32.9.9"
            ],
            "ResponseCode": "NOERROR",
            "Protocol": "UDP"
        }
        """
    )
  }

  @Test func `keeps hosted zones`() throws {
    var cafe = AwsCafe()
    let created = try JSONReader.value(
      of: try cafe.aws(
        "route53 create-hosted-zone --name second.example --caller-reference r "
          + "--hosted-zone-config Comment=new"
      )
    )
    let id = try #require(created["HostedZone"]?["Id"]?.text)
    #expect(created["DelegationSet"]?["NameServers"]?.elements.count == 4)
    let change = try #require(created["ChangeInfo"]?["Id"]?.text)
    #expect(try cafe.aws("route53 get-change --id \(change)").contains("INSYNC"))
    let listed = try JSONReader.value(of: try cafe.aws("route53 list-hosted-zones-by-name"))
    #expect(
      listed["HostedZones"]?.elements.map { $0["Name"]?.text }
        == ["cafe.example.", "second.example."]
    )
    #expect(listed["IsTruncated"] == false)
    #expect(listed["MaxItems"] == "100")
    #expect(try cafe.aws("route53 get-hosted-zone --id \(id)").contains(#""Comment": "new""#))
    #expect(try cafe.aws("route53 delete-hosted-zone --id \(id)").contains("PENDING"))
    #expect(cafe.world.hostedZones.count == 1)
  }

  @Test func `pages as the CLI does`() throws {
    var cafe = AwsCafe()
    let line = "route53 list-resource-record-sets --hosted-zone-id \(cafe.zone) --max-items 1"
    let first = try JSONReader.value(of: try cafe.aws(line))
    let token = try #require(first["NextToken"]?.text)
    #expect(
      token
        == "eyJTdGFydFJlY29yZE5hbWUiOiBudWxsLCAiU3RhcnRSZWNvcmRUeXBlIjogbnVsbCwgIlN0"
        + "YXJ0UmVjb3JkSWRlbnRpZmllciI6IG51bGwsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9"
    )
    let second = try JSONReader.value(of: try cafe.aws(line + " --starting-token \(token)"))
    #expect(first["ResourceRecordSets"]?.elements.first?["Type"] == "NS")
    #expect(second["ResourceRecordSets"]?.elements.first?["Type"] == "SOA")
    #expect(second["NextToken"] == nil)
    #expect(cafe.message(line + " --starting-token xx").contains("a NextToken of this list"))
  }

  @Test func `knows the addresses of the checkers`() throws {
    var cafe = AwsCafe()
    let ranges = try JSONReader.value(of: try cafe.aws("route53 get-checker-ip-ranges"))
    #expect(ranges["CheckerIpRanges"]?.elements.count == 16)
    #expect(ranges["CheckerIpRanges"]?.elements.first == "15.177.0.0/23")
    #expect(
      try cafe.aws("route53 get-health-check-count") == """
        {
            "HealthCheckCount": 0
        }
        """
    )
  }

  @Test(arguments: [
    (
      "get-health-check --health-check-id x",
      "An error occurred (NoSuchHealthCheck) when calling the GetHealthCheck operation: A health "
        + "check with id x does not exist."
    ),
    (
      "get-hosted-zone --id Z1",
      "An error occurred (NoSuchHostedZone) when calling the GetHostedZone operation: No hosted "
        + "zone found with ID: Z1"
    ),
    (
      "get-change --id nothing",
      "An error occurred (NoSuchChange) when calling the GetChange operation: A change with the ID "
        + "nothing does not exist."
    ),
  ])
  func `answers a question about nothing with the service's error`(line: String, message: String) {
    #expect(AwsCafe().message("route53 " + line) == message)
  }

  @Test func `refuses changes of nothing by the world`() throws {
    var cafe = AwsCafe()
    #expect(
      try cafe.aws("route53 delete-health-check --health-check-id x")
        == "An error occurred (NoSuchHealthCheck) when calling the DeleteHealthCheck operation: A "
        + "health check with id x does not exist."
    )
    #expect(
      try cafe.aws("route53 delete-hosted-zone --id Z1")
        == "An error occurred (NoSuchHostedZone) when calling the DeleteHostedZone operation: No "
        + "hosted zone found with ID: Z1"
    )
  }

  @Test func `wants an id where somebody gives a name`() throws {
    let cafe = try AwsCafe.withCheck()
    let line = "route53 delete-health-check --health-check-id Primary-Website-Health"
    #expect(cafe.message(line).hasSuffix("the id; the AWS CLI does not take names here"))
    #expect(cafe.near(line) == [cafe.check])
  }

  @Test func `names the routing that this café does not have`() {
    let set = #"{"Name":"a","Type":"A","TrafficPolicyInstanceId":"x"}"#
    let batch = #"{"Changes":[{"Action":"CREATE","ResourceRecordSet":\#(set)}]}"#
    #expect(
      AwsCafe().message(
        "route53 change-resource-record-sets --hosted-zone-id Z --change-batch '\(batch)'"
      )
        == "--change-batch ChangeBatch.Changes[0].ResourceRecordSet.TrafficPolicyInstanceId "
        + "the real service has this, this café does not"
    )
  }

  @Test func `refuses an action that there is not, and offers the near one`() {
    let batch = #"{"Changes":[{"Action":"upsert","ResourceRecordSet":{"Name":"a","Type":"A"}}]}"#
    let line = "route53 change-resource-record-sets --hosted-zone-id Z --change-batch '\(batch)'"
    #expect(
      AwsCafe().message(line)
        == "ChangeBatch.Changes[0].Action upsert: CREATE, UPSERT, DELETE"
    )
    #expect(AwsCafe().near(line) == ["UPSERT"])
  }

  @Test(arguments: [
    (
      "HTPT",
      "HealthCheckConfig.Type HTPT: HTTP, HTTPS, HTTP_STR_MATCH, HTTPS_STR_MATCH, TCP, CALCULATED, "
        + "CLOUDWATCH_METRIC, RECOVERY_CONTROL"
    )
  ])
  func `names the kinds of health check that there are`(kind: String, message: String) {
    #expect(
      AwsCafe().message(
        "route53 create-health-check --caller-reference r --health-check-config Type=\(kind)"
      )
        == message
    )
  }
}
