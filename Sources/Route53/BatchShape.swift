import DNS

/// What is looked at before a batch is understood; every fault here is InvalidInput.
enum BatchShape {
  static let commentLengthMax = 256
  static let nameLengthMax = 1_024
  static let ttlMax = 2_147_483_647
  static let setIdentifierLength = 1...128
  static let valueLengthMax = 4_000
  static let healthCheckIDLengthMax = 64
  static let zoneIDLengthMax = 32
  static let regionLength = 1...64
  static let locationNameLength = 1...16

  static func check(_ batch: ChangeBatch) throws(ServiceError) {
    guard !batch.changes.isEmpty else {
      throw .invalidInput([ConstraintText.incomplete("Changes", expected: "Change")])
    }
    for change in batch.changes {
      if let fault = schemaFault(change.recordSet) { throw .invalidInput([fault]) }
    }
    let violations = violations(batch)
    guard violations.isEmpty else {
      throw .invalidInput([ConstraintText.violations(violations)])
    }
    let faults = batch.changes.flatMap(fieldFaults)
    guard faults.isEmpty else { throw .invalidInput(faults) }
  }

  /// The schema's enumerations, patterns and bounds; it stops at the first fault.
  private static func schemaFault(_ set: RecordSetRequest) -> String? {
    if RecordType(rawValue: set.type) == nil {
      return ConstraintText.enumeration(set.type, RecordType.names)
    }
    if let failover = set.failover, FailoverRole(rawValue: failover) == nil {
      return ConstraintText.enumeration(failover, FailoverRole.allCases.map(\.rawValue))
    }
    if let name = set.cidrRouting?.locationName, !isLocationName(name) {
      // Quoted by `CP:cidr-location-name-format`.
      let pattern = #"[0-9A-Za-z_\-\*]+"#
      return ConstraintText.pattern(name, pattern, type: "CidrLocationNameDefaultAllowed")
    }
    return set.geoProximity.flatMap(schemaFault)
  }

  /// `CP:geoproximity-bias-range`, `CP:coordinates-latitude-range`,
  /// `CP:coordinates-longitude-range`.
  private static func schemaFault(_ location: GeoProximityRequest) -> String? {
    if let bias = location.bias, !GeoProximityLocation.biases.contains(bias) {
      return ConstraintText.bound(bias, GeoProximityLocation.biases, type: "Bias")
    }
    if let latitude = location.latitude, Coordinates.hundredths(latitude, most: 90) == nil {
      let pattern = #"[-+]?(90|[0-8]{0,1}[0-9](\.[0-9]{0,2})?)"#
      return ConstraintText.pattern(latitude, pattern, type: "Latitude")
    }
    if let longitude = location.longitude, Coordinates.hundredths(longitude, most: 180) == nil {
      let pattern = #"[-+]?(180|(1[0-7][0-9]|[0-9]{1,2})(\.[0-9]{0,2})?)"#
      return ConstraintText.pattern(longitude, pattern, type: "Longitude")
    }
    return nil
  }

  private static func isLocationName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { octet in
        switch octet {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "*"):
          true
        default: false
        }
      }
  }
}

// Lengths and ranges.
extension BatchShape {
  private static func violations(_ batch: ChangeBatch) -> [String] {
    var list: [String] = []
    if let comment = batch.comment {
      list += [ConstraintText.length(comment, 0...commentLengthMax, at: "changeBatch.comment")]
        .compactMap(\.self)
    }
    for (index, change) in batch.changes.enumerated() where !isPlain(change.recordSet) {
      let path = "changeBatch.changes.\(index + 1).member.resourceRecordSet"
      list += (own(change.recordSet, at: path) + routing(change.recordSet, at: path))
        .compactMap(\.self)
    }
    return list
  }

  /// Whether a record set has nothing that could be too long, so that most need no closer look.
  private static func isPlain(_ set: RecordSetRequest) -> Bool {
    set.setIdentifier == nil && set.weight == nil && set.region == nil && set.geoLocation == nil
      && set.healthCheckID == nil && set.aliasTarget == nil && set.cidrRouting == nil
      && set.geoProximity == nil && set.name.utf8.count <= nameLengthMax
      && (0...ttlMax).contains(set.ttl ?? 0)
      && set.values.allSatisfy { $0.utf8.count <= valueLengthMax }
  }

  private static func own(_ set: RecordSetRequest, at path: String) -> [String?] {
    let texts: [(String?, ClosedRange<Int>, String)] = [
      (set.name, 0...nameLengthMax, "name"),
      (set.setIdentifier, setIdentifierLength, "setIdentifier"),
      (set.healthCheckID, 0...healthCheckIDLengthMax, "healthCheckId"),
      (set.aliasTarget?.hostedZoneID, 0...zoneIDLengthMax, "aliasTarget.hostedZoneId"),
      (set.aliasTarget?.dnsName, 0...nameLengthMax, "aliasTarget.dNSName"),
    ]
    let ttl = set.ttl.flatMap { ConstraintText.range($0, 0...ttlMax, at: "\(path).tTL") }
    let values: [String?] = set.values.enumerated().map { index, value in
      ConstraintText.length(
        value,
        0...valueLengthMax,
        at: "\(path).resourceRecords.\(index + 1).member.value"
      )
    }
    return lengths(texts, at: path) + [ttl] + values
  }

  private static func routing(_ set: RecordSetRequest, at path: String) -> [String?] {
    let texts: [(String?, ClosedRange<Int>, String)] = [
      (set.region, regionLength, "region"),
      (set.geoLocation?.continentCode, 2...2, "geoLocation.continentCode"),
      (set.geoLocation?.countryCode, 1...2, "geoLocation.countryCode"),
      (set.geoLocation?.subdivisionCode, 1...3, "geoLocation.subdivisionCode"),
      (set.geoProximity?.region, regionLength, "geoProximityLocation.aWSRegion"),
      (set.geoProximity?.localZoneGroup, regionLength, "geoProximityLocation.localZoneGroup"),
      (set.cidrRouting?.locationName, locationNameLength, "cidrRoutingConfig.locationName"),
    ]
    let weight = set.weight.flatMap { ConstraintText.range($0, 0...255, at: "\(path).weight") }
    let collection = set.cidrRouting.flatMap {
      ConstraintText.uuid($0.collectionID, at: "\(path).cidrRoutingConfig.collectionId")
    }
    return lengths(texts, at: path) + [weight, collection]
  }

  private static func lengths(
    _ texts: [(String?, ClosedRange<Int>, String)],
    at path: String
  ) -> [String?] {
    texts.map { text, allowed, field in
      text.flatMap { ConstraintText.length($0, allowed, at: "\(path).\(field)") }
    }
  }
}

// Fields that must or must not stand together (`GH:ansible-collections/community.aws#800`, `#615`,
// `CP:routing-policy-exclusive`, `CP:record-value-source`).
extension BatchShape {
  private static func fieldFaults(_ change: Change) -> [String] {
    let set = change.recordSet
    if isSimple(set) { return [] }
    var faults = [valueFault(set), policyFault(set), proximityFault(set)].compactMap(\.self)
    if set.multiValueAnswer == false, set.setIdentifier != nil {
      faults.append(Decisions.multivalueMustBeTrue)
    }
    if set.trafficPolicyInstanceID != nil { faults.append(Decisions.noTrafficPolicies) }
    let own = faults.map { "Invalid request: \($0) in Change with \(label(change))" }
    return own + [locationFault(set)].compactMap(\.self)
  }

  /// Whether a record set has a TTL and values, and nothing that could be amiss with them.
  private static func isSimple(_ set: RecordSetRequest) -> Bool {
    set.ttl != nil && !set.values.isEmpty && set.aliasTarget == nil
      && set.trafficPolicyInstanceID == nil && set.setIdentifier == nil && set.weight == nil
      && set.region == nil && set.failover == nil && set.geoLocation == nil
      && set.multiValueAnswer == nil && set.geoProximity == nil && set.cidrRouting == nil
  }

  private static func valueFault(_ set: RecordSetRequest) -> String? {
    let alias = set.aliasTarget != nil
    let values = !set.values.isEmpty
    let policy = set.trafficPolicyInstanceID != nil
    let sources = [alias, values && set.ttl != nil, policy].count { $0 }
    let expected =
      "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or "
      + "TrafficPolicyInstanceId]"
    if sources > 1 || (alias || policy) && (values || set.ttl != nil) {
      return "\(expected), but found more than one"
    }
    return sources == 0 ? "\(expected), but found none" : nil
  }

  /// MultiValueAnswer counts as a policy whatever it says (`GH:aws/aws-sdk#75`).
  private static func policyFault(_ set: RecordSetRequest) -> String? {
    let policies: [Bool] = [
      set.weight != nil, set.region != nil, set.failover != nil, set.geoLocation != nil,
      set.multiValueAnswer != nil, set.geoProximity != nil, set.cidrRouting != nil,
    ]
    let expected =
      "Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer, "
      + "GeoProximityLocation, or CidrRoutingConfig]"
    switch policies.count(where: \.self) {
    case 0: return set.setIdentifier == nil ? nil : "\(expected), but found none"
    case 1: return set.setIdentifier == nil ? "Missing field 'SetIdentifier'" : nil
    default: return "\(expected), but found more than one"
    }
  }

  /// Quoted by `CP:geoproximity-exclusive`.
  private static func proximityFault(_ set: RecordSetRequest) -> String? {
    guard let place = set.geoProximity else { return nil }
    let coordinates = [place.latitude, place.longitude].count { $0 != nil }
    let given = [place.region != nil, place.localZoneGroup != nil, coordinates > 0]
    let expected =
      "Expected exactly one of [AWSRegion, LocalZoneGroup, or at least one of [Coordinates, or "
      + "all of [Latitude, and Longitude]]]"
    switch given.count(where: \.self) {
    case 0: return "\(expected), but found none"
    case 1: return coordinates == 1 ? "\(expected), but found none" : nil
    default: return "\(expected), but found more than one"
    }
  }

  /// A continent with something smaller is invalid input (`M:GeoLocation`), in the words in which
  /// any location is refused that is not there.
  private static func locationFault(_ set: RecordSetRequest) -> String? {
    guard let location = set.geoLocation else { return nil }
    let isSmaller = location.countryCode != nil || location.subdivisionCode != nil
    if location.continentCode != nil, isSmaller { return ChangeText.noSuchLocation(location) }
    let isNothing = location.continentCode == nil && location.countryCode == nil
    return isNothing ? ChangeText.noSuchLocation(location) : nil
  }

  private static func label(_ change: Change) -> String {
    let set = change.recordSet
    let name = (try? DomainName(set.name))?.description ?? set.name
    return "[Action=\(change.action.rawValue), Name=\(name), Type=\(set.type), "
      + "SetIdentifier=\(set.setIdentifier ?? "null")]"
  }
}
