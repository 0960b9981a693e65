/// A page that teaches one part of the lesson language.
public enum AuthorTopic: String, CaseIterable, Sendable {
  // In this order their examples make one lesson.
  case lesson, step, vars, predict, task, ways, quiz, text, extras, demo, tests
  case time, grade, prove

  /// The file of the page, below `Assets/`.
  public var path: String { "author/help/\(rawValue).md" }

  /// One line about it.
  public var summary: String {
    switch self {
    case .lesson: "the file and its front matter"
    case .step: "a step: a heading with an id, and prose"
    case .vars: "what differs from learner to learner"
    case .predict: "what the engine answers, and misconceptions"
    case .task: "conditions, with points, tests and what is said"
    case .ways: "the solution, other ways, and mistakes"
    case .quiz: "questions with options, numbers, an order"
    case .text: "questions that are answered in words"
    case .extras: "setup, hints, figures, notes"
    case .demo: "what a presenter shows, and what the room is asked"
    case .tests: "the language of tests"
    case .time: "tests that look ahead, and what takes time"
    case .grade: "what counts in class mode and in quizzes"
    case .prove: "what check and mutate prove; accepting a survivor"
    }
  }

  /// The list of all pages, in Markdown.
  public static var overview: String {
    let pages = allCases.map { "- `cafe author help \($0.rawValue)` – \($0.summary)" }
    return """
      Write a lesson in four moves: `cafe author new NAME` makes one that works. `cafe author try
      NAME.lab.md` plays it as a learner, and takes up each change of the file. `cafe author check
      NAME.lab.md` proves it. `cafe author mutate NAME.lab.md` proves that it would notice a flaw.
      `cafe author record` writes down what you play; `cafe author --help` has the rest.

      \(pages.joined(separator: "\n"))
      """
  }
}
