internal import CCmark
import FoundationEssentials
public import Lab
import Mustache

/// A lesson on paper: its prose and figures, its tasks and questions, and room to write.
public struct Handout: Sendable {
  private let page: MustacheTemplate

  /// The file below `Assets/` that is filled in.
  static let path = "author/handout.html"

  /// Whether a page is a handout, which can be made again.
  public static func wrote(_ page: String) -> Bool {
    page.contains(#"<meta name="generator" content="cafe author handout">"#)
  }

  /// `asset` gives a text of `Assets/` by its path.
  ///
  /// - Throws: where the page is no template.
  public init(_ asset: (String) -> String?) throws {
    page = try MustacheTemplate(string: asset(Self.path) ?? "")
  }

  /// The page of a lesson, with the numbers of the world of its own seed; nothing in it is loaded
  /// from elsewhere.
  ///
  /// `asset`: the text of a figure by its path.
  public func html(of lesson: Lesson, asset: (String) -> String?) -> String {
    let steps = zip(lesson.steps, lesson.beginnings).map { step, situation -> [String: Any] in
      let evaluator = Evaluator(situation)
      return [
        "heading": pageText(step.title),
        "blocks": step.blocks.compactMap { Self.block($0, of: step, evaluator, asset) },
        "hasTask": !step.conditions.isEmpty,
        "conditions": step.conditions.map {
          ["label": pageText(evaluator.text($0.label)), "points": Self.points($0.points)]
        },
      ]
    }
    return page.render([
      "title": pageText(lesson.front.title),
      "minutes": lesson.front.minutes,
      "hasGoals": !lesson.front.goals.isEmpty,
      "goals": lesson.front.goals.map(pageText),
      "steps": steps,
    ])
  }

  private static func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }

  private static func block(
    _ block: Block,
    of step: Step,
    _ evaluator: Evaluator,
    _ asset: (String) -> String?
  ) -> [String: Any]? {
    switch block {
    case .prose(let text): ["isProse": true, "html": markdown(evaluator.text(text))]
    case .figure(let figure): self.figure(figure, asset)
    case .fence(.predict, let name):
      name.flatMap { step[prediction: $0] }.map { prediction in
        let texts = [prediction.story, prediction.question].compactMap { $0 }
        return question(texts.map { evaluator.text($0) }.joined(separator: "\n\n"), options: [])
      }
    case .fence(.quiz, let name):
      name.flatMap { step[quiz: $0] }.map { quiz in
        question(evaluator.text(quiz.question), options: quiz.shown(evaluator))
      }
    case .fence: nil
    }
  }

  private static func question(_ text: String, options: [String]) -> [String: Any] {
    [
      "isQuestion": true, "html": markdown(text), "isChoice": !options.isEmpty,
      "options": options.map(pageText),
    ]
  }

  /// As a picture that runs no script and loads nothing; else its text form; else its caption.
  private static func figure(
    _ figure: Figure,
    _ asset: (String) -> String?
  ) -> [String: Any] {
    let caption = pageText(figure.text)
    if let svg = asset(figure.path), figure.path.hasSuffix(".svg") {
      let source = "data:image/svg+xml;base64," + Data(svg.utf8).base64EncodedString()
      return ["isPicture": true, "source": source, "caption": caption]
    }
    let drawing = asset(figure.textPath) ?? ""
    return ["isDrawing": true, "drawing": pageLines(drawing), "caption": caption]
  }

  /// CommonMark as HTML; raw HTML in it is left out, and so are links that could run something.
  private static func markdown(_ text: String) -> String {
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8
    guard let html = unsafe cmark_markdown_to_html(text, text.utf8.count, options) else {
      return ""
    }
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(html) }
    return unsafe String(cString: html)
  }
}
