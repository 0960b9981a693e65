import CafeWorld
import Commands
import DNS
import Route53
import Testing

struct `Lines about AWS resources and partitions` {
  static let context: ParseContext = {
    var scene = Scene.cafe
    scene.resources = [
      Scene.Resource(kind: .website, region: "us-west-2"),
      Scene.Resource(kind: .loadBalancer, region: "eu-west-1", name: "front"),
    ]
    return ParseContext(world: scene.world(seed: 7))
  }()

  static let sorry = context.world.resources[0]
  static let front = context.world.resources[1]

  @Test(arguments: [
    Row(
      "create resource s3-website",
      .createResource(.website, name: nil, region: "us-west-2")
    ),
    Row(
      "create resource load-balancer shop --region EU-WEST-1",
      .createResource(.loadBalancer, name: "shop", region: "eu-west-1")
    ),
    Row("break front --unhealthy", .setResourceHealth(front.name, isHealthy: false)),
    Row("heal s3-website-us-west-2", .setResourceHealth(sorry.name, isHealthy: true)),
    Row("list resources", .ask(.list(.resources, zone: nil))),
    Row("show front", .ask(.resource(front.name))),
    Row("show resource s3-website-us-west-2", .ask(.resource(sorry.name))),
    Row(
      "break front --cut-off us-east-1b --for 5m",
      .change(
        front.addresses.map {
          .cutOff(region: "us-east-1b", address: $0, lasting: 5 * .minute)
        },
        showing: .events
      )
    ),
    Row(
      "break us-west-2a --cut-off sa-east-1",
      .change(
        [context.world.instances[0].publicAddress].compactMap(\.self).map {
          .cutOff(region: "sa-east-1", address: $0)
        },
        showing: .events
      )
    ),
  ])
  func `become commands and questions`(row: Row) throws {
    #expect(try parse(row.line, in: Self.context) == row.request)
  }

  @Test(arguments: [
    ("create resource bakery", "load-balancer, s3-website, cloudfront"),
    ("create resource load-balancer", "Say what the load balancer shall be called."),
    ("create resource cloudfront front", "AWS itself names what is of the kind cloudfront."),
    ("create resource s3-website --region us-west-9", "us-west-2"),
    ("break CafeInstance1 --unhealthy", "There is no AWS resource"),
    ("break frnt --unhealthy", "There is no AWS resource"),
    ("break front --unhealthy --for 5m", "A resource stays unhealthy until `heal`."),
    ("break front --status 503", "There is no instance"),
    ("break front --cut-off us-east-1z", "us-east-1"),
  ])
  func `say what they lack`(line: String, words: String) {
    do throws(CommandError) {
      let request = try parse(line, in: Self.context)
      Issue.record("\(line) became \(request)")
    } catch {
      #expect(error.message.contains(words), "\(error.message)")
    }
  }
}
