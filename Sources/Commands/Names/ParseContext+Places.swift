import CafeWorld
import Route53

/// Places by their codes or names; what is near none goes through, for the service to refuse.
extension ParseContext {
  func awsRegion(_ text: String) throws(CommandError) -> String {
    let known = AwsRegion.all
    if let region = known.first(where: { $0 == text.lowercased() }) { return region }
    let near = nearMisses(of: text, in: known)
    guard near.isEmpty else { throw .unknownName(.region, text, near: near) }
    return text
  }

  func continent(_ text: String) throws(CommandError) -> String {
    try place(text, among: Geography.continents, option: "--continent")
  }

  /// `default` is every place that no other record set of the group is for.
  func country(_ text: String) throws(CommandError) -> String {
    guard text.lowercased() != RoutingOptions.anywhere, text != "*" else { return "*" }
    return try place(text, among: Geography.countries, option: "--country")
  }

  /// `US-CA`, or `CA` where the country is said beside it.
  func subdivision(
    _ text: String,
    of country: String?
  ) throws(CommandError) -> (country: String, code: String) {
    let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
    guard let code = parts.last, parts.count == 2 || country != nil else {
      throw .badValue(
        option: "--subdivision",
        value: text,
        allowed: "a country and a part of it, such as US-CA",
        near: subdivisions(meantBy: text)
      )
    }
    let land = country ?? parts[0].uppercased()
    let part = country == nil ? code : text
    let known = Geography.subdivisions(of: land)
    guard !known.isEmpty else { return (land, part.uppercased()) }
    return (land, try place(part, among: known, option: "--subdivision"))
  }

  private func subdivisions(meantBy text: String) -> [String] {
    RoutingOptions.countriesWithSubdivisions.flatMap { country in
      Geography.subdivisions(of: country).filter { $0.isMeant(by: text) }
        .map { "\(country)-\($0.code)" }
    }
  }

  private func place(
    _ text: String,
    among known: [Geography.Area],
    option: String
  ) throws(CommandError) -> String {
    if let place = known.first(where: { $0.isMeant(by: text) }) { return place.code }
    let near = nearMisses(of: text, in: known.map(\.name))
    guard near.isEmpty else {
      throw .badValue(
        option: option,
        value: text,
        allowed: "a code, such as \(known[0].code), or a name",
        near: near.map(quoted)
      )
    }
    return text.uppercased()
  }

  /// A region, a local zone group such as `us-west-2-lax-1`, or `LATITUDE,LONGITUDE` in degrees.
  func place(_ text: String) throws(CommandError) -> GeoProximityRequest {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2 {
      return GeoProximityRequest(latitude: String(parts[0]), longitude: String(parts[1]))
    }
    let isInRegion = AwsRegion.all.contains { text.lowercased().hasPrefix($0 + "-") }
    return isInRegion
      ? GeoProximityRequest(localZoneGroup: text.lowercased())
      : GeoProximityRequest(region: try awsRegion(text))
  }
}

extension Geography.Area {
  fileprivate func isMeant(by text: String) -> Bool {
    code == text.uppercased() || name.lowercased() == text.lowercased()
  }
}
