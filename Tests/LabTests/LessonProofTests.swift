import Foundation
import Testing

@testable import Lab

struct `Proving the lessons of the house` {
  static let seeds: [UInt64] = Array(1...20)

  static let lessons: [Lesson] = `The lessons of the house`.paths.compactMap { path in
    (try? Data(contentsOf: URL(filePath: path))).flatMap { LessonReading(Array($0)).lesson }
  }

  @Test
  func `every query is known and every judge agrees with its author`() {
    #expect(!Self.lessons.isEmpty)
    for lesson in Self.lessons {
      #expect(Proof(of: lesson).findings.map(\.description) == [])
    }
  }

  @Test(arguments: seeds)
  func `whatever the seed, every way ends as the lesson says`(seed: UInt64) {
    for lesson in Self.lessons {
      #expect(Proof(of: lesson, seed: seed).findings.map(\.description) == [])
    }
  }
}
