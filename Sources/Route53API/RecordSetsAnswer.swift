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
      capacity: 512 + 320 * page.sets.count
    ) { writer in
      writer.raw("<ResourceRecordSets>")
      for set in page.sets { writer.recordSet(set.request) }
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
  fileprivate mutating func recordSet(_ set: RecordSetRequest) {
    raw("<ResourceRecordSet>")
    element("Name", set.name)
    element("Type", set.type)
    optional("SetIdentifier", set.setIdentifier)
    optional("Weight", set.weight.map { String($0) })
    optional("Region", set.region)
    if let location = set.geoLocation { place(location) }
    optional("Failover", set.failover)
    optional("MultiValueAnswer", set.multiValueAnswer.map { $0 ? "true" : "false" })
    optional("TTL", set.ttl.map { String($0) })
    values(set.values)
    if let target = set.aliasTarget { alias(target) }
    optional("HealthCheckId", set.healthCheckID)
    if let routing = set.cidrRouting {
      element("CidrRoutingConfig") {
        $0.element("CollectionId", routing.collectionID)
        $0.element("LocationName", routing.locationName)
      }
    }
    if let location = set.geoProximity { place(location) }
    raw("</ResourceRecordSet>")
  }

  private mutating func values(_ values: [String]) {
    guard !values.isEmpty else { return }
    raw("<ResourceRecords>")
    for value in values {
      raw("<ResourceRecord><Value>")
      text(value)
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
