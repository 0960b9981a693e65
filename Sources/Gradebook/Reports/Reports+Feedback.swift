import Lab
import Mustache

extension Reports {
  /// What the learner reads, as a page.
  func feedbackPage(_ grade: Grade, _ quiz: ClassQuiz) -> String {
    let page: [String: Any] = [
      "title": pageText(quiz.title),
      "name": pageText(grade.learner.name),
      "id": pageText(grade.learner.id),
      "outcome": pageText(grade.outcome(quiz.rules)),
      "items": grade.items.map { Self.item($0, quiz.rules) },
    ]
    return feedback.render(page)
  }

  private static func item(_ item: ItemGrade, _ rules: Rules) -> [String: Any] {
    [
      "heading": pageText(item.title),
      "points": pageText(item.pointsLine(rules)),
      "hasConditions": !item.conditions.isEmpty,
      "conditions": item.conditions.map { condition(of: $0, rules) },
      "questions": item.questions.map { question(of: $0, rules) },
    ]
  }

  private static func condition(
    of condition: ConditionGrade,
    _ rules: Rules
  ) -> [String: Any] {
    [
      "mark": condition.status.isMet ? "✓" : "✗",
      "parts": parts(condition.verdictLine(rules)),
      "hasWords": !condition.words.isEmpty,
      "words": condition.words.map { ["parts": parts($0)] },
    ]
  }

  private static func question(of question: QuestionGrade, _ rules: Rules) -> [String: Any] {
    [
      "asked": parts(question.question),
      "responses": question.responses.enumerated().map { place, response in
        [
          "label": question.responseLabel(place), "text": pageLines(response.text),
          "hasOption": response.option != nil, "option": parts(response.option ?? ""),
        ]
      },
      "verdict": question.verdictLine(rules),
      "hasFeedback": question.feedback?.isEmpty == false,
      "feedback": parts(question.feedback ?? ""),
    ]
  }

  /// Words with code in them, for a template that tells the two apart.
  static func parts(_ text: String) -> [[String: Any]] {
    Wording(text).parts.map { ["isCode": $0.isCode, "text": pageText($0.text)] }
  }
}
