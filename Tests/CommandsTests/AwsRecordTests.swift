import CafeWorld
import DNS
import Route53
import Testing

@testable import Commands

struct `aws route53 and its record sets` {
  /// Every member that a record set has, each in a record set that has no fault of its own.
  private static func batch(_ cafe: AwsCafe) -> String {
    let zone = cafe.zone
    let collection = cafe.world.cidrCollections[0].id
    func set(_ name: String, _ identifier: String, _ field: String) -> String {
      """
      {"Name":"\(name).cafe.example.","Type":"A","SetIdentifier":"\(identifier)",\(field),\
      "TTL":60,"ResourceRecords":[{"Value":"52.32.1.1"}]}
      """
    }
    let sets = [
      set("weighted", "w", #""Weight":10"#), set("latency", "l", #""Region":"eu-west-1""#),
      set("geo", "eu", #""GeoLocation":{"ContinentCode":"EU"}"#),
      set("geo", "ca", #""GeoLocation":{"CountryCode":"US","SubdivisionCode":"CA"}"#),
      set("geo", "rest", #""GeoLocation":{"CountryCode":"*"}"#),
      set("multi", "m", #""MultiValueAnswer":true"#),
      set(
        "net",
        "b",
        #""CidrRoutingConfig":{"CollectionId":"\#(collection)","LocationName":"berlin"}"#
      ),
      set("near", "r", #""GeoProximityLocation":{"AWSRegion":"us-west-2","Bias":-10}"#),
      set(
        "near",
        "c",
        #""GeoProximityLocation":{"Coordinates":{"Latitude":"52.52","Longitude":"13.40"},"Bias":0}"#
      ),
      """
      {"Name":"alias.cafe.example.","Type":"A","SetIdentifier":"s","Failover":"SECONDARY",\
      "AliasTarget":{"HostedZoneId":"\(zone)","DNSName":"weighted.cafe.example.",\
      "EvaluateTargetHealth":true}}
      """,
    ]
    let changes = sets.map { #"{"Action":"CREATE","ResourceRecordSet":\#($0)}"# }
    return #"{"Changes":[\#(changes.joined(separator: ","))]}"#
  }

  private static func cafe() throws -> AwsCafe {
    var cafe = AwsCafe()
    _ = try cafe.aws("route53 create-cidr-collection --name offices --caller-reference r")
    let id = cafe.world.cidrCollections[0].id
    _ = try cafe.aws(
      "route53 change-cidr-collection --id \(id) "
        + "--changes LocationName=berlin,Action=PUT,CidrList=91.64.0.0/16"
    )
    return cafe
  }

  private static func isBefore(_ left: RecordSetRequest, _ right: RecordSetRequest) -> Bool {
    (left.name, left.setIdentifier ?? "") < (right.name, right.setIdentifier ?? "")
  }

  @Test func `list what was created, member by member`() throws {
    var cafe = try Self.cafe()
    let batch = Self.batch(cafe)
    cafe.files["batch.json"] = batch
    let line = "route53 change-resource-record-sets --hosted-zone-id \(cafe.zone) "
    let output = try cafe.aws(line + "--change-batch file://batch.json")
    #expect(output.contains("PENDING"), "\(output)")
    let listed = try JSONReader.value(
      of: try cafe.aws("route53 list-resource-record-sets --hosted-zone-id \(cafe.zone)")
    )
    let sent = try JSONReader.value(of: batch)["Changes"]?.elements ?? []
    let wanted = sent.compactMap { $0["ResourceRecordSet"] }.map { RecordSetRequest($0) }
    let found = (listed["ResourceRecordSets"]?.elements ?? []).map { RecordSetRequest($0) }
      .filter { !["NS", "SOA"].contains($0.type) }
    #expect(found.sorted(by: Self.isBefore) == wanted.sorted(by: Self.isBefore))
    #expect(found.map(\.json.compact).allSatisfy { !$0.contains("null") })
  }

  @Test func `are deleted by what was listed`() throws {
    var cafe = try Self.cafe()
    cafe.files["batch.json"] = Self.batch(cafe)
    let line = "route53 change-resource-record-sets --hosted-zone-id \(cafe.zone) "
    _ = try cafe.aws(line + "--change-batch file://batch.json")
    let sets = cafe.world.hostedZones[0].records.all.map(\.request)
      .filter { !["NS", "SOA"].contains($0.type) }
    let batch = ChangeBatch(changes: sets.map { Change(.delete, $0) })
    cafe.files["delete.json"] = batch.json.compact
    let output = try cafe.aws(line + "--change-batch file://delete.json")
    #expect(output.contains("PENDING"), "\(output)")
    #expect(cafe.world.hostedZones[0].records.count == 2)
  }

  @Test func `come in shorthand as well`() throws {
    let cafe = AwsCafe()
    let commands = try cafe.commands(
      "route53 change-resource-record-sets --hosted-zone-id \(cafe.zone) --change-batch "
        + "'Changes=[{Action=UPSERT,ResourceRecordSet={Name=w.cafe.example,Type=A,"
        + "SetIdentifier=w,GeoProximityLocation={AWSRegion=us-west-2,Bias=-3},"
        + "AliasTarget={HostedZoneId=Z,DNSName=x.cafe.example,EvaluateTargetHealth=false}}}]'"
    )
    var set = RecordSetRequest(
      name: "w.cafe.example",
      type: "A",
      setIdentifier: "w",
      aliasTarget: AliasTargetRequest(
        hostedZoneID: "Z",
        dnsName: "x.cafe.example",
        evaluateTargetHealth: false
      )
    )
    set.geoProximity = GeoProximityRequest(region: "us-west-2", bias: -3)
    let batch = ChangeBatch(changes: [Change(.upsert, set)])
    #expect(commands == [.changeRecords(HostedZoneID(cafe.zone), batch)])
  }

  private static func names(_ output: JSONValue) -> [String] {
    (output["ResourceRecordSets"]?.elements ?? []).map {
      ($0["Type"]?.text ?? "") + " " + ($0["SetIdentifier"]?.text ?? "")
    }
  }

  /// Eight record sets: two of the zone, and six weighted ones.
  private static func weighted() throws -> AwsCafe {
    var cafe = AwsCafe()
    let changes = (1...6).map { number in
      Change(
        .create,
        RecordSetRequest(
          name: "www.cafe.example",
          type: number > 4 ? "TXT" : "A",
          setIdentifier: "s\(number)",
          routing: .weighted(number),
          ttl: 60,
          values: [number > 4 ? "\"x\"" : "52.32.1.\(number)"]
        )
      )
    }
    try cafe.world.perform(
      .changeRecords(HostedZoneID(cafe.zone), ChangeBatch(changes: changes))
    )
    return cafe
  }

  @Test func `come a page of the service at a time`() throws {
    var cafe = try Self.weighted()
    let line =
      "route53 list-resource-record-sets --hosted-zone-id \(cafe.zone) "
      + "--start-record-name www.cafe.example --max-items 3"
    let first = try JSONReader.value(of: try cafe.aws(line))
    #expect(Self.names(first) == ["A s1", "A s2", "A s3"])
    #expect(first["IsTruncated"] == true)
    #expect(first["NextRecordName"] == "www.cafe.example.")
    #expect(first["NextRecordType"] == "A")
    #expect(first["NextRecordIdentifier"] == "s4")
    #expect(first["MaxItems"] == "3")
    let second = try JSONReader.value(
      of: try cafe.aws(line + " --start-record-type A --start-record-identifier s4")
    )
    #expect(Self.names(second) == ["A s4", "TXT s5", "TXT s6"])
    #expect(second["IsTruncated"] == false)
    #expect(second["NextRecordName"] == nil)
    let all = try JSONReader.value(
      of: try cafe.aws(
        "route53 list-resource-record-sets --hosted-zone-id \(cafe.zone) --no-paginate"
      )
    )
    #expect(Self.names(all).count == 8)
    #expect(all["MaxItems"] == "300")
  }

  @Test func `come as the CLI pages them`() throws {
    var cafe = try Self.weighted()
    let line = "route53 list-resource-record-sets --hosted-zone-id \(cafe.zone) --max-items 5"
    let first = try JSONReader.value(of: try cafe.aws(line))
    #expect(Self.names(first) == ["NS ", "SOA ", "A s1", "A s2", "A s3"])
    #expect(first["IsTruncated"] == nil)
    let token = try #require(first["NextToken"]?.text)
    let second = try JSONReader.value(of: try cafe.aws(line + " --starting-token \(token)"))
    #expect(Self.names(second) == ["A s4", "TXT s5", "TXT s6"])
    #expect(second["NextToken"] == nil)
    #expect(
      cafe.message(line + " --no-paginate --starting-token \(token)")
        == "Cannot specify --no-paginate along with pagination arguments: --starting-token"
    )
  }

  @Test(
    arguments: [
      (#""Weight":99999999999999999999"#, "valid types: whole number"),
      (#""Weight":1e3"#, "valid types: whole number"),
      (#""Weight":"10""#, "valid types: whole number"),
      (#""MultiValueAnswer":"yes""#, "valid types: true or false"),
      (#""GeoLocation":"EU""#, "valid types: structure"),
      (#""GeoLocation":{"Continent":"EU"}"#, "did you mean \"ContinentCode\""),
      (#""AliasTarget":{"DNSName":"x"}"#, "Missing required parameter"),
      (#""Region":"us\u001b[31m""#, "Invalid character in parameter"),
      (#""GeoProximityLocation":{"Bias":9223372036854775808}"#, "valid types: whole number"),
      (#""Weigth":1"#, "did you mean \"Weight\""),
    ] as [(String, String)]
  )
  func `with a member of the wrong shape are refused before they are sent`(
    member: String,
    part: String
  ) {
    var cafe = AwsCafe()
    cafe.files["b.json"] =
      #"{"Changes":[{"Action":"CREATE","ResourceRecordSet":{"Name":"x","Type":"A",\#(member)}}]}"#
    let message = cafe.message(
      "route53 change-resource-record-sets --hosted-zone-id \(cafe.zone) "
        + "--change-batch file://b.json"
    )
    #expect(message.contains(part), "\(message)")
    #expect(message.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" })
  }

  @Test(arguments: [
    "--resolver-ip 8.8.8.8", "--edns0-client-subnet-ip 91.64.1.0",
    "--edns0-client-subnet-ip 91.64.1.0 --edns0-client-subnet-mask 16",
    "--edns0-client-subnet-ip 2001:db8:: --edns0-client-subnet-mask 48",
  ])
  func `are answered for a client by TestDNSAnswer`(options: String) throws {
    var cafe = try Self.weighted()
    try cafe.world.perform(.wait(.minute))
    let output = try JSONReader.value(
      of: try cafe.aws(
        "route53 test-dns-answer --hosted-zone-id \(cafe.zone) --record-name www.cafe.example "
          + "--record-type TXT \(options)"
      )
    )
    #expect(output["ResponseCode"] == "NOERROR")
    #expect(output["RecordData"]?.elements == [.string("\"x\"")])
  }

  @Test(arguments: [
    ("--resolver-ip x", "--resolver-ip x: an IPv4 or IPv6 address"),
    (
      "--edns0-client-subnet-ip 91.64.1.0 --edns0-client-subnet-mask 33",
      "--edns0-client-subnet-mask 33: a whole number from 0 to 32"
    ),
    (
      "--edns0-client-subnet-mask 24",
      "An error occurred (InvalidInput) when calling the TestDNSAnswer operation: "
        + "EDNS0ClientSubnetMask cannot be given without EDNS0ClientSubnetIP."
    ),
  ])
  func `are not answered for a client that is none`(options: String, message: String) throws {
    let cafe = AwsCafe()
    #expect(
      cafe.message(
        "route53 test-dns-answer --hosted-zone-id \(cafe.zone) --record-name www.cafe.example "
          + "--record-type A \(options)"
      ) == message
    )
  }
}
