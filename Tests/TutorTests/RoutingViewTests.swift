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
  private static func world(_ lines: [String], in scene: Scene = .cafe) throws -> World {
    var world = scene.world(seed: 7)
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

  /// A pair below each region, and the regions below one name.
  static let tree: [String] = [
    check, "create record oregon A CafeInstance1 --failover primary --health-check First",
    "create record oregon A CafeInstance2 --failover secondary",
    "create record shops A --alias oregon --region us-west-2 --evaluate-target-health",
    "create record www A --alias shops --failover primary --evaluate-target-health",
  ]

  @Test func `draw of a pair below aliases which is the secondary`() throws {
    let world = try Self.world(Self.tree)
    let display = Display(width: 80, colour: false)
    let picture = Views.show(.diagram, of: world, events: [], on: display).text
    #expect(picture.contains("secondary") && !picture.contains("primary"), "\(picture)")
  }

  @Test(
    arguments: [
      (["CafeInstance1"], nil, true), (["CafeInstance1"], "86.130.0.0/16", false),
      (["CafeInstance1 --country default", "CafeInstance2 --continent EU"], nil, false),
    ] as [([String], String?, Bool)]
  )
  func `say since when an answer is given where the learner is who asks`(
    records: [String],
    client: String?,
    isSaid: Bool
  ) throws {
    var world = Scene.cafe.world(seed: 7)
    var events: [Event] = []
    for record in records {
      let lines = ["create record www A " + record, "wait 2m"]
      let (_, commands, refusal) = Situation(world: world).carryingOut(lines)
      try #require(refusal == nil)
      for command in commands { events += try world.perform(command) }
    }
    let www = Question(name: world.customers.name, type: .a)
    let asker = try client.map { try #require(AddressBlock($0)) }
    let display = Display(width: 120, colour: false, linear: true)
    let text = Views.show(.explain(www, from: asker), of: world, events: events, on: display).text
    #expect(text.unwrapped.contains(", since ") == isSaid)
  }

  /// What each resolver holds, as `explain` lists it, by the resolver's name.
  private static func held(_ world: World) -> [String: String] {
    let www = Question(name: world.customers.name, type: .a)
    let display = Display(width: 120, colour: false, linear: true)
    let text = Views.show(.explain(www), of: world, events: [], on: display).text
    return Dictionary(
      uniqueKeysWithValues: text.split(separator: "\n").compactMap { line -> (String, String)? in
        let parts = line.drop { $0 == " " }.split(separator: ",", maxSplits: 1)
        guard parts.count == 2, world.resolvers.contains(where: { $0.name == parts[0] }) else {
          return nil
        }
        return (String(parts[0]), String(parts[1]))
      }
    )
  }

  /// A café with a busy resolver in Ireland as well.
  private static var wide: Scene {
    var scene = Scene.cafe
    scene.resolvers.append(
      Scene.Asking(name: "dublin", address: .v4(IPv4Address(bits: 0x5682_0001)))
    )
    return scene
  }

  /// Each resolver's answer is right for its place or by its draw, though others are told another.
  @Test(arguments: [
    ["--weight 20", "--weight 80"], ["--region us-west-2", "--region eu-west-1"],
    ["--country default", "--continent EU"],
  ])
  func `call no answer old that could be given now`(policy: [String]) throws {
    let lines = zip(["CafeInstance1", "CafeInstance2"], policy).map {
      "create record www A \($0) \($1)"
    }
    // What was kept while only the first record was answered has run out by then.
    var world = try Self.world(lines + ["wait 10m"], in: Self.wide)
    let kept = Self.held(world).filter { $0.value.contains("more") }
    #expect(Set(kept.values.map { $0.contains("CafeInstance1") }).count == 2, "\(kept)")
    #expect(kept.values.allSatisfy { !$0.contains("(old)") }, "\(kept)")
    let first = try #require(world.instance("CafeInstance1")?.publicAddress)
    let www = world.hostedZones[0].records.sets(name: world.customers.name)
    let gone = try #require(www.first { $0.values == [.a(first)] }?.setIdentifier)
    for line in [
      "delete record www/\(gone)", #"run until zone("cafe.example").pending == 0"#,
    ] { world = try Situation(world: world).carryingOut(line).get() }
    let old = Self.held(world).filter { $0.value.contains("(old)") }
    #expect(!old.isEmpty)
    for (resolver, text) in Self.held(world) where text.contains("more") {
      #expect(text.contains("(old)") == text.contains("\(first)"), "\(resolver)\(text)")
    }
  }

  @Test(arguments: pictures.indices)
  func `draw what each policy leads to`(index: Int) throws {
    let row = Self.pictures[index]
    let lines = row.lines.map { "create record www A \($0)" }
    let world = try Self.world([Self.check] + lines)
    let text = Displays.drawn { Views.show(.diagram, of: world, events: [], on: $0) }
    try expectGolden("diagram-\(row.name)", text)
  }
}
