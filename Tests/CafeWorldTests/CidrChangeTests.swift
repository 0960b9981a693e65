import CafeWorld
import Route53
import Testing

struct `A change of a CIDR collection` {
  /// `M:ChangeCidrCollectionResponse.Id` is for GetChange.
  @Test func `is remembered with its time`() throws {
    var cafe = Cafe()
    try cafe.perform(.createCidrCollection(name: "places", callerReference: "r", changes: []))
    let made = try #require(cafe.world.cidrCollections.first)
    #expect(cafe.world.submissionTime(of: made.changeID) == nil)
    try cafe.wait(.minute)
    let put = CidrCollectionChange(.put, location: "here", blocks: ["10.1.0.0/16"])
    try cafe.perform(.changeCidrCollection(made.id, version: 1, changes: [put]))
    let changed = try #require(cafe.world.cidrCollections.first)
    #expect(changed.changeID != made.changeID)
    #expect(cafe.world.submissionTime(of: changed.changeID) == Instant.opening + .minute)
  }
}
