import DNS

/// Whoever asks, as far as policies want to know: the subnet, and where that is.
struct Client {
  let subnet: AddressBlock
  private var found: Place?

  init(_ subnet: AddressBlock) {
    self.subnet = subnet
  }

  /// Looked up when a policy first asks for it.
  mutating func place() -> Place {
    if let found { return found }
    let place = Places.place(of: subnet)
    found = place
    return place
  }

  /// The place of a record set in its policy's order, lower being better; nil: it has no part in
  /// the choice, since it is meant for other clients.
  mutating func rank(of routing: Routing, _ knowledge: Knowledge) -> Int? {
    switch routing {
    case .latency(let region): milliseconds(to: region)
    case .geolocation(let area): place().rank(of: area)
    case .geoproximity(let location): biased(metres(to: location.place), by: location.bias)
    case .ipBased(let location): blockLength(of: location, knowledge).map { -$0 }
    case .simple, .weighted, .failover, .multivalue: 0
    }
  }

  /// The same in the policy's own unit, for the reasons.
  mutating func measure(_ routing: Routing, _ knowledge: Knowledge) -> Measure? {
    switch routing {
    case .latency(let region): return .milliseconds(milliseconds(to: region))
    case .geoproximity(let location):
      let distance = metres(to: location.place)
      return .metres(distance, biased: biased(distance, by: location.bias))
    case .ipBased(let location):
      return blockLength(of: location, knowledge).map { .blockLength($0) }
    case .simple, .weighted, .failover, .multivalue, .geolocation: return nil
    }
  }

  private mutating func milliseconds(to region: String) -> Int {
    Latencies.milliseconds(from: place().network, to: region) ?? Decisions.unknownLatency
  }

  private mutating func metres(to place: GeoProximityLocation.Place) -> Int {
    let coordinates: Coordinates? =
      switch place {
      case .region(let region): RegionPlaces.coordinates(ofRegion: region)
      case .localZoneGroup(let group): RegionPlaces.coordinates(ofLocalZoneGroup: group)
      case .coordinates(let coordinates): coordinates
      }
    guard let coordinates else { return Decisions.unknownDistanceMetres }
    return Globe.metres(from: self.place().coordinates, to: coordinates)
  }

  /// A positive bias shrinks the distance to that many percent less, a negative one stretches it as
  /// far as a positive one would have to shrink it back (`DG:routing-policy-geoproximity`).
  private func biased(_ metres: Int, by bias: Int) -> Int {
    bias >= 0 ? metres * (100 - bias) / 100 : metres * 100 / (100 + bias)
  }

  /// How specific the location's best block around the subnet is; 0 for the default; nil: none of
  /// its blocks holds the subnet (`DG:routing-policy-ipbased`).
  private func blockLength(of location: CidrLocation, _ knowledge: Knowledge) -> Int? {
    guard location.location != CidrLocation.anywhere else { return 0 }
    return knowledge.collection(location.collection)?.locations
      .first { $0.name == location.location }?.blocks
      .filter { $0.contains(subnet) }.map(\.length).max()
  }
}
