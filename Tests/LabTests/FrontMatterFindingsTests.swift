import Testing

@testable import Lab

struct `Findings in the front matter` {
  struct Row: CustomTestStringConvertible {
    let code: String
    let change: (from: String, to: String)
    var fix: String?
    var testDescription: String { "\(code) \(change.to)" }
  }

  static let rows: [Row] = [
    Row(
      code: "L010",
      change: ("---\nformat: 1", "1️⃣format: 1"),
      fix: "Begin with a line `---`, then `format: 1`, and so on."
    ),
    Row(code: "L011", change: ("---\n## A", "## A"), fix: "End it with a line `---`."),
    Row(code: "L012", change: ("seed: 7", "seed: 7\n1️⃣sed: 7"), fix: "Did you mean `seed`?"),
    Row(
      code: "L012",
      change: ("seed: 7", "seed: 7\ngrade:\n  1️⃣trie: 3"),
      fix: "Did you mean `tries`?"
    ),
    Row(code: "L013", change: ("title: A trial\n", "")),
    Row(code: "L014", change: ("title: A trial", "title: \"A trial")),
    Row(code: "L014", change: ("seed: 7", "seed: 7\nseed: 8")),
    Row(code: "L015", change: ("seed: 7", "seed: 7\ngoals: 1️⃣one")),
    Row(code: "L015", change: ("title: A trial", "title: 1️⃣[a, b]")),
    Row(code: "L016", change: ("minutes: 5", "minutes: 1️⃣soon")),
    Row(code: "L016", change: ("minutes: 5", "minutes: 1️⃣0")),
    Row(code: "L016", change: ("seed: 7", "seed: 1️⃣no")),
    Row(
      code: "L019",
      change: ("world: cafe", "world: 1️⃣caff"),
      fix: "Did you mean `cafe`?"
    ),
    Row(code: "L016", change: ("lesson: trial", "lesson: 1️⃣No Way")),
    Row(code: "L017", change: ("format: 1", "format: 1️⃣2")),
    Row(code: "L018", change: ("title: A trial", "title: \(String(repeating: "[", count: 2_000))")),
    Row(code: "L018", change: ("title: A trial", "title:\n - - - - - a")),
  ]

  @Test(arguments: rows)
  func `each is found where it stands`(row: Row) throws {
    let whole = MarkedLesson.front + "## A step {#step}\n\nProse.\n"
    let range = try #require(whole.firstRange(of: row.change.from))
    let lesson = MarkedLesson(whole.replacingCharacters(in: range, with: row.change.to))
    let found = lesson.reading.diagnostics
    #expect(found.map(\.code) == [row.code])
    if let marker = lesson.marker { #expect(found.first?.position == marker) }
    if let fix = row.fix { #expect(found.first?.fix == fix) }
  }

  @Test func `text stays text`() throws {
    let text = MarkedLesson.front
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == "title: A trial" ? "title: no" : $0 == "minutes: 5" ? "minutes: 08" : $0 }
      .joined(separator: "\n")
    let lesson = try #require(MarkedLesson(text + "## A {#a}\n").reading.lesson)
    #expect(lesson.front.title == "no")
    #expect(lesson.front.minutes == 8)
  }
}

extension String {
  func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
