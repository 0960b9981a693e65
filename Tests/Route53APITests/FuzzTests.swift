import CafeWorld
import Support
import Testing

@testable import Route53API

/// Good requests with some bytes changed: each is answered, and none ends the program.
struct `Requests with slips in them` {
  private static let corpus: [APIRequest] =
    [
      APICafe.request(
        rest: "POST /hostedzone",
        APICafe.xml(
          "CreateHostedZone",
          "<Name>a.example</Name><CallerReference>r</CallerReference><VPC>"
            + "<VPCRegion>us-west-2</VPCRegion><VPCId>vpc-0123456789abcdef0</VPCId></VPC>"
        )
      ),
      APICafe.request(
        rest: "POST /hostedzone/ZONE/rrset/",
        APICafe.xml(
          "ChangeResourceRecordSets",
          "<ChangeBatch><Comment>&#65;&amp;</Comment><Changes><Change><Action>UPSERT</Action>"
            + "<ResourceRecordSet><Name>a.b</Name><Type>A</Type><TTL>5</TTL><ResourceRecords>"
            + "<ResourceRecord><Value><![CDATA[52.1.1.1]]></Value></ResourceRecord>"
            + "</ResourceRecords></ResourceRecordSet></Change></Changes></ChangeBatch>"
        )
      ),
      APICafe.request(
        rest: "POST /healthcheck",
        APICafe.xml(
          "CreateHealthCheck",
          "<CallerReference>c</CallerReference><HealthCheckConfig><IPAddress>52.1.1.1</IPAddress>"
            + "<Port>80</Port><Type>HTTP</Type><Regions><Region>us-west-1</Region></Regions>"
            + "</HealthCheckConfig>"
        )
      ), APICafe.request(rest: "GET /hostedzone?maxitems=1&marker=Z1"),
      APICafe.request(rest: "GET /hostedzone/ZONE/rrset?name=a.b&type=A&identifier=x&maxitems=2"),
      APICafe.request(rest: "GET /cidrcollection?maxresults=1&nexttoken=eyJ4IjogMX0%3D"),
      APICafe.request(rest: "GET /geolocations?startcountrycode=US&maxitems=2"),
      APICafe.request(
        form: .ec2,
        "Action=DescribeInstances&Filter.1.Name=tag%3AName&Filter.1.Value.1=Cafe*&MaxResults=5"
      ),
      APICafe.request(
        form: .cloudwatch,
        "Action=GetMetricStatistics&Namespace=AWS%2FRoute53&MetricName=HealthCheckStatus&Period=60"
          + "&StartTime=2026-03-02T16%3A00%3A00Z&EndTime=1772467800&Statistics.member.1=Minimum"
          + "&Dimensions.member.1.Name=HealthCheckId&Dimensions.member.1.Value=x"
      ), APICafe.request(form: .sns, "Action=Publish&TopicArn=arn%3Aaws%3Asns&Message=caf%C3%A9"),
    ]
    + [
      "{\"AlarmNames\": [\"a\"], \"MaxRecords\": 1}",
      "{\"MetricDataQueries\": [{\"Id\": \"m\"}], \"StartTime\": 1.5, \"EndTime\": 9e9}",
    ]
    .map { text in
      APIRequest(
        method: "POST",
        path: "/",
        headers: [("X-Amz-Target", "GraniteServiceVersion20100801.DescribeAlarms")],
        body: Array(text.utf8)
      )
    }
    + [
      // {"AlarmNames": ["a"], "MaxRecords": 1}, and a moment, a half, a map without an end.
      [
        0xA2, 0x6A, 0x41, 0x6C, 0x61, 0x72, 0x6D, 0x4E, 0x61, 0x6D, 0x65, 0x73, 0x81, 0x61, 0x61,
        0x6A, 0x4D, 0x61, 0x78, 0x52, 0x65, 0x63, 0x6F, 0x72, 0x64, 0x73, 0x01,
      ],
      [
        0xBF, 0x69, 0x53, 0x74, 0x61, 0x72, 0x74, 0x54, 0x69, 0x6D, 0x65, 0xC1, 0xFB, 0x41, 0xD4,
        0x52, 0xD9, 0xEC, 0x20, 0x00, 0x00, 0x61, 0x78, 0xF9, 0x3C, 0x00, 0xFF,
      ],
    ]
    .map { (bytes: [UInt8]) in
      APIRequest(
        method: "POST",
        path: "/service/GraniteServiceVersion20100801/operation/DescribeAlarms",
        headers: [("smithy-protocol", "rpc-v2-cbor")],
        body: bytes
      )
    }

  private static func spoiled(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    let special = Array("<>&;/=\"'%+.![]-?0\u{0}\n".utf8) + [0xFF, 0x7F, 0x80, 0xC3, 0x9F, 0xBF]
    for _ in 0..<(1 + dice.below(4)) where !bytes.isEmpty {
      let place = Int(dice.below(Int64(bytes.count)))
      switch dice.below(6) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(dice.one(of: special), at: place)
      case 2: bytes[place] = dice.one(of: special)
      case 3: bytes[place] ^= 1 << UInt8(dice.below(8))
      case 4: bytes.insert(contentsOf: bytes[place...].prefix(Int(dice.below(40))), at: place)
      default: bytes.removeLast(Int(dice.below(Int64(min(bytes.count, 20)))))
      }
    }
    return bytes
  }

  private static func spoiled(_ text: String, _ dice: inout Dice) -> String {
    String(decoding: spoiled(Array(text.utf8), &dice), as: UTF8.self)
  }

  @Test(arguments: corpus.indices)
  func `are answered`(index: Int) {
    var dice = Dice(UInt64(index))
    let good = Self.corpus[index]
    var statuses: Set<Int> = []
    for round in 0..<300 {
      var cafe = APICafe()
      let part = round % 4
      let request = APIRequest(
        method: good.method,
        path: part == 1 ? Self.spoiled(good.path, &dice) : good.path,
        query: part == 2 ? Self.spoiled(good.query, &dice) : good.query,
        headers: part == 3
          ? good.headers.map { ($0.name, Self.spoiled($0.value, &dice)) } : good.headers,
        body: part == 0 || good.query.isEmpty ? Self.spoiled(good.body, &dice) : good.body
      )
      let response = cafe.ask(request)
      statuses.insert(response.status)
      #expect(!response.body.isEmpty)
      #expect((200..<500).contains(response.status))
      #expect(cafe.world.violations() == [])
    }
    #expect(statuses.contains { $0 >= 400 }, "no slip was found")
  }
}
