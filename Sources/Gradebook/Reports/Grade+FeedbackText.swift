import Lab

extension Grade {
  /// What the learner reads, as Markdown: what was asked, what came, what became of it.
  ///
  /// Facts for the instructor are not in it.
  func feedbackText(_ quiz: ClassQuiz) -> String {
    var lines = ["# " + Markdown.line(quiz.title), ""]
    lines += [Markdown.line(learner.name) + " (" + Markdown.text(learner.id) + ")", ""]
    lines += [Markdown.line(outcome(quiz.rules)), ""]
    for item in items { lines += item.feedbackLines(quiz.rules) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// One or two sentences on the whole.
  func outcome(_ rules: Rules) -> String {
    switch verdict {
    case .missing: return "Nothing was handed in."
    case .refused(let refusal):
      return "The submission could not be graded. \(refusal.sentence)"
    case .graded:
      let share = Ratio(earned, possible).percent
      let points = Points.text(earned, of: possible, unit: rules.unit) + ", \(share)."
      return switch rules.passes(self) {
      case nil: points
      case true?: points + " That passes."
      case false?: points + " Passing takes \(rules.pass ?? 0) %."
      }
    }
  }
}

extension ItemGrade {
  fileprivate func feedbackLines(_ rules: Rules) -> [String] {
    var lines = ["## " + Markdown.line(title), "", Markdown.line(pointsLine(rules)), ""]
    for condition in conditions {
      lines.append("- " + Wording(condition.verdictLine(rules)).markdown())
      for words in condition.words { lines.append("  - " + Wording(words).markdown()) }
    }
    if !conditions.isEmpty { lines.append("") }
    for question in questions { lines += question.feedbackLines(rules) }
    return lines
  }

  /// The points, and what help cost.
  func pointsLine(_ rules: Rules) -> String {
    var line = Points.text(earned, of: possible, unit: rules.unit) + "."
    if let sentence = priceSentence(rules) { line += " " + sentence }
    if hints > 0 { line += hints == 1 ? " One hint was read." : " \(hints) hints were read." }
    return line
  }
}

extension ConditionGrade {
  /// The label with its verdict and points.
  func verdictLine(_ rules: Rules) -> String {
    let points = "\(Points.text(earned, rules)) of \(Points.text(possible, rules))"
    return "\(label): \(verdict) (\(points))"
  }

  var verdict: String {
    switch status {
    case .met: "holds"
    case .unmet: "does not hold"
    case .waits(let needs): "not checked, since it needs \(needs.joined(separator: ", "))"
    case .refused: "not checked, since what it tries was refused"
    }
  }

  /// What was found where it does not hold, and the words to it.
  var words: [String] {
    [status.isMet ? nil : found.map { "Found: \($0)" }, feedback].compactMap { $0 }
  }
}

extension QuestionGrade {
  fileprivate func feedbackLines(_ rules: Rules) -> [String] {
    var lines = [Wording(question).markdown(), ""]
    for (place, response) in responses.enumerated() {
      lines += [responseLabel(place), ""]
      lines += [String(Markdown.block(response.text).dropLast()), ""]
      if let option = response.option { lines += [Wording(option).markdown(), ""] }
    }
    lines += [Markdown.text(verdictLine(rules)), ""]
    if let feedback, !feedback.isEmpty { lines += [Wording(feedback).markdown(), ""] }
    return lines
  }

  func responseLabel(_ place: Int) -> String {
    let verdict = responses[place].isRight ? "right" : "not right"
    return responses.count == 1
      ? "Your response, \(verdict):" : "Your response \(place + 1), \(verdict):"
  }

  /// The points, and what more than one response cost.
  func verdictLine(_ rules: Rules) -> String {
    let parts = [
      responses.isEmpty ? "No response." : nil,
      Points.text(earned, of: possible, unit: rules.unit) + ".",
      Points.triesSentence(earned, of: possible, responses: responses.count, unit: rules.unit),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
