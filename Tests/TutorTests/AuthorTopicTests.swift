import Foundation
import Gradebook
import Lab
import OrderedCollections
import Terminal
import Testing

@testable import Tutor

/// The pages that teach the lesson language, and what `cafe author new` writes.
struct `Learning to write lessons` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func asset(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: "Assets/\(path)"), encoding: .utf8)) ?? ""
  }

  /// The examples of a page that are marked with a word.
  private static func examples(_ word: String, on topics: [AuthorTopic]) -> [String] {
    topics.flatMap { topic -> [String] in
      var examples: [String] = []
      var lines: [Substring]?
      for line in asset(topic.path).split(separator: "\n", omittingEmptySubsequences: false) {
        if line == "~~~~\(word)" {
          lines = []
        } else if line == "~~~~", let example = lines {
          examples.append(example.joined(separator: "\n"))
          lines = nil
        } else {
          lines?.append(line)
        }
      }
      return examples
    }
  }

  /// The lesson that the pages make when their examples stand below one another.
  private static let lesson =
    examples("lesson", on: AuthorTopic.allCases)
    .joined(separator: "\n\n") + "\n"

  private static func expectSound(_ text: String) throws {
    let check = LessonCheck(Array(text.utf8), id: nil, scenes: Scenes(), seeds: Array(1...20))
    #expect(check.remarks(check.jobs.flatMap { $0.run() }).map(\.message) == [])
    #expect(check.remarksOnLooks { _ in nil }.map(\.message) == [])
    let trial = LessonTrial(try #require(check.lessons.first))
    let outcome = trial.outcome(trial.jobs.flatMap { $0.run() })
    #expect(outcome.remarks.map { "\($0.message) \($0.fix ?? "")" } == [])
    #expect(outcome.score == 100)
  }

  @Test(arguments: AuthorTopic.allCases)
  func `a page fits a screen, with the line that asked for it and the next prompt`(
    topic: AuthorTopic
  ) {
    let text = Self.asset(topic.path)
    #expect(!text.isEmpty)
    for width in [80, 60] {
      let page = Markdown(text).drawn(on: Display(width: width, colour: false))
      #expect(page.width <= width)
      if width == 80 { #expect(page.lines.count <= 22, "\(topic): \(page.lines.count) lines") }
    }
  }

  @Test func `the list of pages fits a screen and names each`() {
    let page = Markdown(AuthorTopic.overview).drawn(on: Display(width: 80, colour: false))
    #expect(page.lines.count <= 22)
    for topic in AuthorTopic.allCases { #expect(page.text.contains("help \(topic.rawValue)")) }
  }

  @Test func `the examples make a lesson that is proved and notices every mutant`() throws {
    try Self.expectSound(Self.lesson)
  }

  @Test func `the page of hints says how one gets a price of its own`() throws {
    let lesson = try #require(LessonReading(Array(Self.lesson.utf8)).lesson)
    let prices = lesson.steps.flatMap(\.hints).map(\.price)
    #expect(prices.contains(2) && prices.contains(nil))
    #expect(Self.asset(AuthorTopic.extras.path).contains("`2 |`"))
  }

  @Test func `every example of a test can be read, and names properties that there are`() throws {
    let tests = Self.examples("tests", on: AuthorTopic.allCases).flatMap {
      $0.split(separator: "\n")
    }
    #expect(tests.count > 5)
    for text in tests {
      let test = try Lab.Test(parsing: String(text))
      #expect(test.queries.allSatisfy { $0.isKnown }, "\(text)")
    }
    let values = Self.examples("values", on: AuthorTopic.allCases)
      .flatMap { $0.split(separator: "\n") }
    #expect(!values.isEmpty)
    for value in values {
      let text = Self.lesson.replacing("A demo can end", with: "A demo, ${\(value)}, can end")
      let reading = LessonReading(Array(text.utf8))
      #expect(reading.diagnostics.map(\.description) == [], "\(value)")
    }
  }

  @Test func `the example of rules makes a lesson that a class can be graded by`() throws {
    let example = try #require(Self.examples("grade", on: [.grade]).first)
    let text = Self.lesson.replacing("goals:\n", with: example + "\ngoals:\n")
    let reading = LessonReading(Array(text.utf8), id: "the-menu")
    #expect(reading.diagnostics.map(\.description) == [])
    let lesson = try #require(reading.lesson)
    let grade = lesson.front.grade
    #expect(grade.tries == [5, 3, 1] && grade.minutes == 30 && grade.pass == 60)
    #expect(grade.allowances == [.hint: .priced(1), .showMe: .off])
    #expect(grade.feedback == .which)
    let shown = try #require(grade.shown)
    let conditions = lesson.steps.flatMap(\.conditions).map(\.id)
    for id in ["exists", "leads"] {
      #expect(shown.contains(id, in: "menu") && conditions.contains(id))
    }
    _ = try QuizPlan(lessons: [lesson], mode: .graded)
    // Whatever may stand there is named on the page.
    let page = Self.asset(AuthorTopic.grade.path)
    let others = ["tries", "minutes", "pass", "feedback", "silent", "shown", "supervised"]
    let keys = RuledVerb.allCases.map(\.rawValue) + others + ["start", "draw"]
    for key in keys { #expect(page.contains("`\(key)") || page.contains("  \(key):"), "\(key)") }
  }

  @Test func `the example of an acceptance can be read`() {
    let examples = Self.examples("accept", on: AuthorTopic.allCases)
    #expect(!examples.isEmpty)
    for example in examples {
      let text = Self.lesson.replacing("```solve\n", with: "```solve\n\(example)\n")
      #expect(LessonReading(Array(text.utf8)).diagnostics.map(\.description) == [])
    }
  }

  @Test func `a new lesson is sound as it is`() throws {
    let text = NewLesson.text(of: Self.asset(NewLesson.path), id: "two-kitchens", title: nil)
    let reading = LessonReading(Array(text.utf8), id: "two-kitchens")
    #expect(reading.lesson?.front.title == "Two kitchens")
    try Self.expectSound(text)
  }

  @Test(arguments: ["It's: a \"test\"", "{{id}}", "# no", "- x\nseed: 3"])
  func `any title can be given`(title: String) {
    let text = NewLesson.text(of: Self.asset(NewLesson.path), id: "x", title: title)
    let lesson = LessonReading(Array(text.utf8), id: "x").lesson
    #expect(lesson?.front.title == title.replacing("\n", with: ""))
    #expect(lesson?.front.seed == 7)
  }
}
