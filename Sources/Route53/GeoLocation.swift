/// Where the clients of a geolocation record set are (`M:GeoLocation`), from large to small.
public enum GeoLocation: Hashable, Sendable, Codable {
  /// Whoever no other location of the group holds: country code `*`.
  case anywhere
  /// AF, AN, AS, EU, OC, NA or SA.
  case continent(String)
  /// ISO 3166-1 alpha-2.
  case country(String)
  /// A state of the United States, or a region of Ukraine, by its code.
  case subdivision(country: String, String)
}

extension GeoLocation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .anywhere: "default"
    case .continent(let code): "continent \(code)"
    case .country(let code): "country \(code)"
    case .subdivision(let country, let code): "subdivision \(country)-\(code)"
    }
  }
}
