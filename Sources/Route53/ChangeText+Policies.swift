import DNS

// The texts about routing policies.
extension ChangeText {
  /// Quoted by `CP:record-type-routing-policy`.
  static func typeNotSupported(_ set: ResourceRecordSet) -> String {
    "\(policySubject(set)) cannot be created because this type of RRSet is not supported."
  }

  /// Quoted by `CP:private-zone-health-check-policy`.
  static let healthCheckWithoutPolicy: String =
    "DNS name must have alternate ResourceRecordSet responses configured via a routing policy "
    + "(e.g., Weight, Region, etc.) if a health check is attached. No changes made."

  /// Quoted by `CP:multivalue-alias`.
  static let multivalueAlias: String =
    "Multivalue answer rrset should not be an alias rrset. No changes made."

  /// Quoted by `CP:failover-alias-evaluate-target-health`.
  static func primaryAliasNeedsHealth(_ set: ResourceRecordSet) -> String {
    "\(policySubject(set)) cannot be a primary without EvaluateTargetHealth set to true or an "
      + "associated health check as a secondary would never be returned."
  }

  /// Quoted by `CP:cidr-private-zone` for CIDR.
  static func notInPrivateZone(_ set: ResourceRecordSet, _ policy: String) -> String {
    "\(policySubject(set)) cannot be created because \(policy) RRSet is not supported with private "
      + "hosted zone."
  }

  /// A record set onto others of another policy: weighted quoted by
  /// `CP:simple-and-policy-same-name-type`, latency by `CP:mixed-routing-policy-same-name-type`,
  /// geolocation by `GH:octodns/octodns-route53#129`, multivalue by
  /// `GH:cert-manager/cert-manager#5388`, failover in part; the others by the pattern of these.
  static func otherPolicy(_ set: ResourceRecordSet) -> String {
    switch set.routing {
    case .simple: simpleOntoPolicy(set)
    case .weighted:
      "\(policySubject(set)) cannot be created as a non-weighted set exists with the same name and "
        + "type."
    case .failover(let role): failoverOntoOther(set, role)
    case .multivalue:
      "\(policySubject(set)) cannot be created because a non multivalue answer rrset exists with "
        + "the same name and type."
    case .latency: onto(set, "non-latency")
    case .geolocation: onto(set, "non-GEO")
    case .geoproximity: onto(set, "non-GeoProximity")
    case .ipBased: onto(set, "non-CIDR")
    }
  }

  private static func onto(_ set: ResourceRecordSet, _ other: String) -> String {
    "\(routedSubject(set)) cannot be created because a \(other) RRSet with the same name and type "
      + "already exists."
  }

  /// Quoted by `CP:weighted-group-same-ttl`.
  static func otherTTL(_ set: ResourceRecordSet) -> String {
    "\(policySubject(set)) cannot be created as weighted sets must contain the same TTL."
  }

  /// Quoted by `GH:hashicorp/terraform-provider-aws#1668`.
  static func sameRegion(_ set: ResourceRecordSet) -> String {
    "\(routedSubject(set)) cannot be created because a latency RRSet with the same name, type and "
      + "region already exists."
  }

  /// Quoted by `CP:geolocation-duplicate-location`; the brackets do not match there either.
  static func sameLocation(_ set: ResourceRecordSet) -> String {
    "\(routedSubject(set)) cannot be created because a GEO RRSet with the same name, type and "
      + "\(destination(set)) already exists."
  }

  /// Quoted by `CP:cidr-same-collection-in-group`.
  static func otherCollection(_ set: ResourceRecordSet, _ other: CidrCollectionID) -> String {
    "\(routedSubject(set)) cannot be created because a CIDR RRSets with a different collection id "
      + "(\(other)) already exist"
  }

  /// Quoted by `CP:weighted-max-100-same-name-type`, `CP:geoproximity-max-30-same-name-type`; the
  /// other policies' words are by that pattern.
  static func tooManySets(_ set: ResourceRecordSet) -> String {
    let policy =
      switch set.routing.policy {
      case .simple, .weighted, .latency, .failover, .geolocation: set.routing.policy.rawValue
      case .geoproximity: "geo-proximity"
      case .multivalue: "multivalue answer"
      case .ipBased: "CIDR"
      }
    return "Exceeded limit on number of \(policy) RRSets for \(set.name), type "
      + "\(set.type.rawValue) in this zone."
  }

  /// The subject with what the record set is for.
  static func routedSubject(_ set: ResourceRecordSet) -> String {
    "\(policySubject(set)), and \(destination(set))"
  }

  static func destination(_ set: ResourceRecordSet) -> String {
    switch set.routing {
    case .latency(let region): "Region Name=\(region)"
    case .geolocation(let location): "routing to [\(words(location))}"
    case .geoproximity(let location): "routing to [\(location)]"
    case .ipBased(let location):
      "routing to CidrCollectionId=\(location.collection) CidrLocationId=\(location.location)"
    case .simple, .weighted, .failover, .multivalue: set.routing.policy.rawValue
    }
  }

  private static func words(_ location: GeoLocation) -> String {
    switch location {
    case .anywhere: return "country = (*, Default)"
    case .continent(let code):
      return "continent = (\(code), \(Geography.name(of: code, in: Geography.continents)))"
    case .country(let code):
      return "country = (\(code), \(Geography.name(of: code, in: Geography.countries)))"
    case .subdivision(let country, let code):
      let name = Geography.name(of: code, in: Geography.subdivisions(of: country))
      return "\(words(.country(country))), subdivision = (\(code), \(name))"
    }
  }
}

// The texts about places that are not there.
extension ChangeText {
  /// Quoted by `CP:latency-region-enum`.
  static func noSuchRegion(_ region: String) -> String {
    "Cannot find region '\(region)'. No changes made."
  }

  /// Quoted by `CP:geolocation-country-code-iso`, `CP:geolocation-continent-code-enum`,
  /// `CP:geolocation-subdivision-code-value`, with their blanks.
  static func noSuchLocation(_ location: GeoLocationRequest) -> String {
    let parts: [String?] = [
      location.countryCode.map { "country = \($0)" },
      location.continentCode.map { " continent = \($0)" },
      location.subdivisionCode.map { " subdivision = \($0)" },
    ]
    return "Cannot find location: '\(parts.compactMap(\.self).joined())'. No changes made."
  }

  /// Quoted by `CP:geoproximity-awsregion-value`, `CP:geoproximity-localzonegroup-format`.
  static func noSuchProximity(_ field: String, _ value: String) -> String {
    "Cannot find GeoProximityLocation with \(field) = \(value). No changes made."
  }
}

// The texts about aliases.
extension ChangeText {
  /// Quoted by `CP:alias-samezone-record-type`.
  static func aliasForbidden(_ set: ResourceRecordSet) -> String {
    "RRSet with DNS name \(set.name), type \(set.type.rawValue) contains an alias target, but "
      + "aliases of that type are forbidden"
  }

  /// Quoted by `GH:aws/aws-cdk#19643`, `CP:alias-target-outside-zone`.
  static func aliasOutside(_ target: AliasTarget, _ type: RecordType) -> String {
    "\(aliasSubject(target, type)), but the alias target name does not lie within the target zone"
  }

  /// Quoted by `GH:barnybug/cli53#227`, `CP:alias-samezone-target-missing`.
  static func aliasTargetMissing(_ target: AliasTarget, _ type: RecordType) -> String {
    "\(aliasSubject(target, type)), but that target was not found"
  }

  private static func aliasSubject(_ target: AliasTarget, _ type: RecordType) -> String {
    "Tried to create an alias that targets \(target.name), type \(type.rawValue) in zone "
      + "\(target.zone)"
  }
}
