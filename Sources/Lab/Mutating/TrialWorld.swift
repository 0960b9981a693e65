import Commands

/// A world that a lesson is tried in: one of its variants, and a seed.
struct TrialWorld: Sendable {
  let lesson: Lesson
  let seed: UInt64
  /// Lines that were read ahead.
  let lines: LineMemory

  /// In how many worlds at most a mutant is tried that nothing has noticed; with more pairs of
  /// variant and seed, each variant is tried with one seed, and the first with all of them.
  private static let mostPairs = 100

  /// Worlds of all these variants and seeds, those of the first variant before the others.
  static func all(_ variants: [Lesson], seeds: [UInt64], lines: LineMemory) -> [TrialWorld] {
    let isSmall = variants.count * seeds.count <= mostPairs
    return variants.enumerated().flatMap { index, variant in
      seeds.enumerated()
        .filter { place, _ in isSmall || index == 0 || index % seeds.count == place }
        .map { TrialWorld(lesson: variant, seed: $0.element, lines: lines) }
    }
  }

  /// Where somebody stands who enters a step after every model solution before it; nil: the variant
  /// has no step of this number.
  func entry(into number: Int) -> Walk? {
    guard lesson.steps.indices.contains(number) else { return nil }
    var walk = Walk(lesson, seed: seed, lines: lines)
    for step in lesson.steps[..<number] {
      _ = walk.enter(step)
      _ = walk.type(step.solution)
    }
    _ = walk.enter(lesson.steps[number])
    return walk
  }

  func isSame(as other: TrialWorld) -> Bool {
    seed == other.seed && lesson.variant == other.lesson.variant
  }
}
