/// Where the resources of a geoproximity record set are, and how far they attract
/// (`M:GeoProximityLocation`).
public struct GeoProximityLocation: Hashable, Sendable, Codable {
  public let place: Place
  /// In `biases`; more attracts clients from farther away.
  public let bias: Int

  public static let biases: ClosedRange<Int> = -99...99

  public enum Place: Hashable, Sendable, Codable {
    case region(String)
    case localZoneGroup(String)
    case coordinates(Coordinates)
  }

  public init(_ place: Place, bias: Int = 0) {
    self.place = place
    self.bias = bias
  }
}

extension GeoProximityLocation: CustomStringConvertible {
  public var description: String {
    let around =
      switch place {
      case .region(let region): region
      case .localZoneGroup(let group): group
      case .coordinates(let point):
        "\(Coordinates.degrees(point.latitude)), \(Coordinates.degrees(point.longitude))"
      }
    return bias == 0 ? around : "\(around), bias \(bias)"
  }
}

/// A point on the globe in hundredths of a degree, as exact as Route 53 takes it (`M:Coordinates`).
public struct Coordinates: Hashable, Sendable, Codable {
  /// North is positive: -9,000 to 9,000.
  public let latitude: Int
  /// East is positive: -18,000 to 18,000.
  public let longitude: Int

  public init(latitude: Int, longitude: Int) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

extension Coordinates {
  /// Hundredths of a degree as degrees with two decimal places.
  public static func degrees(_ hundredths: Int) -> String {
    let magnitude = hundredths.magnitude
    let rest = magnitude % 100
    return "\(hundredths < 0 ? "-" : "")\(magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
