import Foundation
import Testing

@testable import Lab

struct `The lessons of the house` {
  private static let files: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Lessons").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }
  }()

  static let paths = files.filter { $0.hasSuffix(".lab.md") }

  private static let scenes = Scenes(
    files: files.compactMap { path in
      (try? Data(contentsOf: URL(filePath: path))).map {
        (URL(filePath: path).lastPathComponent, Array($0))
      }
    }
  )

  @Test(arguments: paths)
  func `each reads without a finding`(path: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let reading = LessonReading(bytes, scenes: Self.scenes)
    #expect(reading.diagnostics.map(\.description) == [])
    let lesson = try #require(reading.lesson)
    #expect(path.hasSuffix("/\(lesson.id).lab.md"))
  }

  @Test func `in the lesson about TTLs nothing is said of a stop before it`() throws {
    let path = try #require(Self.paths.first { $0.hasSuffix("/ttl.lab.md") })
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let lesson = try #require(LessonReading(bytes, scenes: Self.scenes).lesson)
    let place = try #require(lesson.steps.firstIndex { $0.id == "move" })
    let reports = lesson.steps[place].look(at: lesson.beginnings[place])
    let drained = try #require(reports.first { $0.id == "drained" })
    #expect(!drained.status.isMet)
  }

  @Test(arguments: paths)
  func `each judge agrees with its author`(path: String) throws {
    let lesson = try #require(
      LessonReading(Array(try Data(contentsOf: URL(filePath: path))), scenes: Self.scenes).lesson
    )
    for quiz in lesson.steps.flatMap(\.quizzes) {
      guard case .type(let free) = quiz.kind else { continue }
      let judge = Judge(ideas: free.ideas, question: quiz.question.plainText ?? "")
      for row in free.cases {
        let verdict = judge.judge(row.response)
        #expect(verdict.isRight == row.isRight, "\(quiz.name): \(row.response) is \(verdict)")
      }
    }
  }
}
