public import Route53

extension RecordSetRequest {
  /// What it is chosen by, in a few words: `primary`, `weight 10`; nil for a simple one.
  public var policyWords: String? {
    let words: [String?] = [
      failover?.lowercased(), weight.map { "weight \($0)" }, region.map { "latency \($0)" },
      geoLocation.map(\.words), multiValueAnswer == true ? "multivalue" : nil,
      cidrRouting.map { "addresses \($0.locationName)" }, geoProximity.map { "near \($0.words)" },
    ]
    let given = words.compactMap(\.self)
    return given.isEmpty ? nil : given.joined(separator: ", ")
  }
}

extension GeoLocationRequest {
  fileprivate var words: String {
    if countryCode == "*" { return "any other place" }
    let parts: [String?] = [
      continentCode.map { "continent \($0)" },
      subdivisionCode == nil ? countryCode.map { "country \($0)" } : nil,
      subdivisionCode.map { "subdivision \(countryCode ?? "")-\($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension GeoProximityRequest {
  fileprivate var words: String {
    let point = [latitude, longitude].compactMap(\.self).joined(separator: ",")
    return (region ?? localZoneGroup ?? point) + (bias.map { ", bias \($0)" } ?? "")
  }
}
