import CafeWorld
import Foundation
import Gradebook
import Lab
import OrderedCollections
import Terminal
import Testing

@testable import Tutor

/// A learner who works under rules, on a lesson or before a pack.
struct RuledRoom {
  var session: Session

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: "Lessons/cafe-quiz.lab.md")))
  }

  static func lesson() throws -> Lesson {
    try #require(LessonReading(try bytes(), id: "cafe-quiz").lesson)
  }

  /// On the whole lesson, in its first step.
  init(_ rules: Rules) throws {
    let lesson = try Self.lesson()
    session = Session(
      attempt: Attempt(atLesson: lesson, seed: 11),
      lesson: lesson,
      library: Library(files: []),
      display: Display(width: 80, colour: false, linear: true),
      rules: rules
    )
    _ = session.update(.greet)
  }

  /// Before a pack of the whole lesson; `greeting` is what is said first.
  static func quiz() throws -> (room: RuledRoom, dealt: DealtQuiz, greeting: String) {
    let dealt = try standard.get()
    var room = RuledRoom(dealt)
    let greeting = said(room.session.update(.greet))
    return (room, dealt, greeting)
  }

  /// Made once, since every item of it is proven.
  static let standard = Result { try dealt(learner: "ana", "cafe-quiz", try bytes()) }

  static func dealt(
    learner: String,
    _ id: String,
    _ bytes: [UInt8],
    changes: FrontMatter.Grade = FrontMatter.Grade()
  ) throws -> DealtQuiz {
    let reading = LessonReading(bytes, id: id)
    let lesson = try #require(reading.lesson, "\(reading.diagnostics)")
    let plan = try QuizPlan(lessons: [lesson], mode: .graded, changes: changes)
    let secret = [UInt8](repeating: 3, count: 32)
    let seeds = QuizMaking.seeds(1, secret: secret)
    let proof = QuizProof(of: plan, seeds: seeds, engine: Session.engine) {
      LessonReading(bytes, id: $0, variant: $1)
    }
    let person = Learner(id: learner, name: learner, columns: [])
    let key = try QuizMaking(plan: plan, proof: proof, seeds: seeds).keyPack(
      QuizMaking.Randomness(
        id: "00112233445566aa",
        secret: secret,
        signingKey: secret,
        sealingKey: secret
      ),
      files: [QuizFile(name: id + ".lab.md", text: String(decoding: bytes, as: UTF8.self))],
      learners: [person],
      engine: Session.engine,
      made: 0
    )
    return try ItemBank(key.learnerPack).dealt(key.code(of: person))
  }

  init(_ dealt: DealtQuiz, attempt: Attempt? = nil) {
    session = Session(
      attempt: attempt ?? Attempt(dealt.beginning),
      lesson: dealt.lesson,
      library: Library(files: []),
      display: Display(width: 80, colour: false, linear: true),
      rules: dealt.quiz.rules,
      quiz: dealt
    )
  }

  static func said(_ effects: [Effect]) -> String {
    effects.compactMap { if case .print(let text) = $0 { text.text } else { nil } }
      .joined(separator: "\n")
  }

  @discardableResult
  mutating func type(_ lines: String...) -> String {
    lines.map { Self.said(session.update(.line($0))) }.joined(separator: "\n")
  }

  /// Whether the line is taken.
  mutating func accepts(_ line: String) -> Bool {
    session.update(.line(line)).contains {
      if case .report(let report) = $0 { report.accepted } else { false }
    }
  }

  mutating func must(accept line: String) {
    let isTaken = accepts(line)
    #expect(isTaken, "\(line)")
  }

  mutating func must(refuse line: String) {
    let isTaken = accepts(line)
    #expect(!isTaken, "\(line)")
  }

  mutating func must(say words: String, after line: String) {
    let text = type(line)
    #expect(text.contains(words), "\(line): \(text)")
  }

  var kinds: [String] { session.attempt.rows.map(\.entry.move.kind) }
}
