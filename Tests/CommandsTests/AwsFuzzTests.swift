import CafeWorld
import Testing

@testable import Commands

struct `Lines of the AWS CLI with slips of the finger` {
  /// Knuth's generator; what it draws is the same in every run.
  struct Slips {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func spoil(_ line: String) -> String {
      var characters = Array(line)
      let others = Array("-={}[]\"',\\ :@aZ9\u{1b}é")
      for _ in 0..<(1 + below(3)) where !characters.isEmpty {
        let place = below(characters.count)
        switch below(4) {
        case 0: characters.remove(at: place)
        case 1: characters.insert(others[below(others.count)], at: place)
        case 2: characters[place] = others[below(others.count)]
        default: characters.removeLast(below(characters.count))
        }
      }
      return String(characters)
    }
  }

  static let lines: [String] = [
    "route53 create-health-check --caller-reference r --health-check-config "
      + "Type=HTTP,IPAddress=52.32.9.9,Port=80,ResourcePath=/cafe,Inverted=true",
    "route53 change-resource-record-sets --hosted-zone-id Z --change-batch "
      + #"'{"Changes":[{"Action":"CREATE","ResourceRecordSet":{"Name":"a.b","Type":"A","TTL":5,"#
      + #""ResourceRecords":[{"Value":"1.2.3.4"}]}}]}'"#,
    "route53 change-resource-record-sets --hosted-zone-id Z --change-batch "
      + #"'{"Changes":[{"Action":"UPSERT","ResourceRecordSet":{"Name":"a.b","Type":"A","#
      + #""SetIdentifier":"s","Weight":255,"AliasTarget":{"HostedZoneId":"Z","DNSName":"b.b","#
      + #""EvaluateTargetHealth":true},"GeoProximityLocation":{"Coordinates":{"Latitude":"1.5","#
      + #""Longitude":"-2"},"Bias":-99}}}]}'"#,
    "route53 change-cidr-collection --id c --collection-version 2 --changes "
      + "LocationName=a,Action=PUT,CidrList=10.0.0.0/8,2001:db8::/32",
    "route53 create-hosted-zone --name a.example --caller-reference r --vpc "
      + "VPCRegion=us-west-2,VPCId=vpc-0123456789abcdef0",
    "route53 change-tags-for-resource --resource-type hostedzone --resource-id Z --add-tags "
      + "Key=a,Value=b Key=c,Value=d --remove-tag-keys e f",
    "ec2 describe-instances --filters Name=tag:Name,Values=Cafe*,x Name=instance-id,Values=[i-1]",
    "cloudwatch put-metric-alarm --alarm-name a --namespace AWS/Route53 --metric-name "
      + "HealthCheckStatus --statistic Minimum --period 60 --evaluation-periods 1 --threshold 1 "
      + "--comparison-operator LessThanThreshold --dimensions Name=HealthCheckId,Value=x",
    "sns publish --topic-arn arn:aws:sns:us-east-1:123456789012:x --message 'two words'",
    "route53 list-hosted-zones --max-items 1 --starting-token "
      + "eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==",
  ]

  @Test(arguments: Self.lines)
  func `are either understood or refused, and never end the program`(line: String) {
    let cafe = AwsCafe()
    var slips = Slips(state: UInt64(line.utf8.count))
    var (understood, refused) = (0, 0)
    for _ in 0..<400 {
      let spoiled = slips.spoil(line)
      if cafe.error(spoiled) == nil { understood += 1 } else { refused += 1 }
      _ = Aws.complete(spoiled, in: ParseContext(world: cafe.world))
    }
    #expect(understood > 0)
    #expect(refused > 0)
  }
}
