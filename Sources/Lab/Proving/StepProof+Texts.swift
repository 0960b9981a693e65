extension StepProof {
  /// Every place of the step's text has something to say when the step is entered.
  mutating func proveTexts() {
    let situation = start.situation
    for case .prose(let template) in step.blocks { prove(template, in: situation, at: nil) }
    for template in step.notes + step.hints.map(\.text) {
      prove(template, in: situation, at: nil)
    }
    for condition in step.conditions {
      prove(condition.label, in: situation, at: condition.position)
    }
    for quiz in step.quizzes {
      for template in quiz.templates { prove(template, in: situation, at: quiz.position) }
    }
  }

  /// What is said about conditions that fail has something to say at the moment they fail.
  mutating func proveFeedback(_ reports: [ConditionReport], in situation: Situation) {
    for report in reports where report.status == .unmet {
      guard let condition = step[condition: report.id], let feedback = condition.feedback else {
        continue
      }
      prove(feedback, in: situation, at: condition.position)
    }
  }

  mutating func prove(
    _ template: Template,
    in situation: Situation,
    answer: Datum? = nil,
    at position: SourcePosition?
  ) {
    let evaluator = Evaluator(situation)
    for formula in template.expressions
    where evaluator.value(formula, answer: answer).isAbsent {
      add(.saysNothing(formula), at: position)
    }
  }

  /// No two options, and no two items to be put in order, read alike.
  mutating func proveChoices() {
    let evaluator = Evaluator(start.situation)
    for quiz in step.quizzes {
      let shown = quiz.shown(evaluator)
      if Set(shown).count < shown.count {
        add(.optionsAlike(question: quiz.name), at: quiz.position)
      }
    }
  }

  /// Questions whose answer is a number have one, apart from the wrong ones that are known.
  mutating func proveNumbers() {
    let evaluator = Evaluator(start.situation)
    for quiz in step.quizzes {
      guard case .number(let key) = quiz.kind else { continue }
      guard let right = evaluator.value(key.right.value).number else {
        add(.noRightNumber(question: quiz.name), at: quiz.position)
        continue
      }
      for wrong in key.wrong {
        guard let value = evaluator.value(wrong.target.value).number else {
          add(.modelWithoutValue(prediction: quiz.name, model: wrong.name), at: quiz.position)
          continue
        }
        if abs(value - right) <= key.right.tolerance + wrong.target.tolerance {
          add(
            .tooClose(
              question: quiz.name,
              one: Finding.NamedValue(name: "right", value: right),
              other: Finding.NamedValue(name: wrong.name, value: value)
            ),
            at: quiz.position
          )
        }
      }
    }
  }
}

extension Quiz {
  /// Every text of the question, whatever its kind.
  fileprivate var templates: [Template] {
    switch kind {
    case .choose(let options): [question] + options.flatMap { [$0.text, $0.feedback] }
    case .type(let text): [question] + text.ideas.map(\.feedback)
    case .number(let key):
      [question] + [key.reason].compactMap { $0 } + key.wrong.map(\.feedback)
    case .order(let items), .keyless(.order(let items)), .keyless(.choose(let items)):
      [question] + items
    case .keyless(.type), .keyless(.number): [question]
    }
  }
}
