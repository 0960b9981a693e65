/// A finding, and the world and variant in which it showed.
public struct Sighting: Hashable, Sendable {
  public let finding: Finding
  public let variant: Int
  public let seed: UInt64
}

extension [Sighting] {
  /// One remark for what is the same in several worlds or variants, and how far it is the same.
  ///
  /// `worlds`: in how many pairs of variant and seed the lesson was proved.
  func remarks(worlds: [ProofJob], of lessons: [Lesson]) -> [Remark] {
    var order: [Sameness] = []
    var alike: [Sameness: [Sighting]] = [:]
    for sighting in self {
      let sameness = Sameness(sighting.finding)
      if alike[sameness] == nil { order.append(sameness) }
      alike[sameness, default: []].append(sighting)
    }
    let all = worlds.reduce(0) { $0 + $1.lessons.count }
    return order.compactMap { sameness in
      guard let sightings = alike[sameness], let first = sightings.first else { return nil }
      let finding = first.finding
      let extent = Extent(sightings, of: all, lessons: lessons)
      return Remark(
        position: finding.position,
        code: finding.code,
        step: finding.step,
        message: [finding.message, extent.sentence].compactMap(\.self).joined(separator: " "),
        fix: finding.fix
      )
    }
  }
}

/// What makes two findings one, whatever numbers the worlds put into them.
private struct Sameness: Hashable {
  let position: SourcePosition
  let step: String
  let code: String
  let subject: String

  init(_ finding: Finding) {
    position = finding.position
    step = finding.step
    code = finding.code
    subject = finding.subject
  }
}

/// In which of the worlds something showed.
private struct Extent {
  let sightings: [Sighting]
  let worlds: Int
  let lessons: [Lesson]

  init(_ sightings: [Sighting], of worlds: Int, lessons: [Lesson]) {
    self.sightings = sightings
    self.worlds = worlds
    self.lessons = lessons
  }

  /// Nil: in all of them.
  var sentence: String? {
    let seen = Set(sightings.map { Pair(variant: $0.variant, seed: $0.seed) })
    guard seen.count < worlds, let first = sightings.first, !first.finding.isThorough else {
      return nil
    }
    let values = lessons.first { $0.variant == first.variant }.map { lesson in
      zip(lesson.variables.map(\.name), lesson.values).map { "\($0) = \($1)" }
    }
    let place = (["seed \(first.seed)"] + (values ?? [])).joined(separator: ", ")
    return
      "It depends on the world: so it is in \(seen.count) of \(worlds), the first with \(place)."
  }

  private struct Pair: Hashable {
    let variant: Int
    let seed: UInt64
  }
}
