@testable import Lab

/// A lesson file whose text holds a 1️⃣ where a finding is expected.
struct MarkedLesson {
  let text: String
  let marker: SourcePosition?

  static let front = """
    ---
    format: 1
    lesson: trial
    title: A trial
    minutes: 5
    seed: 7
    world: cafe
    ---

    """

  init(_ marked: String) {
    var position: SourcePosition?
    var lines: [String] = []
    for (index, line) in marked.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if let mark = line.firstIndex(of: "1️⃣") {
        position = SourcePosition(line: index + 1, column: line[..<mark].count + 1)
      }
      lines.append(line.filter { $0 != "1️⃣" })
    }
    marker = position
    text = lines.joined(separator: "\n")
  }

  /// A lesson of one step that holds this.
  init(step: String) {
    self.init(Self.front + "## A step {#step}\n\nProse.\n\n" + step)
  }

  /// A step with a task of these lines and an empty way to solve it.
  init(task: String) {
    self.init(step: "```task\n\(task)\n```\n\n```solve\nwait 1s\n```\n")
  }

  var reading: LessonReading { LessonReading(Array(text.utf8)) }
}
