import CafeWorld
import DNS
import Route53

/// A record set that exists, or that the open batch will have made, and its zone.
struct RecordChoice {
  let zone: HostedZone
  let set: RecordSetRequest
}

/// What a line says about the record set that it means.
struct RecordSelection {
  /// `www`, or `www/SetIdentifier`.
  var name: String
  var type: String?
  var setIdentifier: String?
  var zone: String?
}

extension ParseContext {
  /// The one record set that is meant.
  ///
  /// A set identifier as it was written comes before one in other letters. If several fit, the
  /// only one for which `isLikely` holds is it; else the one without a set identifier, which has no
  /// other name.
  func record(
    _ selection: RecordSelection,
    isLikely: (RecordSetRequest) -> Bool = { _ in false }
  ) throws(CommandError) -> RecordChoice {
    let zone = try zone(forRecord: selection.name, option: selection.zone)
    let sets = recordSets(in: zone)
    let fitting = sets.filter { $0.fits(selection, in: zone) }
    let exact = fitting.filter { $0.isNamed(asIn: selection) }
    let found = exact.isEmpty ? fitting : exact
    let likely = found.filter(isLikely)
    if let only = likely.first, likely.count == 1 { return RecordChoice(zone: zone, set: only) }
    guard let first = found.first else { throw unknown(selection, sets, in: zone) }
    guard found.count == 1 else {
      let isOneType = found.allSatisfy { $0.type == first.type }
      if isOneType, let plain = found.first(where: { $0.setIdentifier == nil }) {
        return RecordChoice(zone: zone, set: plain)
      }
      let choices = found.map {
        quoted($0.reference(in: zone)) + (isOneType ? "" : " \($0.type)")
      }
      throw .ambiguous(.record, selection.name, choices: choices)
    }
    return RecordChoice(zone: zone, set: first)
  }

  /// Record sets of the name with another identifier or type are near; else names that look alike.
  private func unknown(
    _ selection: RecordSelection,
    _ sets: [RecordSetRequest],
    in zone: HostedZone
  ) -> CommandError {
    let bare = String(selection.name.prefix { $0 != "/" })
    let namesakes = sets.filter { $0.name == zone.fullName(bare) }.map { $0.reference(in: zone) }
    let known = sets.flatMap { [zone.shortName($0.name), $0.reference(in: zone)] }
    let text = ([selection.name] + [selection.setIdentifier].compactMap(\.self))
      .joined(separator: "/")
    let near = namesakes.isEmpty ? nearMisses(of: selection.name, in: known) : namesakes
    return .unknownName(
      .record,
      text,
      near: near.reduce(into: []) { unique, name in
        if !unique.contains(name) { unique.append(name) }
      }
    )
  }

  /// A zone's newest record sets with the changes of the open batch, in the zone's order.
  func recordSets(in zone: HostedZone) -> [RecordSetRequest] {
    var sets = zone.records.all.map(\.request)
    for change in draft ?? [] where change.recordSet.isWithin(zone) {
      let place = sets.firstIndex { $0.hasKey(of: change.recordSet) }
      switch (change.action, place) {
      case (.delete, let place?): sets.remove(at: place)
      case (.delete, nil): break
      case (_, let place?): sets[place] = change.recordSet
      case (_, nil): sets.append(change.recordSet)
      }
    }
    return sets
  }
}

extension RecordSetRequest {
  /// What tells it from others of its type in a line: `www`, or `www/FailoverPrimary`.
  func reference(in zone: HostedZone) -> String {
    let short = zone.shortName(name)
    return setIdentifier.map { "\(short)/\($0)" } ?? short
  }

  fileprivate func isWithin(_ zone: HostedZone) -> Bool {
    (try? DomainName(name))?.isWithin(zone.name) ?? false
  }

  func hasKey(of other: RecordSetRequest) -> Bool {
    name == other.name && type.uppercased() == other.type.uppercased()
      && setIdentifier == other.setIdentifier
  }

  /// A slash behind the name stands before the set identifier, unless the name itself has it.
  fileprivate func fits(_ selection: RecordSelection, in zone: HostedZone) -> Bool {
    if let type = selection.type, type.uppercased() != self.type.uppercased() { return false }
    if let wanted = selection.setIdentifier, !isNamed(wanted) { return false }
    if name == zone.fullName(selection.name) { return true }
    guard let slash = selection.name.firstIndex(of: "/") else { return false }
    let identifier = String(selection.name[slash...].dropFirst())
    return name == zone.fullName(String(selection.name[..<slash])) && isNamed(identifier)
  }

  /// Whether its set identifier is named letter by letter.
  fileprivate func isNamed(asIn selection: RecordSelection) -> Bool {
    guard let setIdentifier else { return false }
    return selection.setIdentifier == setIdentifier || selection.name.hasSuffix("/\(setIdentifier)")
  }

  private func isNamed(_ identifier: String) -> Bool {
    setIdentifier?.lowercased() == identifier.lowercased()
  }
}
