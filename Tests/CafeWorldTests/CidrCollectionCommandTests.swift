import CafeWorld
import DNS
import Route53
import Testing

/// `M:CreateCidrCollection`, `M:ChangeCidrCollection`, `M:DeleteCidrCollection`.
@Suite(.timeLimit(.minutes(1)))
struct `A CIDR collection of the account` {
  var cafe = Cafe()

  static func put(_ location: String, _ blocks: String...) -> CidrCollectionChange {
    CidrCollectionChange(.put, location: location, blocks: blocks)
  }

  private mutating func collection(
    _ changes: CidrCollectionChange...
  ) throws -> CidrCollection {
    try cafe.perform(
      .createCidrCollection(name: "offices", callerReference: "once", changes: changes)
    )
    return try #require(cafe.world.cidrCollection("offices"))
  }

  @Test mutating func `is created, filled and changed in versions`() throws {
    let first = try collection(Self.put("berlin", "54.0.0.0/16", "2600:1f14::/32"))
    #expect(first.version == 2 && first.locations.map(\.name) == ["berlin"])
    let moved = [
      CidrCollectionChange(.deleteIfExists, location: "berlin", blocks: ["54.0.0.0/16"]),
      Self.put("aachen", "54.0.0.0/16"),
    ]
    try cafe.perform(.changeCidrCollection(first.id, version: 2, changes: moved))
    let second = try #require(cafe.world.cidrCollection(first.id))
    #expect(second.version == 3 && second.locations.map(\.name) == ["aachen", "berlin"])
    let stale = cafe.refusal(.changeCidrCollection(first.id, version: 2, changes: moved))
    #expect(stale?.code == "CidrCollectionVersionMismatchException" && stale?.status == 409)
    #expect(cafe.refusal(.deleteCidrCollection(first.id))?.code == "CidrCollectionInUseException")
    let emptied = second.locations.map { location in
      CidrCollectionChange(
        .deleteIfExists,
        location: location.name,
        blocks: location.blocks.map(\.description)
      )
    }
    try cafe.perform(.changeCidrCollection(first.id, version: nil, changes: emptied))
    try cafe.perform(.deleteCidrCollection(first.id))
    #expect(cafe.world.cidrCollections.isEmpty)
    #expect(cafe.refusal(.deleteCidrCollection(first.id))?.code == "NoSuchCidrCollectionException")
  }

  @Test mutating func `has one name, one caller reference, and four siblings`() throws {
    _ = try collection()
    let same = Command.createCidrCollection(name: "offices", callerReference: "once", changes: [])
    #expect(try cafe.perform(same).isEmpty)
    let other = Command.createCidrCollection(name: "offices", callerReference: nil, changes: [])
    #expect(cafe.refusal(other)?.code == "CidrCollectionAlreadyExistsException")
    for index in 0..<4 {
      try cafe.perform(
        .createCidrCollection(name: "c\(index)", callerReference: nil, changes: [])
      )
    }
    let sixth = Command.createCidrCollection(name: "six", callerReference: nil, changes: [])
    #expect(cafe.refusal(sixth)?.code == "LimitsExceeded")
  }

  static let wrong: [(CidrCollectionChange, String, String)] = [
    (
      put("loc", "192.0.2.0/25"), "InvalidInput",
      "IPv4 cidr block 192.0.2.0/25 has network prefix length greater than account limit of 24"
    ),
    (
      put("loc", "2600:1f14::/49"), "InvalidInput",
      "IPv6 cidr block 2600:1f14::/49 has network prefix length greater than account limit of 48"
    ),
    (put("loc", "0.0.0.0/0"), "InvalidInput", "Cidr prefix length must not be 0"),
    (
      put("loc", "54.1.2.3/16"), "InvalidInput",
      "Invalid parameter : 54.1.2.3/16 is not a CIDR block."
    ),
    (
      put("*", "54.1.0.0/16"), "InvalidInput",
      "Invalid XML ; cvc-pattern-valid: Value '*' is not facet-valid with respect to pattern "
        + "'[0-9A-Za-z_\\-]+' for type 'CidrLocationNameDefaultNotAllowed'."
    ),
    (
      put("paris", "54.0.0.0/16"), "CidrBlockInUseException",
      "The CIDR block 54.0.0.0/16 is already in another location of the collection."
    ),
  ]

  @Test(arguments: wrong)
  mutating func `takes blocks that make sense`(
    change: CidrCollectionChange,
    code: String,
    text: String
  ) throws {
    let known = try collection(Self.put("berlin", "54.0.0.0/16"))
    let error = cafe.refusal(.changeCidrCollection(known.id, version: nil, changes: [change]))
    #expect(error?.code == code && error?.message == text)
  }

  @Test mutating func `holds a thousand blocks`() throws {
    let blocks = (0..<1_000).map { "54.\($0 / 250).\($0 % 250).0/24" }
    let full = CidrCollectionChange(.put, location: "all", blocks: blocks)
    let known = try collection(full)
    #expect(known.locations[0].blocks.count == 1_000)
    let more = [Self.put("more", "55.0.0.0/24")]
    let error = cafe.refusal(.changeCidrCollection(known.id, version: nil, changes: more))
    #expect(error?.code == "LimitsExceeded")
    let huge = CidrCollectionChange(.put, location: "all", blocks: blocks + ["1.0.0.0/8"])
    let fault = cafe.refusal(.changeCidrCollection(known.id, version: nil, changes: [huge]))
    #expect(fault?.code == "InvalidInput")
    #expect(cafe.refusal(.changeCidrCollection(known.id, version: nil, changes: [])) != nil)
  }

  @Test mutating func `stays while record sets choose by it`() throws {
    let known = try collection()
    var request = try cafe.record()
    request.setIdentifier = "default"
    request.cidrRouting = CidrRoutingRequest(collectionID: known.id.text, locationName: "*")
    try cafe.change(.create, [request])
    #expect(cafe.refusal(.deleteCidrCollection(known.id))?.code == "CidrCollectionInUseException")
    try cafe.change(.delete, [request])
    #expect(cafe.refusal(.deleteCidrCollection(known.id)) == nil)
  }
}
