import CafeWorld
import Commands
import DNS
import Lab
import Route53
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `Views of routed records` {
  /// Lines of the learner's language, and a minute and more for their changes to be answered.
  private static func world(_ lines: [String]) throws -> World {
    var world = Scene.cafe.world(seed: 7)
    for line in lines + ["wait 2m"] {
      world = try Situation(world: world).carryingOut(line).get()
    }
    return world
  }

  private static let check =
    "create health-check First --ip-address CafeInstance1 --resource-path /cafe "
    + "--request-interval 10"

  static let everything: [String] = [
    check, "create cidr-collection offices berlin=91.64.0.0/16,2001:db8::/32 tokyo=126.0.0.0/8",
    "create delegation-set", "create record web A CafeInstance1 --weight 10 --health-check First",
    "create record web A CafeInstance2 --weight 30",
    "create record fast A CafeInstance1 --region us-west-2",
    "create record fast A --alias web --region eu-west-1 --evaluate-target-health",
    "create record geo A CafeInstance1 --subdivision US-CA",
    "create record geo A CafeInstance2 --country default",
    "create record near A CafeInstance1 --near 52.52,13.4 --bias 20",
    "create record many A CafeInstance1 --multivalue",
    "create record net A CafeInstance1 --cidr offices/berlin",
    "create record net A CafeInstance2 --cidr offices/*",
    "create record www A --alias fast --failover primary --evaluate-target-health",
    "create record www A CafeInstance2 --failover secondary --ttl 60",
    "create record @ A --alias www",
  ]

  static let inquiries: [(name: String, inquiry: @Sendable (World) -> Inquiry)] = [
    ("routed-records", { _ in .list(.records, zone: nil) }),
    ("routed-status", { _ in .status }), ("routed-diagram", { _ in .diagram }),
    ("routed-zone", { .hostedZone($0.hostedZones[0].id) }),
    ("cidr-collections", { _ in .list(.cidrCollections, zone: nil) }),
    ("cidr-collection", { .cidrCollection($0.cidrCollections[0].id) }),
    ("delegation-sets", { _ in .list(.delegationSets, zone: nil) }),
    ("delegation-set", { .delegationSet($0.delegationSets[0].id) }),
  ]

  @Test(arguments: inquiries.indices)
  func `look as they did when a person last read them`(index: Int) throws {
    let world = try Self.world(Self.everything)
    let row = Self.inquiries[index]
    let text = Displays.drawn {
      Views.show(row.inquiry(world), of: world, events: [], on: $0)
    }
    try expectGolden(row.name, text)
    for width in [60, 80] {
      for isLinear in [false, true] {
        let display = Display(width: width, linear: isLinear)
        let view = Views.show(row.inquiry(world), of: world, events: [], on: display)
        for line in view.lines where line.width > width {
          Issue.record("\(row.name): \(line.text)")
        }
      }
    }
  }

  /// The picture of each policy at the customers' own name.
  static let pictures: [(name: String, lines: [String])] = [
    ("weighted", ["CafeInstance1 --weight 10 --health-check First", "CafeInstance2 --weight 30"]),
    ("latency", ["CafeInstance1 --region us-west-2", "CafeInstance2 --region eu-west-1"]),
    ("multivalue", ["CafeInstance1 --multivalue", "CafeInstance2 --multivalue"]),
    (
      "geolocation",
      ["CafeInstance1 --country default", "CafeInstance2 --continent EU --health-check First"]
    ),
  ]

  @Test(arguments: pictures.indices)
  func `draw what each policy leads to`(index: Int) throws {
    let row = Self.pictures[index]
    let lines = row.lines.map { "create record www A \($0)" }
    let world = try Self.world([Self.check] + lines)
    let text = Displays.drawn { Views.show(.diagram, of: world, events: [], on: $0) }
    try expectGolden("diagram-\(row.name)", text)
  }
}
