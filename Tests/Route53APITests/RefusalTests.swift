import Testing

@testable import Route53API

/// What is refused before the world sees it, with code and status.
struct `A request that is not right` {
  private static let rest: [(line: String, body: String, answer: String)] = [
    ("PUT /hostedzone", "", "400 InvalidAction"), ("GET /", "", "400 InvalidAction"),
    ("GET /hostedzone/a/b/c/d", "", "400 InvalidAction"),
    ("GET /hostedzone/%zz", "", "400 InvalidAction"),
    ("POST /hostedzone", "", "400 InvalidInput"), ("POST /hostedzone", "<a", "400 InvalidInput"),
    (
      "POST /hostedzone",
      APICafe.xml("CreateHostedZone", "<Name>a.example</Name><Name>b.example</Name>"),
      "400 InvalidInput"
    ),
    (
      "POST /hostedzone", APICafe.xml("CreateHostedZone", "<Nom>a.example</Nom>"),
      "400 InvalidInput"
    ),
    (
      "POST /hostedzone",
      APICafe.xml("CreateHostedZone", "<Name><a/></Name><CallerReference>r</CallerReference>"),
      "400 InvalidInput"
    ),
    (
      "POST /hostedzone",
      APICafe.xml("CreateHostedZone", "<Name>com</Name><CallerReference>r</CallerReference>"),
      "400 InvalidDomainName"
    ), ("GET /hostedzone?maxitems=0", "", "400 InvalidInput"),
    ("GET /hostedzone?maxitems=x", "", "400 InvalidInput"),
    ("GET /hostedzone?hostedzonetype=Public", "", "400 InvalidInput"),
    ("GET /hostedzone?color=red", "", "400 InvalidInput"),
    ("GET /hostedzone?marker=Z0MISSING", "", "400 InvalidInput"),
    ("GET /hostedzone/cafe.example", "", "404 NoSuchHostedZone"),
    ("GET /hostedzone/Z0/dnssec", "", "404 NoSuchHostedZone"),
    ("GET /hostedzone/@/rrset?type=A", "", "400 InvalidInput"),
    ("GET /hostedzone/@/rrset?name=a&type=WWW", "", "400 InvalidInput"),
    ("GET /hostedzone/@/rrset?name=a%20b", "", "400 InvalidInput"),
    ("GET /hostedzonebyname", "", "400 InvalidAction"),
    ("GET /hostedzonesbyname?hostedzoneid=Z1", "", "400 InvalidInput"),
    ("GET /hostedzonelimit/@/MAX_FUN", "", "400 InvalidInput"),
    ("GET /hostedzonelimit/@/MAX_VPCS_ASSOCIATED_BY_ZONE", "", "400 HostedZoneNotPrivate"),
    ("GET /change/C0", "", "404 NoSuchChange"), ("GET /healthcheck/x", "", "404 NoSuchHealthCheck"),
    ("DELETE /healthcheck/x", "", "404 NoSuchHealthCheck"),
    ("GET /tags/hostedzone/Z0", "", "404 NoSuchHostedZone"),
    ("GET /tags/hostedzone/\(longID)", "", "400 InvalidInput"),
    ("GET /hostedzone/\(longID)", "", "400 InvalidInput"),
    ("DELETE /hostedzone/\(longID)", "", "400 InvalidInput"),
    ("GET /hostedzone/\(longID)/rrset", "", "400 InvalidInput"),
    (
      "POST /tags/hostedzone/\(longID)",
      APICafe.xml("ChangeTagsForResource", "<RemoveTagKeys><Key>a</Key></RemoveTagKeys>"),
      "400 InvalidInput"
    ),
    (
      "POST /tags/hostedzone",
      APICafe.xml(
        "ListTagsForResources",
        "<ResourceIds><ResourceId>\(longID)</ResourceId></ResourceIds>"
      ), "400 InvalidInput"
    ),
    (
      "POST /hostedzone/@/rrset", APICafe.xml("ChangeRecords", ""), "400 MalformedInput"
    ),
    ("GET /tags/car/Z0", "", "400 InvalidInput"),
    ("GET /geolocation?countrycode=ZZ", "", "404 NoSuchGeoLocation"),
    ("GET /cidrcollection/x", "", "404 NoSuchCidrCollectionException"),
    ("GET /cidrcollection?nexttoken=x", "", "400 InvalidPaginationToken"),
    ("GET /cidrcollection?maxresults=-1", "", "400 InvalidInput"),
    ("GET /delegationset/N0", "", "400 NoSuchDelegationSet"),
    ("GET /delegationset?maxitems=-1", "", "400 InvalidInput"),
    ("GET /delegationset?maxitems=0", "", "400 InvalidInput"),
    ("GET /delegationset?marker=N0MISSING", "", "400 InvalidInput"),
    ("GET /healthcheck?marker=nope", "", "400 InvalidInput"),
    ("GET /healthcheck?maxitems=0", "", "400 InvalidInput"),
    ("GET /testdnsanswer?hostedzoneid=@", "", "400 InvalidInput"),
    (
      "GET /testdnsanswer?hostedzoneid=@&recordname=a.b&recordtype=A", "", "400 InvalidInput"
    ),
    (
      "POST /hostedzone/@/features",
      APICafe.xml(
        "UpdateHostedZoneFeatures",
        "<EnableAcceleratedRecovery>true</EnableAcceleratedRecovery>"
      ), "400 InvalidInput"
    ), ("POST /hostedzone/@/enable-dnssec", "", "400 KeySigningKeyWithActiveStatusNotFound"),
    ("POST /hostedzone/Z0/enable-dnssec", "", "404 NoSuchHostedZone"),
    ("GET /queryloggingconfig/x", "", "404 NoSuchQueryLoggingConfig"),
    ("DELETE /trafficpolicyinstance/x", "", "404 NoSuchTrafficPolicyInstance"),
    ("DELETE /keysigningkey/@/x", "", "404 NoSuchKeySigningKey"),
  ]

  /// Longer than the id of any hosted zone.
  private static let longID = "Z" + String(repeating: "0", count: 32)

  /// The texts as Route 53 has been seen to answer them.
  @Test func `is told why in the words of Route 53`() {
    var cafe = APICafe()
    #expect(
      cafe.rest("GET /tags/hostedzone/\(Self.longID)").text(of: "Message")
        == "1 validation error detected: Value '\(Self.longID)' at 'resourceId' failed to satisfy "
        + "constraint: Member must have length less than or equal to 32"
    )
    #expect(
      cafe.rest("GET /hostedzone/\(Self.longID)").text(of: "Message")
        == "1 validation error detected: Value '\(Self.longID)' at 'id' failed to satisfy "
        + "constraint: Member must have length less than or equal to 32"
    )
    #expect(
      cafe.rest("GET /tags/car/Z0").text(of: "Message")
        == "1 validation error detected: Value 'car' at 'resourceType' failed to satisfy "
        + "constraint: Member must satisfy enum value set: [healthcheck, hostedzone]"
    )
    let line = "POST /hostedzone/\(cafe.zone)/rrset"
    let set = "<ResourceRecordSet><Name>a</Name><Type>A</Type></ResourceRecordSet>"
    let change = "<Change><Action>MAKE</Action>\(set)</Change>"
    let batch = "<ChangeBatch><Changes>\(change)</Changes></ChangeBatch>"
    #expect(
      cafe.rest(line, APICafe.xml("ChangeResourceRecordSets", batch)).text(of: "Message")
        == "1 validation error detected: Value 'MAKE' at 'changeBatch.changes.1.member.action' "
        + "failed to satisfy constraint: Member must satisfy enum value set: "
        + "[CREATE, UPSERT, DELETE]"
    )
    #expect(
      cafe.rest(line, APICafe.xml("ChangeRecords", "")).text(of: "Message")
        == "ChangeBatch is not valid, expected ChangeResourceRecordSetsRequest"
    )
  }

  @Test(arguments: rest.indices)
  func `is refused by Route 53`(index: Int) {
    var cafe = APICafe()
    let (line, body, answer) = Self.rest[index]
    let response = cafe.rest(line.replacing("@", with: cafe.zone), body)
    #expect("\(response.status) \(response.text(of: "Code") ?? "-")" == answer, "\(response.text)")
    #expect(!response.body.isEmpty)
    #expect(response.header("x-amzn-RequestId") == APICafe.requestID)
  }

  private static let forms: [(service: APICafe.Door, form: String, answer: String)] = [
    (.ec2, "", "400 MissingAction"), (.ec2, "Action=", "400 MissingAction"),
    (.ec2, "Action=Fly", "400 InvalidAction"), (.sns, "Action=StopInstances", "400 InvalidAction"),
    (.ec2, "Action=StopInstances", "400 MissingParameter"),
    (.ec2, "Action=StopInstances&InstanceId.1=x", "400 InvalidInstanceID.Malformed"),
    (.ec2, "Action=StopInstances&InstanceId.1=CafeInstance1", "400 InvalidInstanceID.Malformed"),
    (
      .ec2, "Action=StopInstances&InstanceId.1=i-00000000000000000",
      "400 InvalidInstanceID.NotFound"
    ), (.ec2, "Action=StopInstances&InstanceId.1=INSTANCE&Speed=9", "400 UnknownParameter"),
    (.ec2, "Action=StopInstances&InstanceId.1=INSTANCE&DryRun=true", "412 DryRunOperation"),
    (
      .ec2, "Action=DescribeInstances&Filter.1.Name=color&Filter.1.Value.1=red",
      "400 InvalidParameterValue"
    ),
    (.ec2, "Action=DescribeInstances&MaxResults=0", "400 InvalidParameterValue"),
    (.ec2, "Action=DescribeRegions&RegionName.1=mars-1", "400 InvalidParameterValue"),
    (.ec2, "Action=AssociateAddress&InstanceId.1=i-1", "400 InvalidParameterValue"),
    (.ec2, "Action=%zz", "400 MalformedQueryString"),
    (.sns, "Action=CreateTopic", "400 InvalidParameter"),
    (.sns, "Action=ListTopics&NextToken=x", "400 InvalidParameter"),
    (.sns, "Action=Subscribe&TopicArn=x&Protocol=sms", "400 InvalidParameter"),
    (
      .sns, "Action=GetTopicAttributes&TopicArn=arn:aws:sns:us-east-1:123456789012:x",
      "404 NotFound"
    ),
    (.cloudwatch, "Action=PutMetricAlarm&AlarmName=a", "400 InvalidParameterValue"),
    (.cloudwatch, "Action=DescribeAlarms&NextToken=x", "400 InvalidNextToken"),
    (.cloudwatch, "Action=DeleteAlarms&AlarmNames.member.1=x", "404 ResourceNotFound"),
    (.sts, "Action=AssumeRole", "400 InvalidAction"),
  ]

  @Test(arguments: forms.indices)
  func `is refused by the services that are asked by forms`(index: Int) {
    var cafe = APICafe()
    let (service, form, answer) = Self.forms[index]
    let response = cafe.form(service, form.replacing("INSTANCE", with: cafe.instance))
    #expect("\(response.status) \(response.text(of: "Code") ?? "-")" == answer, "\(response.text)")
    let root = service == .ec2 ? "<Response>" : "<ErrorResponse xmlns="
    #expect(response.text.contains(root))
  }

  private static let regions: [(APICafe.Door, form: String, region: String, answer: String)] = [
    (.sns, "Action=CreateTopic&Name=t", "us-east-1", "200 -"),
    (.sns, "Action=CreateTopic&Name=t", "us-west-2", "400 InvalidParameter"),
    (.sns, "Action=ListTopics", "us-west-2", "200 -"),
    (.ec2, "Action=DescribeInstances", "eu-west-1", "200 -"),
    (.ec2, "Action=AllocateAddress", "us-west-2", "200 -"),
    (.ec2, "Action=AllocateAddress", "eu-west-1", "400 InvalidParameterValue"),
    (.ec2, "Action=StopInstances&InstanceId.1=INSTANCE", "us-west-2", "200 -"),
    (
      .ec2, "Action=StopInstances&InstanceId.1=INSTANCE", "eu-west-1",
      "400 InvalidInstanceID.NotFound"
    ),
  ]

  /// A request names its region in its signature: another one has empty lists, and nothing of the
  /// café can be made or changed there.
  @Test(arguments: regions.indices)
  func `is asked in the region that a request is signed for`(index: Int) {
    var cafe = APICafe()
    let (service, form, region, answer) = Self.regions[index]
    let asked = form.replacing("INSTANCE", with: cafe.instance)
    let response = cafe.ask(APICafe.request(form: service, asked, signedFor: region))
    #expect("\(response.status) \(response.text(of: "Code") ?? "-")" == answer, "\(response.text)")
    if answer.hasPrefix("400") { #expect(cafe.world == APICafe().world) }
    if form.hasPrefix("Action=Describe") { #expect(!response.text.contains(cafe.instance)) }
  }

  /// Nothing is done by halves.
  @Test func `changes nothing when one of its commands is refused`() {
    var cafe = APICafe()
    let before = cafe.world
    let response = cafe.form(
      .ec2,
      "Action=StopInstances&InstanceId.1=\(cafe.instance)&InstanceId.2=i-00000000000000000"
    )
    #expect(response.text(of: "Code") == "InvalidInstanceID.NotFound")
    #expect(cafe.world == before)
  }
}
