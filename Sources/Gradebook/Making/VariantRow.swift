public import Lab

/// One variant of an item beside the others.
public struct VariantRow: Hashable, Sendable {
  public let variant: Int
  /// The values of the lesson's variables, in the order of the file.
  public let values: [String]
  /// How many commands the solution comes to.
  public let steps: Int
  /// What is right for each question of the item.
  public let answers: [String]
  /// What proving it showed in any of the worlds.
  public let findings: [Finding]

  /// Every variant of an item that somebody may be dealt.
  public static func all(
    of item: ItemID,
    in lesson: Lesson,
    seeds: [UInt64],
    start: ItemBeginning,
    engine: String,
    reading: (_ variant: Int) -> LessonReading
  ) -> [VariantRow] {
    QuizProof.spread(lesson.variants).compactMap { number in
      guard let variant = reading(number).lesson, let step = variant[step: item.step] else {
        return nil
      }
      let proofs = seeds.map { seed in
        ItemProof(of: step, in: variant, seed: seed, start: start, engine: engine)
      }
      guard let first = proofs.first else { return nil }
      let evaluator = Evaluator(first.beginning)
      var findings: [Finding] = []
      for finding in proofs.flatMap(\.findings) where !findings.contains(finding) {
        findings.append(finding)
      }
      return VariantRow(
        variant: number,
        values: variant.values,
        steps: first.steps,
        answers: step.quizzes.map { $0.answer(evaluator) ?? "" },
        findings: findings
      )
    }
  }
}
