import Commands

/// A part of proving a lesson that depends on no other part: some of its variants in one world.
public struct ProofJob: Sendable {
  /// One lesson in some of its variants.
  let lessons: [Lesson]
  let seed: UInt64
  /// Lines that were read ahead.
  let lines: LineMemory
  /// Whether what takes long and is much the same in each world is looked at, too, in the first
  /// variant.
  let isThorough: Bool

  /// Walks through every variant.
  ///
  /// Variants go together up to where they part, and again from where they have led to the same: a
  /// number in a question makes no other world.
  public func run() -> [Sighting] {
    guard let first = lessons.first else { return [] }
    var sightings: [Sighting] = []
    let beginning = Crossing(Walk(first, seed: seed, lines: lines))
    var parties = [Party(lessons: lessons, place: beginning)]
    for number in 0..<(lessons.map(\.steps.count).max() ?? 0) {
      var next: [Party] = []
      for party in parties.flatMap({ $0.parting(before: number) }) {
        let proof = prove(number, party)
        sightings += party.lessons.flatMap { lesson in
          proof.findings.map { Sighting(finding: $0, variant: lesson.variant, seed: seed) }
        }
        next.take(Party(lessons: party.lessons, place: proof.end))
      }
      parties = next
    }
    return sightings
  }

  private func prove(_ number: Int, _ party: Party) -> StepProof {
    StepProof(
      entering: party.lessons[0].steps[number],
      from: party.place,
      isThorough: isThorough && party.lessons.contains { $0.variant == 0 }
    )
  }
}

/// Variants that have come the same way.
private struct Party {
  var lessons: [Lesson]
  let place: Crossing

  /// Those together that have the same step before them; those that have none are left out.
  func parting(before number: Int) -> [Party] {
    var rest = lessons.filter { number < $0.steps.count }
    var parties: [Party] = []
    while let step = rest.first?.steps[number] {
      parties.append(Party(lessons: rest.filter { $0.steps[number] == step }, place: place))
      rest.removeAll { $0.steps[number] == step }
    }
    return parties
  }
}

extension [Party] {
  /// Adds a party, to another one where both have come the same way.
  fileprivate mutating func take(_ party: Party) {
    if let index = firstIndex(where: { $0.place.walk.isAlike(party.place.walk) }) {
      self[index].lessons += party.lessons
    } else {
      append(party)
    }
  }
}
