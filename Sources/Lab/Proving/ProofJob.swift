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

  /// Walks through every variant; the steps that two of them have in common up to where they part
  /// are walked once.
  public func run() -> [Sighting] {
    guard let first = lessons.first else { return [] }
    let demo = DemoProof(of: first, seed: seed, lines: lines).findings.map {
      Sighting(finding: $0, variant: first.variant, seed: seed)
    }
    return sightings(lessons, from: 0, Walk(first, seed: seed, lines: lines)) + demo
  }

  private func sightings(_ alike: [Lesson], from place: Int, _ walk: Walk) -> [Sighting] {
    var rest = alike.filter { place < $0.steps.count }
    var sightings: [Sighting] = []
    while let lesson = rest.first {
      let step = lesson.steps[place]
      let group = rest.filter { $0.steps[place] == step }
      rest.removeAll { $0.steps[place] == step }
      let isFirst = isThorough && group.contains { $0.variant == 0 }
      let proof = StepProof(entering: step, from: walk, isThorough: isFirst)
      sightings += group.flatMap { lesson in
        proof.findings.map { Sighting(finding: $0, variant: lesson.variant, seed: seed) }
      }
      sightings += self.sightings(group, from: place + 1, proof.end)
    }
    return sightings
  }
}
