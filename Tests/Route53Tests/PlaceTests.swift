import DNS
import Foundation
import Support
import Testing

@testable import Route53

struct `The tables of places` {
  @Test func `hide no block behind a larger one`() {
    for row in Places.table {
      for block in row.blocks {
        #expect(Places.place(of: block).name == row.place.name, "\(block)")
      }
    }
  }

  @Test func `say where clients are, by the smallest block, and where they are not`() throws {
    let places = try [
      "24.20.7.18", "24.200.0.0/16", "86.130.0.0/16", "2003::/32", "203.0.113.0/24",
    ]
    .map { Places.name(of: try #require(AddressBlock($0))) }
    #expect(places == ["Oregon", "the United States", "Britain", "Germany", nil])
  }

  @Test func `know the same regions`() {
    #expect(Latencies.table.keys.sorted() == RegionPlaces.regions.keys.sorted())
    for region in HealthRules.regions { #expect(Latencies.table[region]?.count == 13) }
    let home = Latencies.milliseconds(from: .pacific, to: "us-west-2") ?? 0
    #expect(home < 20 && home < Latencies.milliseconds(from: .oceania, to: "us-west-2") ?? 0)
  }

  @Test func `find a local zone group, or else its region`() {
    #expect(
      RegionPlaces.coordinates(ofLocalZoneGroup: "us-west-2-lax-1")
        != RegionPlaces.coordinates(ofRegion: "us-west-2")
    )
    #expect(
      RegionPlaces.coordinates(ofLocalZoneGroup: "eu-west-1-new-1")
        == RegionPlaces.coordinates(ofRegion: "eu-west-1")
    )
    #expect(RegionPlaces.coordinates(ofLocalZoneGroup: "nowhere") == nil)
  }
}

struct `A distance on the globe` {
  /// The same in floating point.
  private func haversine(_ one: Coordinates, _ other: Coordinates) -> Double {
    func radians(_ hundredths: Int) -> Double { Double(hundredths) / 100 * .pi / 180 }
    let north = sin((radians(one.latitude) - radians(other.latitude)) / 2)
    let east = sin((radians(one.longitude) - radians(other.longitude)) / 2)
    let cosines = cos(radians(one.latitude)) * cos(radians(other.latitude))
    return 2 * 6_371_000 * asin(min(1, (north * north + cosines * east * east).squareRoot()))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `is the haversine formula's, within its stated error`(seed: UInt64) {
    var dice = Dice(seed)
    func point() -> Coordinates {
      Coordinates(
        latitude: Int(dice.below(18_001)) - 9_000,
        longitude: Int(dice.below(36_001)) - 18_000
      )
    }
    for _ in 0..<500 {
      let (one, other) = (point(), point())
      let exact = haversine(one, other)
      let error = abs(Double(Globe.metres(from: one, to: other)) - exact)
      #expect(error < (exact < 19_000_000 ? 5 : 1_000), "\(one) \(other)")
      #expect(Globe.metres(from: one, to: other) == Globe.metres(from: other, to: one))
    }
  }

  @Test func `is right at the ends`() {
    let pole = Coordinates(latitude: 9_000, longitude: 0)
    let south = Coordinates(latitude: -9_000, longitude: 0)
    #expect(Globe.metres(from: pole, to: pole) == 0)
    #expect((20_014_000...20_016_000).contains(Globe.metres(from: pole, to: south)))
    let (east, west) = (
      Coordinates(latitude: 0, longitude: 18_000), Coordinates(latitude: 0, longitude: -18_000)
    )
    #expect(Globe.metres(from: east, to: west) == 0)
  }
}
