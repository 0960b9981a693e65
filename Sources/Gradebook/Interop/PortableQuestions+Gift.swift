extension PortableQuestions {
  /// The questions as Moodle's GIFT, which Moodle and other systems take in.
  ///
  /// Items to be put in order become pairs of a place and an item, since GIFT has no such question.
  public func gift(title: String) -> String {
    let head = "// " + cleaned(title) + "\n\n"
    return head + questions.map { $0.gift + "\n\n" }.joined()
  }
}

extension PortableQuestion {
  fileprivate var gift: String {
    let asked = Self.escaped(giftText)
    return "::" + Self.escaped(name) + "::[markdown]" + asked + " {" + giftAnswers + "\n}"
  }

  /// A unit has no place of its own, so it is said in the question.
  private var giftText: String {
    if case .number(let number) = kind, let unit = number.unit { return text + " (in \(unit))" }
    return text
  }

  private var giftAnswers: String {
    switch kind {
    case .choose(let options):
      options.map { option in
        // A weight of its own keeps a percentage in the text from being read as one.
        let sign = option.isRight ? "=" : option.text.hasPrefix("%") ? "~%0%" : "~"
        return "\n\t" + sign + Self.answer(option.text, option.feedback)
      }.joined()
    case .type(let ideas):
      ideas.flatMap { idea in
        idea.phrases.map { phrase in
          "\n\t=%" + (idea.isRight ? "100" : "0") + "%"
            + Self.answer(Self.withoutArrow(phrase), Self.withoutArrow(idea.feedback))
        }
      }.joined()
    case .number(let number):
      "#" + Self.answer(number.right, weight: 100, number.feedback)
        + number.wrong.map { Self.answer($0.target, weight: 0, $0.feedback) }.joined()
    case .order(let items):
      items.enumerated().map { place, item in
        "\n\t=\(place + 1) -> " + Self.escaped(Self.withoutArrow(item))
      }.joined()
    }
  }

  private static func answer(_ text: String, _ feedback: String) -> String {
    escaped(text) + (feedback.isEmpty ? "" : "#" + escaped(feedback))
  }

  private static func answer(_ target: Number.Target, weight: Int, _ feedback: String) -> String {
    "\n\t=%\(weight)%" + target.value + ":" + target.tolerance
      + (feedback.isEmpty ? "" : "#" + escaped(feedback))
  }

  /// An arrow would make pairs of answers, and nothing escapes it.
  private static func withoutArrow(_ text: String) -> String {
    text.replacing("->", with: "→")
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in cleanedLines(text).joined(separator: "\n").unicodeScalars {
      if scalar == "\n" {
        escaped += "\\n"
      } else {
        if "\\~=#{}:".unicodeScalars.contains(scalar) { escaped += "\\" }
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
