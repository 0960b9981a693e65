import CafeWorld
import DNS
import Route53
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A refused command about zones` {
  /// Batches of which each has a fault somewhere, among changes that are good.
  @Test(arguments: 0..<60)
  func `leaves the world's digest as it was`(seed: Int) throws {
    var dice = Dice(UInt64(seed))
    var cafe = Cafe(seed: UInt64(seed))
    let check = try cafe.watch()
    try cafe.change(.create, try cafe.pair(check))
    try cafe.wait(Int64(dice.below(90)) * .second + 1)
    let zone = try #require(cafe.world.hostedZones.first?.id)
    let address = try cafe.firstAddress.description
    for _ in 0..<10 {
      var changes = (0..<dice.below(4)).map { index in
        let name = "n\(index).cafe.example"
        return Change(.upsert, RecordSetRequest(name: name, type: "A", ttl: 1, values: [address]))
      }
      let place = Int(dice.below(Int64(changes.count + 1)))
      changes.insert(Self.fault(&dice, address), at: place)
      let digest = cafe.world.digest
      let world = cafe.world
      #expect(throws: Rejection.self) {
        try cafe.perform(.changeRecords(zone, ChangeBatch(changes: changes)))
      }
      #expect(cafe.world.digest == digest && cafe.world == world)
    }
  }

  private static func fault(_ dice: inout Dice, _ address: String) -> Change {
    func request(_ change: (inout RecordSetRequest) -> Void) -> RecordSetRequest {
      var request = RecordSetRequest(name: "x.cafe.example", type: "A", ttl: 1, values: [address])
      change(&request)
      return request
    }
    let bad: [Change] = [
      Change(.delete, request { _ in }), Change(.create, request { $0.name = "x.tea.example" }),
      Change(.create, request { $0.name = "www.cafe.example" }),
      Change(.create, request { $0.values = ["999.1.1.1"] }),
      Change(.create, request { $0.values = [] }), Change(.create, request { $0.ttl = -1 }),
      Change(.create, request { $0.type = "B" }), Change(.create, request { $0.weight = 1 }),
      Change(.create, request { $0.healthCheckID = "nobody" }),
      Change(.create, request { $0.name = "caf\u{e9}.cafe.example" }),
      Change(
        .create,
        request {
          $0.setIdentifier = "one"
          $0.cidrRouting = CidrRoutingRequest(
            collectionID: "0a5b1f8e-0000-4000-8000-0000000000c1",
            locationName: "*"
          )
        }
      ),
    ]
    return dice.one(of: bad)
  }
}
