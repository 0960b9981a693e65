/// The variants of a lesson side by side: its variables, and every answer that differs.
public struct VariantSheet: Sendable {
  /// What the columns are called: variables, then predictions and questions.
  public let titles: [String]
  /// A row for each variant, in their order; a cell for each title.
  public let rows: [[String]]
  /// How many predictions and questions have one answer in all variants.
  public let alike: Int

  /// `lessons`: one lesson in all of its variants.
  public init(_ lessons: [Lesson]) {
    let all = lessons.map(\.answers)
    let names = all.first?.map(\.name) ?? []
    let places = names.indices.filter { place in
      Set(all.map { $0.indices.contains(place) ? $0[place].text : "" }).count > 1
    }
    titles = (lessons.first?.variables.map(\.name) ?? []) + places.map { names[$0] }
    rows = zip(lessons, all).map { lesson, answers in
      lesson.values + places.map { answers.indices.contains($0) ? answers[$0].text : "" }
    }
    alike = names.count - places.count
  }
}

extension Lesson {
  /// What is right for each prediction and question, in the world of the lesson's seed.
  fileprivate var answers: [(name: String, text: String)] {
    zip(steps, beginnings).flatMap { step, situation in
      let evaluator = Evaluator(situation)
      return step.predictions.map { ($0.name, $0.play(in: situation)?.answer.text ?? "") }
        + step.quizzes.map { ($0.name, $0.answer(evaluator) ?? "") }
    }
  }
}
