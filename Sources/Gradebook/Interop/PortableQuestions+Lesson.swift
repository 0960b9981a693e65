extension PortableQuestions {
  /// The questions as a lesson, one step each as long as a lesson may have so many.
  ///
  /// `id` is of small letters, digits and hyphens; beside the text come those that no lesson takes.
  public func lesson(id: String, title: String) -> (text: String, left: [LeftQuestion]) {
    let each = (questions.count + Self.mostSteps - 1) / Self.mostSteps
    var left: [LeftQuestion] = []
    var fences: [String] = []
    for question in questions {
      let fence = question.fence
      if fence.split(separator: "\n").contains(where: { $0.utf8.count > Self.longestLine }) {
        left.append(LeftQuestion(name: question.name, reason: .tooLong))
      } else {
        fences.append(fence)
      }
    }
    var text = Self.front(id: id, title: title, minutes: min(600, max(1, fences.count * 2)))
    for (place, start) in stride(from: 0, to: fences.count, by: max(1, each)).enumerated() {
      let end = min(start + max(1, each), fences.count)
      text += "\n## Question \(start + 1) {#question-\(place + 1)}\n\n"
      text += "Answer in your own words or by the number of an option.\n\n"
      text += fences[start..<end].joined(separator: "\n")
    }
    return (text, left)
  }

  /// What a lesson takes (`LessonLimits`).
  private static let mostSteps = 100
  private static let longestLine = 4_000

  private static func front(id: String, title: String, minutes: Int) -> String {
    let quoted = cleaned(title).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return """
      ---
      format: 1
      lesson: \(id)
      title: "\(quoted)"
      minutes: \(minutes)
      seed: 1
      world: cafe
      ---

      """
  }
}

extension PortableQuestion {
  /// The question as a fence of the lesson language.
  public var fence: String {
    "```quiz \(name)\nask: " + Self.folded(text) + answers + "```\n"
  }

  private var answers: String {
    switch kind {
    case .choose(let options):
      "choose:\n"
        + options.map { option in
          (option.isRight ? "(x) " : "( ) ") + Self.piece(option.text).withoutColons + " :: "
            + Self.piece(option.feedback) + "\n"
        }.joined()
    case .type(let ideas):
      "type:\n"
        + ideas.map { idea in
          let phrases = idea.phrases.map(Self.phrase).joined(separator: " | ")
          return (idea.isRight ? "right: " : "wrong \(slug(idea.name)): ") + phrases + "\n"
            + (idea.isRight ? "  why: " : "  say: ") + Self.piece(idea.feedback) + "\n"
        }.joined()
    case .number(let number):
      "number:\nright: " + Self.target(number.right, number.unit) + "\n  why: "
        + Self.piece(number.feedback) + "\n"
        + number.wrong.map { wrong in
          "wrong \(wrong.name): " + Self.target(wrong.target, number.unit) + "\n  say: "
            + Self.piece(wrong.feedback) + "\n"
        }.joined()
    case .order(let items):
      "order:\n" + items.map { "  " + Self.piece($0) + "\n" }.joined()
    }
  }

  /// A number below zero is a formula in the lesson language.
  private static func target(_ target: Number.Target, _ unit: String?) -> String {
    let value = target.value.hasPrefix("-") ? "${\(target.value)}" : target.value
    return value + (unit.map { " " + $0 } ?? "") + " ± " + target.tolerance
  }

  /// Several lines, the later ones indented far enough to open no fence.
  private static func folded(_ text: String) -> String {
    let lines = cleanedLines(text).map { $0.trimmed.asText }
    return lines.enumerated().map { place, line in
      (place == 0 || line.isEmpty ? "" : "    ") + line + "\n"
    }.joined()
  }

  private static func piece(_ text: String) -> String {
    let line = cleanedLines(text).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
    return line.asText
  }

  /// A phrase is looked for as it stands: nothing in it is filled in.
  private static func phrase(_ text: String) -> String {
    cleanedLines(text).map(\.trimmed).joined(separator: " ").replacing("|", with: "/")
  }
}

extension String {
  /// Without places that a world would fill in.
  fileprivate var asText: String { replacing("${", with: "\\${") }

  /// Two colons part an option from what is said to it.
  fileprivate var withoutColons: String {
    reduce(into: "") { text, character in
      if character == ":", text.last == ":" { text += " " }
      text.append(character)
    }
  }
}
