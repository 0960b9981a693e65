import Foundation
import Lab
import Terminal
import Testing

@testable import Tutor

/// A learner in a step of the café lesson, whose steps before it were solved.
struct Classroom {
  var session: Session

  init(at step: String, seed: UInt64? = nil, width: Int = 80, linear: Bool = true) throws {
    let lesson = try #require(Self.lesson)
    session = Session(
      attempt: Attempt(atLesson: lesson, seed: seed),
      lesson: lesson,
      library: Library(files: []),
      display: Display(width: width, colour: false, linear: linear),
      asset: Self.asset
    )
    _ = session.jump(to: step)
  }

  /// A learner before the first step of another lesson.
  init(before lesson: Lesson, library: Library = Library(files: [])) {
    session = Session(
      attempt: Attempt(atLesson: lesson),
      lesson: lesson,
      library: library,
      display: Display(width: 80, colour: false, linear: true)
    )
  }

  /// A lesson that is made up of these steps.
  static func draft(_ steps: String) throws -> Lesson {
    let reading = LessonReading(draftFile(steps))
    return try #require(reading.lesson, "\(reading.diagnostics)")
  }

  /// The file of such a lesson.
  static func draftFile(_ steps: String) -> [UInt8] {
    let front =
      "---\nformat: 1\nlesson: draft\ntitle: A draft\nminutes: 1\nseed: 7\nworld: cafe\n---\n"
    return Array((front + steps).utf8)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let lesson: Lesson? = {
    let path = root.appending(path: "Lessons/cafe-failover.lab.md")
    return (try? Data(contentsOf: path)).flatMap { LessonReading(Array($0)).lesson }
  }()

  private static func asset(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: "Assets/\(path)"), encoding: .utf8)
  }

  /// Types lines and gives what was said, a line's text after another.
  @discardableResult
  mutating func type(_ lines: String...) -> String {
    lines.flatMap { session.update(.line($0)) }.compactMap { effect in
      switch effect {
      case .print(let text): text.text
      case .fastForward(let stretch): stretch.lines.map(\.text.text).joined(separator: "\n")
      default: nil
      }
    }.joined(separator: "\n")
  }

  /// Whether the line was taken for what it should be.
  mutating func accepts(_ line: String) -> Bool {
    session.update(.line(line)).contains {
      if case .report(let report) = $0 { report.accepted } else { false }
    }
  }

  var isDone: Bool { session.reports.allSatisfy(\.status.isMet) }
}

extension String {
  /// On one line, however it was wrapped.
  var unwrapped: String { split { " \n".contains($0) }.joined(separator: " ") }
}
