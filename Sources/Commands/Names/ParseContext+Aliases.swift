import CafeWorld
import DNS
import Route53

extension ParseContext {
  /// The zone and the full name of an alias target.
  ///
  /// A name relative to the zone is a record of it; the names of AWS's own resources say in which
  /// zone they are.
  func aliasTarget(
    _ text: String,
    zone option: String?,
    from zone: HostedZone
  ) throws(CommandError) -> (zone: HostedZoneID, name: String) {
    if let option {
      let id = HostedZoneID(option)
      guard !AwsResource.zones.contains(id) else { return (id, text.fullyQualified) }
      let other = try self.zone(option)
      return (other.id, other.fullName(text))
    }
    if let id = AwsResource.zone(ofName: text) { return (id, text.fullyQualified) }
    let name = zone.fullName(text)
    let names = recordSets(in: zone).map(\.name)
    guard draft == nil, !names.contains(name) else { return (zone.id, name) }
    let near = nearMisses(of: zone.shortName(name), in: names.map(zone.shortName))
    guard near.isEmpty else { throw .unknownName(.record, text, near: near) }
    return (zone.id, name)
  }
}

extension AwsResource {
  /// The hosted zone that a service's own name belongs to: AWS's names end in the service, behind
  /// the region where there is one.
  static func zone(ofName text: String) -> HostedZoneID? {
    guard let labels = (try? DomainName(text))?.labels else { return nil }
    if labels.suffix(2) == ["cloudfront", "net"] { return zone(of: .distribution, in: "") }
    guard labels.count >= 3, labels.suffix(2) == ["amazonaws", "com"] else { return nil }
    let head = labels.dropLast(2)
    if head.last == "elb", let region = head.dropLast().last {
      return zone(of: .loadBalancer, in: region)
    }
    let mark = "s3-website-"
    guard let label = head.last, label.hasPrefix(mark) else { return nil }
    return zone(of: .website, in: String(label.dropFirst(mark.count)))
  }
}

extension String {
  /// The name as it is, with the dot at its end; what is no name goes through for the service.
  var fullyQualified: String {
    (try? DomainName(self))?.description ?? self
  }
}
