import Route53

/// The places of geolocation as the service lists them: countries, a country's subdivisions behind
/// it, then continents (`M:ListGeoLocations`).
enum AwsGeography {
  static let places: [GeoLocation] =
    [.anywhere]
    + Geography.countries.flatMap { country -> [GeoLocation] in
      [.country(country.code)]
        + Geography.subdivisions(of: country.code).map {
          .subdivision(country: country.code, $0.code)
        }
    }
    + Geography.continents.map { .continent($0.code) }

  /// The place that the codes name, if there is one.
  static func place(continent: String?, country: String?, subdivision: String?) -> GeoLocation? {
    let place: GeoLocation? =
      switch (continent, country, subdivision) {
      case (let code?, nil, nil): .continent(code)
      case (nil, "*", nil): .anywhere
      case (nil, let code?, nil): .country(code)
      case (nil, let country?, let code?): .subdivision(country: country, code)
      default: nil
      }
    return place.flatMap { places.contains($0) ? $0 : nil }
  }

  /// `M:GeoLocationDetails`.
  static func json(_ place: GeoLocation) -> JSONValue {
    func name(_ code: String, _ areas: [Geography.Area]) -> JSONValue {
      .string(Geography.name(of: code, in: areas))
    }
    return switch place {
    case .anywhere: .record(["CountryCode": "*", "CountryName": "Default"])
    case .continent(let code):
      .record([
        "ContinentCode": .string(code), "ContinentName": name(code, Geography.continents),
      ])
    case .country(let code):
      .record(["CountryCode": .string(code), "CountryName": name(code, Geography.countries)])
    case .subdivision(let country, let code):
      .record([
        "CountryCode": .string(country), "CountryName": name(country, Geography.countries),
        "SubdivisionCode": .string(code),
        "SubdivisionName": name(code, Geography.subdivisions(of: country)),
      ])
    }
  }

  /// The codes that tell a place, as the service wants them.
  static func codes(
    of place: GeoLocation
  ) -> (continent: String?, country: String?, subdivision: String?) {
    switch place {
    case .anywhere: (nil, "*", nil)
    case .continent(let code): (code, nil, nil)
    case .country(let code): (nil, code, nil)
    case .subdivision(let country, let code): (nil, country, code)
    }
  }
}

extension AwsRequest {
  func geography() throws(CommandError) -> Request {
    let isList = call.operation == .listGeoLocations
    let start = isList ? "Start" : ""
    let codes = ["ContinentCode", "CountryCode", "SubdivisionCode"].map { call.text(start + $0) }
    if isList, codes.allSatisfy({ $0 == nil }) { return asked }
    guard codes[0] == nil || codes[1] == nil && codes[2] == nil else {
      throw service("InvalidInput", "A continent cannot be given with a country or subdivision.")
    }
    guard
      AwsGeography.place(continent: codes[0], country: codes[1], subdivision: codes[2]) != nil
    else {
      let given = codes.compactMap(\.self).map { $0.shown() }.joined(separator: ", ")
      throw service(
        "NoSuchGeoLocation",
        "Amazon Route 53 doesn't support the specified geographic location: \(given)."
      )
    }
    return asked
  }
}

extension AwsOutput {
  var geography: JSONValue? {
    call.operation == .listGeoLocations
      ? listedPlaces
      : place("").map { .record(["GeoLocationDetails": AwsGeography.json($0)]) }
  }

  private func place(_ prefix: String) -> GeoLocation? {
    AwsGeography.place(
      continent: call.text(prefix + "ContinentCode"),
      country: call.text(prefix + "CountryCode"),
      subdivision: call.text(prefix + "SubdivisionCode")
    )
  }

  private var listedPlaces: JSONValue {
    let all = AwsGeography.places
    let from = place("Start").flatMap { all.firstIndex(of: $0) } ?? 0
    let most = min(max(call.whole("MaxItems") ?? AwsPage.most, 1), AwsPage.most)
    let next = all.dropFirst(from + most).first.map(AwsGeography.codes)
    return .record([
      "GeoLocationDetailsList": .list(all[from...].prefix(most).map(AwsGeography.json)),
      "IsTruncated": .boolean(next != nil),
      "NextContinentCode": next?.continent.map(JSONValue.string),
      "NextCountryCode": next?.country.map(JSONValue.string),
      "NextSubdivisionCode": next?.subdivision.map(JSONValue.string),
      "MaxItems": .string(String(most)),
    ])
  }
}
