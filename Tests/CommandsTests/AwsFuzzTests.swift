import CafeWorld
import Commands
import Support
import Testing

/// Lines of the AWS CLI in JSON and in shorthand, with some bytes changed: each is understood or
/// refused with a sentence, and none ends the program.
struct `AWS lines with slips in them` {
  private static let setting = Setting()
  private static let corpus: [String] = [
    "aws route53 create-health-check --caller-reference r --health-check-config "
      + "Type=HTTP,IPAddress=52.1.1.1,Port=80,Regions=us-west-1,us-west-2,eu-west-1",
    "aws route53 change-resource-record-sets --hosted-zone-id Z1 --change-batch "
      + #"'{"Changes":[{"Action":"UPSERT","ResourceRecordSet":{"Name":"a.b","Type":"A","TTL":5,"#
      + #""ResourceRecords":[{"Value":"52.1.1.1"}]}}],"Comment":"\u00e9\ud83d\ude00"}'"#,
    "aws route53 change-cidr-collection --id c "
      + "--changes LocationName=x,Action=PUT,CidrList=10.0.0.0/8",
    #"aws ec2 describe-instances --filters "Name=tag:Name,Values=a,'b,c',[d]" --instance-ids i-0"#,
    #"aws cloudwatch put-metric-alarm --alarm-name x --dimensions '[{"Name":"a","Value":"b"}]'"#,
    #"aws cloudwatch get-metric-data --metric-data-queries '[{"Id":"m","ReturnData":true}]'"#,
  ]

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `are understood or refused`(seed: UInt64) {
    var dice = Support.Dice(seed)
    var refused = 0
    for _ in 0..<300 {
      var bytes = Array(dice.one(of: Self.corpus).utf8)
      for _ in 0...dice.below(3) {
        let place = Int(dice.below(Int64(bytes.count)))
        switch dice.below(4) {
        case 0: bytes[place] = UInt8(dice.below(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(dice.one(of: Array(#"{}[]",':=\0 "#.utf8)), at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
        }
      }
      let line = String(decoding: bytes, as: UTF8.self)
      do throws(CommandError) { _ = try parse(line, in: Self.setting.context) } catch {
        refused += 1
        #expect(!error.message.isEmpty, "\(line)")
      }
    }
    #expect(refused > 0)
  }
}
