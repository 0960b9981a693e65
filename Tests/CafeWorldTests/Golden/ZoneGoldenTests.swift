import CafeWorld
import DNS
import Route53
import Testing

/// Rows of §11 of the notes on Route 53 that need a world, by their numbers.
@Suite(.timeLimit(.minutes(1)))
struct `Golden hosted zones of a world` {
  var cafe = Cafe()

  @Test mutating func `25 a zone with a record cannot be deleted`() throws {
    let zone = try #require(cafe.world.hostedZones.first)
    try cafe.change(.create, [try cafe.record()])
    let error = cafe.refusal(.deleteHostedZone(zone.id))
    #expect(error == .hostedZoneNotEmpty && error?.status == 400)
    try cafe.change(.delete, [try cafe.record()])
    #expect(cafe.refusal(.deleteHostedZone(zone.id)) == nil)
  }

  @Test mutating func `26 a change is PENDING, listed at once, and INSYNC within a minute`()
    throws
  {
    try cafe.change(.create, [try cafe.record()])
    let zone = try #require(cafe.world.hostedZones.first)
    #expect(zone.pending.count == 1)
    #expect(try zone.list().sets.last?.name == cafe.world.customers.name)
    #expect(cafe.answer.isEmpty)
    try cafe.wait(.minute)
    #expect(cafe.world.hostedZones.first?.pending.isEmpty == true)
    #expect(try cafe.answer == [cafe.firstAddress])
  }

  @Test mutating func `28 a health check in use can be deleted, and the record keeps its id`()
    throws
  {
    let check = try cafe.watch()
    try cafe.change(.create, try cafe.pair(check))
    #expect(cafe.refusal(.deleteHealthCheck(check)) == nil)
    try cafe.perform(.deleteHealthCheck(check))
    let zone = try #require(cafe.world.hostedZones.first)
    #expect(zone.records.all.contains { $0.healthCheckID == check })
  }
}

extension Cafe {
  /// The customers' name with the first instance's address.
  func record() throws -> RecordSetRequest {
    RecordSetRequest(
      name: world.customers.name.description,
      type: "A",
      ttl: 60,
      values: [try firstAddress.description]
    )
  }

  /// Amazon's refusal of a command; nil: the world carries it out.
  func refusal(_ command: Command) -> ServiceError? {
    do throws(Rejection) {
      _ = try world.decide(command)
      return nil
    } catch {
      guard case .service(let error) = error else { return nil }
      return error
    }
  }
}
