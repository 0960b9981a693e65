import CafeWorld
import DNS
import Route53

extension ParseContext {
  /// A hosted zone by name or id.
  func zone(_ text: String) throws(CommandError) -> HostedZone {
    guard let found = world.hostedZone(text) else {
      let names = world.hostedZones.map(\.name.withoutDot)
      throw .unknownName(.zone, text, near: nearMisses(of: text, in: names))
    }
    let namesakes = world.hostedZones.filter { $0.name == found.name }
    let isName = (try? DomainName(text)) == found.name
    guard namesakes.count < 2 || !isName else {
      throw .ambiguous(.zone, text, choices: namesakes.map(\.id.text))
    }
    return found
  }

  /// The zone that a record's name belongs to: the one of the option, the only one, or the one with
  /// the longest name that ends the record's; of a public and private ones of a name the public.
  func zone(
    forRecord text: String,
    option: String?
  ) throws(CommandError) -> HostedZone {
    if let option { return try zone(option) }
    let zones = world.hostedZones
    if let only = zones.first, zones.count == 1 { return only }
    guard !zones.isEmpty else { throw .unknownName(.zone, "", near: []) }
    let name = try? DomainName(text)
    let around = zones.filter { zone in name.map { $0.isWithin(zone.name) } ?? false }
    let deepest = around.map(\.name.labelCount).max()
    let best = around.filter { $0.name.labelCount == deepest }
    if let only = best.first, best.count == 1 { return only }
    let answering = (best.isEmpty ? zones : best).filter { !$0.isPrivate }
    if let only = answering.first, answering.count == 1 { return only }
    let isUnique = Set(zones.map(\.name)).count == zones.count
    let choices =
      best.isEmpty && isUnique
      ? zones.map(\.name.withoutDot) : (best.isEmpty ? zones : best).map(\.id.text)
    throw .ambiguous(.zone, text, choices: choices.map { "--zone \($0)" })
  }

  /// A name of a thing on the internet: one label stands in the zone, as do the names that it has
  /// and those below its wildcards; `@` is the zone itself.
  func domainName(_ text: String) throws(CommandError) -> DomainName {
    let zones = world.hostedZones
    if text == "@", let zone = zones.first { return zone.name }
    let name: DomainName
    do { name = try DomainName(text) } catch {
      throw .badValue(
        option: "NAME",
        value: text,
        allowed: "a domain name such as www.cafe.example, or a name in the zone such as www",
        near: []
      )
    }
    if text.hasSuffix(".") || zones.contains(where: { name.isWithin($0.name) }) { return name }
    let inZones = zones.compactMap { zone in
      name.below(zone.name).map { (name: $0, zone: zone) }
    }
    if let known = inZones.first(where: { $0.zone.records.hasName($0.name) })
      ?? inZones.first(where: { $0.zone.hasWildcard(above: $0.name) })
    {
      return known.name
    }
    return name.labelCount == 1 ? inZones.first?.name ?? name : name
  }
}

extension HostedZone {
  /// Whether a wildcard covers a name of the zone; the one right below the zone's own name, which
  /// would make every name on the internet one of this zone, is left out.
  fileprivate func hasWildcard(above other: DomainName) -> Bool {
    var place = other.parent
    while let above = place, above != name, above.isWithin(name) {
      if records.hasName(above.wildcard) { return true }
      place = above.parent
    }
    return false
  }

  /// A record's name as the service wants it, from one that may be relative to the zone; what is no
  /// name at all goes through as it is, for the service to refuse.
  func fullName(_ text: String) -> String {
    if text == "@" { return name.description }
    let written = try? DomainName(text)
    if text.hasSuffix(".") { return written?.description ?? text }
    if let written, written.isWithin(name) { return written.description }
    return written?.below(name)?.description ?? "\(text).\(name)"
  }

  /// A record's name as people say it within the zone; the zone's own is `@`.
  func shortName(_ fullName: String) -> String {
    guard fullName != name.description else { return "@" }
    let suffix = ".\(name)"
    let short = fullName.hasSuffix(suffix) ? String(fullName.dropLast(suffix.count)) : fullName
    return short.hasPrefix("\\052") ? "*" + short.dropFirst(4) : short
  }
}
