import ArgumentParser
import CafeWorld
import DNS
import Route53

/// How Route 53 shall choose among the record sets of one name and type: an option for what each
/// routing policy chooses by.
struct RoutingOptions: ParsableArguments {
  @Option(
    help: .init("Failover: its place in the pair.", valueName: "role"),
    completion: .list(["primary", "secondary"])
  )
  var failover: String?
  @Option(help: .init("Weighted: its part of the sum of weights, 0 to 255.", valueName: "number"))
  var weight: String?
  @Option(
    help: .init("Latency: for clients with the fastest way to it.", valueName: "region"),
    completion: .list(["@aws-region"])
  )
  var region: String?
  @Option(
    help: .init("Geolocation: for clients on a continent.", valueName: "code"),
    completion: .list(["@continent"])
  )
  var continent: String?
  @Option(
    help: .init("Geolocation: for a country, or default for the rest.", valueName: "code"),
    completion: .list(["~default", "@country"])
  )
  var country: String?
  @Option(
    help: .init("Geolocation: for a state, such as US-CA.", valueName: "code"),
    completion: .list(["@subdivision"])
  )
  var subdivision: String?
  @Option(
    help: .init("Geoproximity: a region, or LATITUDE,LONGITUDE.", valueName: "place"),
    completion: .list(["@aws-region"])
  )
  var near: String?
  @Option(help: .init("Geoproximity: how far it attracts, -99 to 99.", valueName: "number"))
  var bias: String?
  @Flag(help: "Multivalue: up to eight healthy ones answer together.") var multivalue = false
  @Option(
    help: .init("IP-based: COLLECTION/LOCATION, * for the rest.", valueName: "location"),
    completion: .list(["@cidr-location"])
  )
  var cidr: String?

  /// The countries whose parts geolocation can name.
  static let countriesWithSubdivisions = ["US", "UA"]

  /// What the default location of geolocation is called.
  static let anywhere = "default"

  var isGiven: Bool {
    multivalue
      || [failover, weight, region, continent, country, subdivision, near, bias, cidr]
        .contains { $0 != nil }
  }

  /// Gives a record set the policy of these options in place of its own; without any it keeps what
  /// it has.
  ///
  /// Options of two policies are both set, for the service to refuse.
  func apply(
    to set: inout RecordSetRequest,
    in context: ParseContext
  ) throws(CommandError) {
    guard isGiven else { return }
    let proximity = set.geoProximity
    set.weight = try wholeNumber(weight, for: "--weight", allowed: "a whole number from 0 to 255")
    set.region = try region.map(context.awsRegion)
    set.failover = try failoverRole()
    set.multiValueAnswer = multivalue ? true : nil
    set.geoLocation = try geoLocation(in: context)
    set.cidrRouting = try cidr.map(context.cidrRouting)
    set.geoProximity = try geoProximity(changing: proximity, in: context)
  }

  func failoverRole() throws(CommandError) -> String? {
    guard let failover else { return nil }
    if let role = FailoverRole(rawValue: failover.uppercased()) { return role.rawValue }
    let known = FailoverRole.allCases.map { $0.rawValue.lowercased() }
    throw .badValue(
      option: "--failover",
      value: failover,
      allowed: known.joined(separator: ", "),
      near: nearMisses(of: failover, in: known)
    )
  }

  /// `US-CA` names its country; `CA` needs it beside it.
  private func geoLocation(
    in context: ParseContext
  ) throws(CommandError) -> GeoLocationRequest? {
    guard continent != nil || country != nil || subdivision != nil else { return nil }
    var location = GeoLocationRequest(
      continentCode: try continent.map(context.continent),
      countryCode: try country.map(context.country)
    )
    if let subdivision {
      let state = try context.subdivision(subdivision, of: location.countryCode)
      location.countryCode = state.country
      location.subdivisionCode = state.code
    }
    return location
  }

  /// Of an existing location the part that is not given stays.
  private func geoProximity(
    changing old: GeoProximityRequest?,
    in context: ParseContext
  ) throws(CommandError) -> GeoProximityRequest? {
    guard near != nil || bias != nil else { return nil }
    var location = try near.map(context.place) ?? old ?? GeoProximityRequest()
    location.bias =
      try signedNumber(bias, for: "--bias", allowed: "a whole number, -99 to 99")
      ?? old?.bias
    return location
  }
}

extension RecordSetRequest {
  /// What tells a record set with a policy from its neighbours when nobody says: what the policy
  /// chooses by, or else what it leads to; nil for a simple one.
  func usualIdentifier(leadingTo target: String?) -> String? {
    if let failover { return "Failover" + failover.prefix(1) + failover.dropFirst().lowercased() }
    if let region { return region }
    if let geoLocation { return geoLocation.identifier }
    if let cidrRouting {
      return cidrRouting.locationName == CidrLocation.anywhere
        ? RoutingOptions.anywhere : cidrRouting.locationName
    }
    if let geoProximity { return geoProximity.identifier }
    return weight != nil || multiValueAnswer != nil ? target : nil
  }
}

extension GeoLocationRequest {
  /// `continent-AF` and `country-AF` are two places.
  fileprivate var identifier: String? {
    if let subdivisionCode {
      return [countryCode, subdivisionCode].compactMap(\.self).joined(separator: "-")
    }
    if let countryCode {
      return countryCode == "*" ? RoutingOptions.anywhere : "country-\(countryCode)"
    }
    return continentCode.map { "continent-\($0)" }
  }
}

extension GeoProximityRequest {
  fileprivate var identifier: String? {
    if let latitude, let longitude { return "\(latitude),\(longitude)" }
    return region ?? localZoneGroup
  }
}
