import CafeWorld
import Lab
import Route53

// What the clock and the checkers brought, for which nobody typed a line.
extension Attempt {
  /// Row 1 and those after it; what the clock brought between two lines is one group.
  ///
  /// `marked`: rows that have a name, behind which a group ends.
  func groups(present: Set<Int>, marked: Set<Int>) -> [ClosedRange<Int>] {
    var groups: [ClosedRange<Int>] = []
    for number in rows.indices.dropFirst() {
      if let last = groups.last, goesOn(number, present), !marked.contains(number - 1) {
        groups[groups.count - 1] = last.lowerBound...number
      } else {
        groups.append(number...number)
      }
    }
    return groups
  }

  /// Whether a row by the clock follows another one, on the same side of what was taken back.
  private func goesOn(_ number: Int, _ present: Set<Int>) -> Bool {
    rows[number].parent == number - 1 && rows[number].isByTheClock
      && rows[number - 1].isByTheClock
      && present.contains(number) == present.contains(number - 1)
  }

  /// What happened in rows by the clock, instead of the line that nobody typed.
  func words(for group: ClosedRange<Int>) -> String {
    let reports = group.flatMap { rows[$0].reports }
    guard let last = reports.last else {
      let before = rows[group.lowerBound].parent ?? group.lowerBound
      let passed = rows[group.upperBound].cafe.world.now - rows[before].cafe.world.now
      return "waited \(span(passed))"
    }
    let kind = rows[group.upperBound].cafe.world.healthCheck(last.check)?.settings.kind
    let reason = kind.map { last.found.reason(kind: $0) } ?? last.found.reason
    let region = HealthRules.sites[last.site].region
    return reports.count == 1
      ? "a checker in \(region) found \"\(reason)\""
      : "\(reports.count) reports of checkers; the last, in \(region), found \"\(reason)\""
  }
}

extension Attempt.Row {
  /// Whether nothing but time passed, or a checker reported, and nobody asked for it.
  var isByTheClock: Bool {
    guard typed.isEmpty, case .commands(let commands) = entry.move else { return false }
    return commands.allSatisfy { command in
      switch command {
      case .wait, .reportProbe: true
      default: false
      }
    }
  }

  /// What checkers found outside.
  fileprivate var reports: [(check: HealthCheckID, site: Int, found: ProbeOutcome)] {
    guard case .commands(let commands) = entry.move else { return [] }
    return commands.compactMap { command in
      guard case .reportProbe(let check, let site, let found, _) = command else { return nil }
      return (check, site, found)
    }
  }
}
