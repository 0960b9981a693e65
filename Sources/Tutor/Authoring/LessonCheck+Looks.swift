public import Lab
import Terminal

extension LessonCheck {
  /// What of the lesson does not fit a terminal of eighty columns, and figures that cannot be shown
  /// on any.
  ///
  /// `asset`: the text of a file below `Assets/`, nil where there is none.
  public func remarksOnLooks(asset: (String) -> String?) -> [Remark] {
    guard let lesson = lessons.first else { return [] }
    return lesson.steps.flatMap { step in
      step.blocks.flatMap { block -> [Remark] in
        switch block {
        case .prose(let text): wideLines(of: text, in: step) + tables(in: text, of: step)
        case .figure(let figure): remarks(on: figure, in: step, asset)
        case .fence: []
        }
      } + brokenHints(of: step)
    }
  }

  /// Each line of a `hint` fence is a hint, unless it is indented; one that ends in the middle of a
  /// sentence was meant to go on.
  private func brokenHints(of step: Step) -> [Remark] {
    step.hints.map(\.text.description).filter { text in
      guard let last = text.last(where: { !"*_)”\"'".contains($0) }) else { return false }
      return !".?!:…`}".contains(last)
    }.map { text in
      remark(
        "P073",
        "This hint ends in the middle of a sentence, and the next line is a hint of its own.",
        fix: "Indent the lines that go on, or end it with a full stop.",
        at: position(of: text.split(separator: "\n").last.map(String.init) ?? text, in: step),
        step
      )
    }
  }

  /// Tables are no part of CommonMark, so their bars would be shown as they stand.
  private func tables(in text: Template, of step: Step) -> [Remark] {
    let rows = text.description.split(separator: "\n").filter {
      $0.hasPrefix("|") && $0.count { $0 == "|" } > 2
    }
    return rows.prefix(1).map { row in
      remark(
        "P074",
        "A table is not shown as one.",
        fix: "Make a list of it, or put it into a block of code.",
        at: position(of: String(row), in: step),
        step
      )
    }
  }

  /// A line of code is indented by four columns; what is wider is broken in two.
  private func wideLines(of text: Template, in step: Step) -> [Remark] {
    let room = Display().proseWidth
    let code = text.codeLines.filter { Styled($0).width > room - 4 }.map { line in
      remark(
        "P070",
        "This line of code has \(Styled(line).width) columns; \(room - 4) can be seen at once.",
        fix: "Break it in two.",
        at: position(of: line, in: step),
        step
      )
    }
    let words = text.description.split { $0.isWhitespace }.filter {
      Styled(String($0)).width > room
    }
    return code
      + words.map { word in
        remark(
          "P070",
          "This word has \(Styled(String(word)).width) columns; a line has \(room).",
          fix: "Shorten it, or put it into a block of code of its own.",
          at: position(of: String(word), in: step),
          step
        )
      }
  }

  private func remarks(
    on figure: Figure,
    in step: Step,
    _ asset: (String) -> String?
  ) -> [Remark] {
    let room = Display().proseWidth
    guard figure.path.hasSuffix(".svg"), asset(figure.path) != nil else {
      return [
        remark(
          "P072",
          figure.path.hasSuffix(".svg")
            ? "There is no figure \(figure.path)." : "The figure \(figure.path) is no SVG.",
          fix: "Put an SVG beside the lesson, or into `Assets` beside its folder.",
          at: figure.position,
          step
        )
      ]
    }
    guard let text = asset(figure.textPath) else {
      return [
        remark(
          "P071",
          "The figure \(figure.path) has no text form, so a terminal shows only its caption.",
          fix: "Draw it in a file of text beside it: \(figure.textPath).",
          at: figure.position,
          step
        )
      ]
    }
    let widest = Styled(text).width
    guard widest > room else { return [] }
    return [
      remark(
        "P070",
        "The text form of \(figure.path) has \(widest) columns; \(room) can be shown.",
        fix: "Draw it narrower.",
        at: figure.position,
        step
      )
    ]
  }

  private func remark(
    _ code: String,
    _ message: String,
    fix: String,
    at position: SourcePosition,
    _ step: Step
  ) -> Remark {
    Remark(position: position, code: code, step: step.id, message: message, fix: fix)
  }
}
