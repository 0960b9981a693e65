import Foundation
import Lab
import Terminal
import Testing

@testable import Tutor

struct `The whole lesson, typed into a session` {
  static let lesson: Lesson? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "Lessons/cafe-failover.lab.md")
    return (try? Data(contentsOf: path)).flatMap { LessonReading(Array($0)).lesson }
  }()

  let lesson: Lesson
  var session: Session

  init() throws {
    let lesson = try #require(Self.lesson)
    self.lesson = lesson
    session = Session(
      attempt: Attempt(atLesson: lesson),
      lesson: lesson,
      library: Library(files: []),
      display: Display(width: 80, linear: true)
    )
    _ = session.update(.greet)
  }

  @Test
  mutating func `the model solutions and right answers reach every point and the end`() {
    for step in lesson.steps {
      #expect(session.attempt.step == step.id)
      for command in step.solution { type(command.text) }
      for quiz in step.quizzes { type("answer " + rightResponse(to: quiz)) }
      #expect(session.attempt.record.isDone(step), "\(step.id)")
      if step.id != lesson.steps.last?.id { type("next") }
    }
    let points = session.attempt.record.points(of: lesson)
    #expect(points.earned == points.possible)
    #expect(points.possible > 0)
    #expect(said(type("next")).contains("The lesson ends here: \(points.possible) of"))
  }

  @Test
  mutating func `predictions may be answered on the way`() {
    for step in lesson.steps {
      for prediction in step.predictions {
        type("1")
        #expect(session.attempt.record.responses(to: prediction.name).count == 1)
      }
      type("skip")
      while session.attempt.step == step.id, step.id != lesson.steps.last?.id { type("skip") }
    }
    #expect(session.attempt.record.points(of: lesson).earned == 0)
    #expect(session.attempt.step == lesson.steps.last?.id)
  }

  @Test
  mutating func `nothing typed is worth nothing`() {
    let points = session.attempt.record.points(of: lesson)
    #expect(points.earned == 0)
    #expect(points.possible > 0)
  }

  @Test
  mutating func `a task that is not done keeps the learner in its step`() {
    type("next")
    let step = session.attempt.step
    let refused = type("next")
    #expect(session.attempt.step == step)
    #expect(!accepted(refused))
  }

  /// Types a line that the session must accept, unless the caller looks at that.
  @discardableResult
  private mutating func type(_ line: String) -> [Effect] { session.update(.line(line)) }

  private func accepted(_ effects: [Effect]) -> Bool {
    effects.contains { if case .report(let report) = $0 { report.accepted } else { false } }
  }

  private func said(_ effects: [Effect]) -> String {
    effects.compactMap { if case .print(let text) = $0 { text.text } else { nil } }
      .joined(separator: "\n")
  }

  /// What a learner who knows would answer; numbers come from this learner's own café.
  private func rightResponse(to quiz: Quiz) -> String {
    switch quiz.kind {
    case .type(let text): text.ideas.first(where: \.isRight)?.phrases.first ?? ""
    case .number(let key):
      Evaluator(Situation(session.attempt)).value(key.right.value).text
    case .choose(let options):
      "\((options.firstIndex(where: \.isRight) ?? 0) + 1)"
    case .order, .keyless: ""
    }
  }
}
