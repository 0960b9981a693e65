@testable import CafeWorld
import DNS
import Route53
import Testing

/// Answers by the client's address, in a world.
@Suite(.timeLimit(.minutes(1)))
struct `Answers by address` {
  private let question = Question(name: DomainName(known: "www.cafe.example"), type: .a)

  /// The first server answers the clients of a location, the second everybody else.
  private func pair(_ world: World, _ collection: CidrCollectionID) throws -> ChangeBatch {
    let places = ["oregon", CidrLocation.anywhere]
    return ChangeBatch(
      changes: try zip(places, world.instances).map { place, instance in
        Change(
          .create,
          RecordSetRequest(
            name: "www.cafe.example",
            type: "A",
            setIdentifier: place,
            routing: .ipBased(CidrLocation(collection: collection, location: place)),
            ttl: 60,
            values: [try #require(instance.publicAddress).description]
          )
        )
      }
    )
  }

  // DG:routing-policy-ipbased.
  @Test func `reach a busy resolver when its block leaves the location`() throws {
    var world = Scene.cafe.world(seed: 7)
    let isp = try #require(world.resolver("isp")).client.first
    let block = AddressBlock(isp, length: 24).description
    try world.perform(
      .createCidrCollection(
        name: "offices",
        callerReference: "offices",
        changes: [CidrCollectionChange(.put, location: "oregon", blocks: [block])]
      )
    )
    let collection = try #require(world.cidrCollections.first).id
    try world.perform(.changeRecords(world.hostedZones[0].id, try pair(world, collection)))
    try world.perform(.wait(2 * .minute))
    let servers = world.instances.compactMap(\.publicAddress)
    #expect(world.resolved(question, by: "isp")?.addresses == [servers[0]])
    #expect(world.resolved(question, by: "office")?.addresses == [servers[1]])
    try world.perform(
      .changeCidrCollection(
        collection,
        version: nil,
        changes: [
          CidrCollectionChange(.put, location: "oregon", blocks: ["54.0.0.0/16"]),
          CidrCollectionChange(.deleteIfExists, location: "oregon", blocks: [block]),
        ]
      )
    )
    let turned = world.eventCount
    let events = try world.perform(.wait(60 * .second))
    #expect(world.resolved(question, by: "isp")?.addresses == [servers[1]])
    let refill = try #require(
      events.first { event in
        if case .cacheRefilled(resolver: "isp", _) = event.fact { true } else { false }
      }
    )
    #expect(refill.cause == turned)
  }
}
