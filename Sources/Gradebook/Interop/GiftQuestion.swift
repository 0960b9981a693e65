/// One block of GIFT as a question; nil where it is none, such as a category.
struct GiftQuestion {
  let question: PortableQuestion?
  /// What lessons cannot say of it, and how it is taken instead.
  let changes: [ChangedAnswer]

  init(_ block: String, _ names: inout GiftNames) throws(LeftQuestion) {
    var marks = GiftMarks(block.trimmed)
    guard !block.trimmed.hasPrefix("$CATEGORY") else {
      question = nil
      changes = []
      return
    }
    var title: String?
    if marks.place(of: "::") == marks.marks.startIndex {
      let start = marks.marks.startIndex + 2
      if let end = marks.place(of: "::", from: start) {
        title = GiftMarks(marks.marks[start..<end]).text.trimmed
        marks = marks.from(end + 2)
      }
    }
    let name = names.name(for: title)
    func left(_ reason: LeftQuestion.Reason) -> LeftQuestion {
      LeftQuestion(name: title ?? name, reason: reason)
    }
    let opening = marks.place(of: "{")
    let closing = marks.place(of: "}")
    guard let opening, let closing, opening < closing else {
      throw left(opening == nil && closing == nil ? .noSuchKind("descriptive") : .openBrace)
    }
    let rest = marks.from(closing + 1)
    let gap = rest.isEmpty ? "" : "_____" + rest.text
    let (asked, format) = Self.withoutFormat(marks.upTo(opening).text + gap)
    var answers = GiftAnswers(
      GiftMarks(marks.marks[(opening + 1)..<closing]),
      format: format
    )
    let text = Self.plain(asked, format: format)
    if text.isEmpty { throw left(.nothingAsked) }
    do throws(LeftQuestion.Reason.Thrown) {
      question = PortableQuestion(name: name, text: text, kind: try answers.kind())
    } catch {
      throw left(error.reason)
    }
    changes = answers.partly.map { answer in
      ChangedAnswer(
        question: title ?? name,
        answer: answer.text,
        percent: PortableQuestion.Number.Target.digits(answer.percent)
      )
    }
  }

  /// How a text is written: `[html]`, `[markdown]` and so on stand at its start.
  static func withoutFormat(_ text: String) -> (text: String, format: String) {
    let text = text.trimmed
    for format in ["html", "markdown", "plain", "moodle"] where text.hasPrefix("[\(format)]") {
      return (String(text.dropFirst(format.count + 2)).trimmed, format)
    }
    return (text, "moodle")
  }

  /// A text without the tags that Moodle's editor puts around it.
  static func plain(_ text: String, format: String) -> String {
    guard format == "html" || format == "moodle" else { return text.trimmed }
    var plain = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      plain += rest[..<start]
      let after = rest.index(after: start)
      let isTag = after < rest.endIndex && (rest[after].isLetter || rest[after] == "/")
      guard isTag, let end = rest[start...].firstIndex(of: ">") else {
        plain += "<"
        rest = rest[after...]
        continue
      }
      if ["<p", "<b", "</p", "<l"].contains(where: { rest[start...].hasPrefix($0) }) {
        plain += " "
      }
      rest = rest[rest.index(after: end)...]
    }
    plain += rest
    for (entity, text) in entities { plain = plain.replacing(entity, with: text) }
    return plain.split(separator: " ").joined(separator: " ").trimmed
  }

  private static let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
    ("&amp;", "&"),
  ]
}

extension LeftQuestion.Reason {
  /// A reason before the question has its name.
  struct Thrown: Error {
    let reason: LeftQuestion.Reason
  }
}
