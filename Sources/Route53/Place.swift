import DNS

/// A place with clients: which blocks of addresses are there.
///
/// Amazon does not publish the table that it uses, so this one is ours. The blocks are roughly
/// where the registries have them, but no statement about anybody's network is meant.
struct Place: Sendable {
  let name: String
  /// AF, AN, AS, EU, NA, OC or SA; empty for a client that is nowhere.
  let continent: String
  /// ISO 3166-1 alpha-2.
  let country: String
  /// A state of the United States or a region of Ukraine.
  let subdivision: String?
  let coordinates: Coordinates
  let network: Latencies.Network

  init(
    _ name: String,
    _ continent: String,
    _ country: String,
    _ subdivision: String? = nil,
    at coordinates: (latitude: Int, longitude: Int),
    _ network: Latencies.Network
  ) {
    self.name = name
    self.continent = continent
    self.country = country
    self.subdivision = subdivision
    self.coordinates = Coordinates(
      latitude: coordinates.latitude,
      longitude: coordinates.longitude
    )
    self.network = network
  }

  /// Where an address is that no block holds.
  static let unmapped: Place = Place(
    "nowhere in our table",
    "",
    "",
    at: (Decisions.unmappedClient.latitude, Decisions.unmappedClient.longitude),
    .atlantic
  )

  /// Whether a geolocation record set is meant for clients here, and how small its area is: the
  /// smaller the number, the smaller the area; nil: it is meant for others (`M:GeoLocation`).
  func rank(of area: GeoLocation) -> Int? {
    switch area {
    case .subdivision(country, let code): code == subdivision ? 0 : nil
    case .country(country): 1
    case .continent(continent): 2
    case .anywhere: 3
    case .subdivision, .country, .continent: nil
    }
  }
}
