import DNS

/// A record set as somebody writes it, not yet looked at (`M:ResourceRecordSet`).
///
/// It is text and numbers throughout, so that a fault can be answered with the text that Route 53
/// answers. What is nil was not given.
public struct RecordSetRequest: Hashable, Sendable, Codable {
  public var name: String
  public var type: String
  public var setIdentifier: String?
  public var weight: Int?
  public var region: String?
  public var geoLocation: GeoLocationRequest?
  public var failover: String?
  public var multiValueAnswer: Bool?
  /// In seconds.
  public var ttl: Int?
  public var values: [String]
  public var aliasTarget: AliasTargetRequest?
  public var healthCheckID: String?
  public var trafficPolicyInstanceID: String?
  public var cidrRouting: CidrRoutingRequest?
  public var geoProximity: GeoProximityRequest?

  public init(
    name: String,
    type: String,
    setIdentifier: String? = nil,
    failover: String? = nil,
    ttl: Int? = nil,
    values: [String] = [],
    aliasTarget: AliasTargetRequest? = nil,
    healthCheckID: String? = nil
  ) {
    self.name = name
    self.type = type
    self.setIdentifier = setIdentifier
    self.failover = failover
    self.ttl = ttl
    self.values = values
    self.aliasTarget = aliasTarget
    self.healthCheckID = healthCheckID
  }

  public init(
    name: String,
    type: String,
    setIdentifier: String?,
    routing: Routing,
    ttl: Int? = nil,
    values: [String] = [],
    aliasTarget: AliasTargetRequest? = nil,
    healthCheckID: String? = nil
  ) {
    self.init(
      name: name,
      type: type,
      setIdentifier: setIdentifier,
      ttl: ttl,
      values: values,
      aliasTarget: aliasTarget,
      healthCheckID: healthCheckID
    )
    route(by: routing)
  }

  /// Sets the one field of the policy.
  private mutating func route(by routing: Routing) {
    switch routing {
    case .simple: break
    case .weighted(let weight): self.weight = weight
    case .latency(let region): self.region = region
    case .failover(let role): failover = role.rawValue
    case .geolocation(let location): geoLocation = GeoLocationRequest(location)
    case .geoproximity(let location): geoProximity = GeoProximityRequest(location)
    case .multivalue: multiValueAnswer = true
    case .ipBased(let location): cidrRouting = CidrRoutingRequest(location)
    }
  }
}

public struct AliasTargetRequest: Hashable, Sendable, Codable {
  public var hostedZoneID: String
  public var dnsName: String
  public var evaluateTargetHealth: Bool

  public init(hostedZoneID: String, dnsName: String, evaluateTargetHealth: Bool) {
    self.hostedZoneID = hostedZoneID
    self.dnsName = dnsName
    self.evaluateTargetHealth = evaluateTargetHealth
  }

  public init(_ target: AliasTarget) {
    hostedZoneID = target.zone.text
    dnsName = target.name.description
    evaluateTargetHealth = target.evaluatesTargetHealth
  }
}

public struct GeoLocationRequest: Hashable, Sendable, Codable {
  public var continentCode: String?
  public var countryCode: String?
  public var subdivisionCode: String?

  public init(
    continentCode: String? = nil,
    countryCode: String? = nil,
    subdivisionCode: String? = nil
  ) {
    self.continentCode = continentCode
    self.countryCode = countryCode
    self.subdivisionCode = subdivisionCode
  }

  public init(_ location: GeoLocation) {
    switch location {
    case .anywhere: self.init(countryCode: "*")
    case .continent(let code): self.init(continentCode: code)
    case .country(let code): self.init(countryCode: code)
    case .subdivision(let country, let code):
      self.init(countryCode: country, subdivisionCode: code)
    }
  }
}

public struct CidrRoutingRequest: Hashable, Sendable, Codable {
  public var collectionID: String
  public var locationName: String

  public init(collectionID: String, locationName: String) {
    self.collectionID = collectionID
    self.locationName = locationName
  }

  public init(_ location: CidrLocation) {
    self.init(collectionID: location.collection.text, locationName: location.location)
  }
}

public struct GeoProximityRequest: Hashable, Sendable, Codable {
  public var region: String?
  public var localZoneGroup: String?
  /// Degrees as text, with at most two decimal places (`M:Coordinates`).
  public var latitude: String?
  public var longitude: String?
  public var bias: Int?

  public init(
    region: String? = nil,
    localZoneGroup: String? = nil,
    latitude: String? = nil,
    longitude: String? = nil,
    bias: Int? = nil
  ) {
    self.region = region
    self.localZoneGroup = localZoneGroup
    self.latitude = latitude
    self.longitude = longitude
    self.bias = bias
  }

  public init(_ location: GeoProximityLocation) {
    self.init(bias: location.bias)
    switch location.place {
    case .region(let region): self.region = region
    case .localZoneGroup(let group): localZoneGroup = group
    case .coordinates(let point):
      latitude = Coordinates.degrees(point.latitude)
      longitude = Coordinates.degrees(point.longitude)
    }
  }
}
