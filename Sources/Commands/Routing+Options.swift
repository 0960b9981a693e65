public import Route53

extension Routing {
  /// The options of `create record` for what the policy chooses by; empty for a simple record set.
  public var options: String {
    switch self {
    case .simple: ""
    case .weighted(let weight): "--weight \(weight)"
    case .latency(let region): "--region \(region)"
    case .failover(let role): "--failover \(role.rawValue.lowercased())"
    case .geolocation(.anywhere): "--country \(RoutingOptions.anywhere)"
    case .geolocation(.continent(let code)): "--continent \(code)"
    case .geolocation(.country(let code)): "--country \(code)"
    case .geolocation(.subdivision(let country, let code)): "--subdivision \(country)-\(code)"
    case .geoproximity(let location): "--near \(location.place.text) --bias \(location.bias)"
    case .multivalue: "--multivalue"
    case .ipBased(let location): "--cidr \(quoted("\(location.collection)/\(location.location)"))"
    }
  }
}

extension GeoProximityLocation.Place {
  /// As `--near` takes it: a region, a local zone group, or degrees.
  public var text: String {
    switch self {
    case .region(let name), .localZoneGroup(let name): name
    case .coordinates(let point):
      "\(Coordinates.degrees(point.latitude)),\(Coordinates.degrees(point.longitude))"
    }
  }
}
