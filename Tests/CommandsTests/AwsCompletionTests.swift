import CafeWorld
import Testing

@testable import Commands

struct `Completion behind aws` {
  func complete(_ tail: String, _ cafe: AwsCafe = AwsCafe()) -> [String] {
    Aws.complete(tail, in: ParseContext(world: cafe.world)).map(\.text)
  }

  @Test func `offers services, then operations`() {
    #expect(complete("") == ["route53", "ec2", "sns", "cloudwatch", "sts", "help"])
    #expect(complete("ec") == ["ec2"])
    #expect(complete("ec2 st") == ["start-instances", "stop-instances"])
    #expect(complete("nothing ") == ["help"])
  }

  @Test func `offers the options that are not there yet`() {
    #expect(
      complete("route53 get-health-check ") == ["--health-check-id", "--region", "--output"]
    )
    #expect(
      complete("route53 update-health-check --health-check-id x --no-") == [
        "--no-inverted", "--no-disabled", "--no-enable-sni",
      ]
    )
    #expect(
      !complete("route53 get-health-check --health-check-id x --").contains("--health-check-id")
    )
  }

  @Test func `offers what exists now`() throws {
    let cafe = try AwsCafe.withCheck()
    let ids = cafe.instances.map(\.id.text)
    #expect(complete("ec2 stop-instances --instance-ids ", cafe) == ids)
    #expect(complete("ec2 stop-instances --instance-ids \(ids[0]) ", cafe) == ids)
    #expect(complete("route53 get-health-check --health-check-id ", cafe) == [cafe.check])
    #expect(
      complete("cloudwatch put-metric-alarm --dimensions ", cafe)
        == ["Name=HealthCheckId,Value=\(cafe.check)"]
    )
    #expect(complete("cloudwatch put-metric-alarm --statistic M", cafe) == ["Minimum", "Maximum"])
    let line = "route53 delete-health-check --health-check-id "
    let candidates = Aws.complete(line, in: ParseContext(world: cafe.world))
    #expect(candidates.map(\.note) == ["Primary-Website-Health"])
  }
}
