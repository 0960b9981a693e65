import DNS

/// A requested record set as far as it can be understood by itself.
enum RecordSetReading {
  case understood(ResourceRecordSet)
  /// Route 53's texts for everything that is wrong.
  case refused([String])

  static let valuesMax = 400

  /// Reads a request whose shape `BatchShape` has accepted.
  init(_ request: RecordSetRequest) {
    guard let type = RecordType(rawValue: request.type) else {
      preconditionFailure("a record type was not checked: \(request.type)")
    }
    var faults: [String] = []
    let name = Self.name(request.name, &faults)
    let routing = Self.routing(request, &faults)
    let alias = request.aliasTarget.map { Self.alias($0, &faults) }
    let values = Self.values(request.values, type: type, &faults)
    guard faults.isEmpty, let name, let routing, alias.map({ $0 != nil }) ?? true else {
      self = .refused(faults)
      return
    }
    let check = request.healthCheckID.map { HealthCheckID($0) }
    self = .understood(
      alias.flatMap(\.self).map { target in
        ResourceRecordSet(
          name: name,
          type: type,
          setIdentifier: request.setIdentifier,
          routing: routing,
          alias: target,
          healthCheckID: check
        )
      }
        ?? ResourceRecordSet(
          name: name,
          type: type,
          setIdentifier: request.setIdentifier,
          routing: routing,
          ttl: request.ttl,
          values: values,
          healthCheckID: check
        )
    )
  }

  private static func name(_ text: String, _ faults: inout [String]) -> DomainName? {
    do throws(DomainNameError) {
      return try DomainName(text)
    } catch {
      faults.append(error.fatalProblem(in: text))
      return nil
    }
  }

  private static func alias(
    _ target: AliasTargetRequest,
    _ faults: inout [String]
  ) -> AliasTarget? {
    name(target.dnsName, &faults).map { name in
      AliasTarget(
        zone: HostedZoneID(target.hostedZoneID),
        name: name,
        evaluatesTargetHealth: target.evaluateTargetHealth
      )
    }
  }

  private static func values(
    _ texts: [String],
    type: RecordType,
    _ faults: inout [String]
  ) -> [RecordData] {
    guard texts.count <= valuesMax else {
      faults.append(ChangeText.tooManyValues(limit: valuesMax))
      return []
    }
    var values: [RecordData] = []
    values.reserveCapacity(texts.count)
    for text in texts {
      do throws(RecordDataError) {
        values.append(try RecordData(text, type: type))
      } catch {
        faults.append(error.text(type: type, value: text))
      }
    }
    if values.count > 1 { faults += duplicates(values).map(ChangeText.duplicateValue) }
    return values
  }

  private static func duplicates(_ values: [RecordData]) -> [RecordData] {
    var seen: Set<RecordData> = []
    return values.filter { !seen.insert($0).inserted }
  }
}

// The routing policy.
extension RecordSetReading {
  private static func routing(
    _ request: RecordSetRequest,
    _ faults: inout [String]
  ) -> Routing? {
    if let weight = request.weight { return .weighted(weight) }
    if let region = request.region { return latency(region, &faults) }
    if let role = request.failover.flatMap(FailoverRole.init) { return .failover(role) }
    if let location = request.geoLocation { return geolocation(location, &faults) }
    if let location = request.geoProximity { return geoproximity(location, &faults) }
    if let config = request.cidrRouting { return ipBased(config) }
    return request.multiValueAnswer == nil ? .simple : .multivalue
  }

  private static func ipBased(_ config: CidrRoutingRequest) -> Routing {
    .ipBased(
      CidrLocation(
        collection: CidrCollectionID(config.collectionID),
        location: config.locationName
      )
    )
  }

  private static func latency(_ region: String, _ faults: inout [String]) -> Routing? {
    guard AwsRegion.all.contains(region) else {
      faults.append(ChangeText.noSuchRegion(region))
      return nil
    }
    return .latency(region: region)
  }

  private static func geolocation(
    _ request: GeoLocationRequest,
    _ faults: inout [String]
  ) -> Routing? {
    guard let location = GeoLocation(request), Geography.has(location) else {
      faults.append(ChangeText.noSuchLocation(request))
      return nil
    }
    return .geolocation(location)
  }

  private static func geoproximity(
    _ request: GeoProximityRequest,
    _ faults: inout [String]
  ) -> Routing? {
    let bias = request.bias ?? 0
    if let region = request.region {
      guard AwsRegion.all.contains(region) else {
        faults.append(ChangeText.noSuchProximity("AWSRegion", region))
        return nil
      }
      return .geoproximity(GeoProximityLocation(.region(region), bias: bias))
    }
    if let group = request.localZoneGroup {
      guard AwsRegion.hasLocalZoneGroup(group) else {
        faults.append(ChangeText.noSuchProximity("LocalZoneGroup", group))
        return nil
      }
      return .geoproximity(GeoProximityLocation(.localZoneGroup(group), bias: bias))
    }
    guard let latitude = request.latitude.flatMap({ Coordinates.hundredths($0, most: 90) }),
      let longitude = request.longitude.flatMap({ Coordinates.hundredths($0, most: 180) })
    else { preconditionFailure("coordinates were not checked") }
    let point = Coordinates(latitude: latitude, longitude: longitude)
    return .geoproximity(GeoProximityLocation(.coordinates(point), bias: bias))
  }
}

extension GeoLocation {
  /// What a request means; nil: nothing that makes sense.
  init?(_ request: GeoLocationRequest) {
    switch (request.continentCode, request.countryCode, request.subdivisionCode) {
    case (let continent?, nil, nil): self = .continent(continent)
    case (nil, "*"?, nil): self = .anywhere
    case (nil, let country?, nil): self = .country(country)
    case (nil, let country?, let code?): self = .subdivision(country: country, code)
    default: return nil
    }
  }
}

extension Coordinates {
  /// Degrees with at most two decimal places as hundredths; nil: not of that form, or beyond
  /// `most` to either side.
  static func hundredths(_ text: String, most: Int) -> Int? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard (1...3).contains(parts[0].utf8.count), fraction.utf8.count <= 2,
      (parts[0] + fraction).utf8.allSatisfy({ (48...57).contains($0) }),
      let degrees = Int(parts[0])
    else { return nil }
    let digits = fraction + String(repeating: "0", count: 2 - fraction.utf8.count)
    let value = degrees * 100 + (Int(digits) ?? 0)
    guard value < most * 100 || (value == most * 100 && parts.count == 1) else { return nil }
    return isNegative ? -value : value
  }
}

extension AwsRegion {
  /// Whether a name has the form of a local zone group: a region, a place and a number, as
  /// `us-west-2-lax-1`.
  static func hasLocalZoneGroup(_ group: String) -> Bool {
    let parts = group.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 5, all.contains(parts[..<3].joined(separator: "-")) else { return false }
    return parts[3].utf8.count == 3 && parts[3].utf8.allSatisfy { (97...122).contains($0) }
      && !parts[4].isEmpty && parts[4].utf8.allSatisfy { (48...57).contains($0) }
  }
}
