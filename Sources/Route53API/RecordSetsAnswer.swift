import CafeWorld
import Commands
import DNS
import Route53

/// A page of ListResourceRecordSets, written straight from the record sets: the longest answer of
/// the API, and the one that is asked for most often.
struct RecordSetsAnswer {
  let page: RecordSetPage

  var bytes: [UInt8] {
    XMLWriter.document(
      "ListResourceRecordSetsResponse",
      namespace: AwsEndpoint.route53.namespace,
      capacity: 512 + 200 * page.sets.count
    ) { writer in
      writer.raw("<ResourceRecordSets>")
      for set in page.sets { writer.recordSet(set) }
      writer.raw("</ResourceRecordSets>")
      writer.element("IsTruncated", page.next == nil ? "false" : "true")
      if let next = page.next {
        writer.element("NextRecordName", next.name.description)
        writer.element("NextRecordType", next.type.rawValue)
        writer.optional("NextRecordIdentifier", next.setIdentifier)
      }
      writer.element("MaxItems", String(page.maxItems))
    }
  }
}

extension AwsCall {
  /// The page of record sets that the call asks for; nil: it asks for none that there is.
  func recordSets(in world: World) -> RecordSetsAnswer? {
    let zone = world.hostedZone(HostedZoneID(required("HostedZoneId")))
    return zone.flatMap { try? $0.list(recordSetListing) }.map(RecordSetsAnswer.init)
  }
}

extension XMLWriter {
  /// In the order of the model (`M:ResourceRecordSet`).
  fileprivate mutating func recordSet(_ set: ResourceRecordSet) {
    raw("<ResourceRecordSet><Name>")
    raw { set.name.write(to: &$0) }
    raw("</Name><Type>")
    raw(set.type.rawValue)
    raw("</Type>")
    let request: RecordSetRequest? = set.routing == .simple ? nil : set.request
    if let request { policy(request) }
    if let ttl = set.ttl {
      raw("<TTL>")
      raw(String(ttl))
      raw("</TTL>")
    }
    values(set.values)
    if let target = set.alias { alias(AliasTargetRequest(target)) }
    optional("HealthCheckId", set.healthCheckID?.text)
    if let request { place(request) }
    raw("</ResourceRecordSet>")
  }

  /// What a policy chooses by, as far as it stands before the values.
  private mutating func policy(_ set: RecordSetRequest) {
    optional("SetIdentifier", set.setIdentifier)
    optional("Weight", set.weight.map { String($0) })
    optional("Region", set.region)
    if let location = set.geoLocation { place(location) }
    optional("Failover", set.failover)
    optional("MultiValueAnswer", set.multiValueAnswer.map { $0 ? "true" : "false" })
  }

  /// The rest of it, which stands behind them.
  private mutating func place(_ set: RecordSetRequest) {
    if let routing = set.cidrRouting {
      element("CidrRoutingConfig") {
        $0.element("CollectionId", routing.collectionID)
        $0.element("LocationName", routing.locationName)
      }
    }
    if let location = set.geoProximity { place(location) }
  }

  private mutating func values(_ values: [RecordData]) {
    guard !values.isEmpty else { return }
    raw("<ResourceRecords>")
    for value in values {
      raw("<ResourceRecord><Value>")
      switch value {
      case .a(let address): raw { address.write(to: &$0) }
      default: text(value.description)
      }
      raw("</Value></ResourceRecord>")
    }
    raw("</ResourceRecords>")
  }

  private mutating func alias(_ target: AliasTargetRequest) {
    element("AliasTarget") {
      $0.element("HostedZoneId", target.hostedZoneID)
      $0.element("DNSName", target.dnsName)
      $0.element("EvaluateTargetHealth", target.evaluateTargetHealth ? "true" : "false")
    }
  }

  private mutating func place(_ location: GeoLocationRequest) {
    element("GeoLocation") {
      $0.optional("ContinentCode", location.continentCode)
      $0.optional("CountryCode", location.countryCode)
      $0.optional("SubdivisionCode", location.subdivisionCode)
    }
  }

  private mutating func place(_ location: GeoProximityRequest) {
    element("GeoProximityLocation") { writer in
      writer.optional("AWSRegion", location.region)
      writer.optional("LocalZoneGroup", location.localZoneGroup)
      if location.latitude != nil || location.longitude != nil {
        writer.element("Coordinates") {
          $0.optional("Latitude", location.latitude)
          $0.optional("Longitude", location.longitude)
        }
      }
      writer.optional("Bias", location.bias.map { String($0) })
    }
  }

  fileprivate mutating func optional(_ name: String, _ text: String?) {
    if let text { element(name, text) }
  }
}
