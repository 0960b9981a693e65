import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1))) struct `A refusal of an aws line` {
  @Test(arguments: [
    "aws route53 delete-health-check --health-check-id nope",
    "aws route53 get-health-check --health-check-id nope",
    "aws sns publish --topic-arn arn:aws:sns:us-east-1:123456789012:none --message hello",
    "aws route53 create-hosted-zone --name 'a b' --caller-reference one",
  ])
  func `is marked and wrapped, whoever has found it out`(line: String) throws {
    var room = try Classroom(at: "failover")
    let said = room.type(line)
    let lines = said.split(separator: "\n").map(String.init)
    let sign = Sign.failed.drawn(on: room.session.display).text
    #expect(lines.first?.hasPrefix("\(sign) An error occurred (") == true, "\(said)")
    #expect(lines.allSatisfy { $0.count <= 78 }, "\(said)")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") }, "\(said)")
    let isTaken = room.accepts(line)
    #expect(!isTaken)
  }
}
