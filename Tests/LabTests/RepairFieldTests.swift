import CafeWorld
import DNS
import Testing

@testable import Lab

@Suite(.timeLimit(.minutes(1)))
struct `A field of a record set` {
  private static let lines = [
    "create health-check Primary --ip-address CafeInstance1 --resource-path /cafe",
    "create cidr-collection offices berlin=91.64.0.0/16 rome=79.0.0.0/12",
    "create record web A CafeInstance1 --weight 10 --ttl 60 --set-identifier one",
    "create record web A CafeInstance2 --weight 30 --ttl 60 --set-identifier two",
    "create record fast A CafeInstance1 --region eu-west-1",
    "create record geo A CafeInstance1 --continent EU",
    "create record near A CafeInstance1 --near us-west-2 --bias -20",
    "create record net A CafeInstance1 --cidr offices/berlin",
    "create record shop A --alias web", "create record tea A --alias web",
    "create record pair A CafeInstance1 --failover primary --health-check Primary --ttl 15",
  ]

  /// A test that fails, and the line that mends it.
  @Test(
    arguments: [
      (#"record("web", "one").weight == 30"#, "update record web/one A --weight 30"),
      (#"record("fast").region == us-west-2"#, "update record fast/eu-west-1 A --region us-west-2"),
      (#"record("geo").country == US"#, "update record geo/continent-EU A --country US"),
      (#"record("near").bias == 50"#, "update record near/us-west-2 A --bias 50"),
      (#"record("net").cidr == "offices/rome""#, "update record net/berlin A --cidr offices/rome"),
      (
        #"record("shop").evaluate-target-health == yes"#,
        "update record shop A --evaluate-target-health"
      ),
      (
        #"record("shop").alias == "fast.cafe.example""#,
        "update record shop A --alias fast.cafe.example."
      ),
      (
        #"record("pair", "FailoverSecondary").owner == CafeInstance2"#,
        "create record pair A CafeInstance2 --ttl 15 --failover secondary --set-identifier "
          + "FailoverSecondary"
      ),
      (
        #"record("web", "one").health-check == Primary"#,
        "update record web/one A --health-check Primary"
      ),
      (#"dig("new").owner == CafeInstance2"#, "create record new A CafeInstance2 --ttl 60"),
      (
        #"hc("Second").owner == CafeInstance2"#,
        "create health-check Second --ip-address CafeInstance2 --resource-path /cafe "
          + "--request-interval 10 --failure-threshold 2"
      ),
    ]
  )
  func `is mended by one line`(text: String, line: String) throws {
    #expect(try repair(text).lines == [line])
  }

  @Test func `is mended by a batch where the set identifier is another`() throws {
    #expect(
      try repair(#"record("web", "three").weight == 10"#).lines == [
        "batch", "delete record web/one A",
        "create record web A \(try address()) --ttl 60 --weight 10 --set-identifier three",
        "commit",
      ]
    )
  }

  @Test func `is mended by a batch where only the letters of the set identifier are others`() throws
  {
    #expect(
      try repair(#"record("web", "One").weight == 10"#).lines == [
        "batch", "delete record web/one A",
        "create record web A \(try address()) --ttl 60 --weight 10 --set-identifier One",
        "commit",
      ]
    )
  }

  @Test func `of a whole group is mended by a batch`() throws {
    #expect(
      try repair(#"record("web", "one").multivalue == yes"#).lines == [
        "batch", "update record web/one A --multivalue", "update record web/two A --multivalue",
        "commit",
      ]
    )
  }

  private func situation() throws -> Situation {
    var world = Scene.cafe.world(seed: 7)
    for line in Self.lines { world = try Situation(world: world).carryingOut(line).get() }
    return Situation(world: world)
  }

  private func address() throws -> String {
    try #require(try situation().world.instances.first?.publicAddress).description
  }

  private func repair(_ text: String) throws -> Repair {
    let start = SourcePosition(line: 1, column: 1)
    let condition = Condition(
      id: "it",
      points: 1,
      label: Template(parts: []),
      needs: [],
      test: try Lab.Test(parsing: text),
      feedback: nil,
      position: start,
      testPosition: start,
      accepted: []
    )
    let search = try situation().repair(of: condition, keeping: [])
    return try #require(search.repair, "\(search.tried) tried")
  }
}
