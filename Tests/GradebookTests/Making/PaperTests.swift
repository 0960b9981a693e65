import Foundation
import Gradebook
import Lab
import OrderedCollections
import Testing

/// Nothing of a lesson's key is in what learners get.
@Suite(.timeLimit(.minutes(2))) struct `A learner's paper` {
  @Test(arguments: ["cafe-quiz", "cafe-failover"], [false, true])
  func `holds no string of the key`(id: String, supervised: Bool) throws {
    var changes = FrontMatter.Grade()
    changes.isSupervised = supervised
    changes.allowances[.hint] = .off
    let quiz = try SampleQuiz(id, changes: changes, accepting: true)
    let text = String(decoding: quiz.signed, as: UTF8.self)
    let paper = try #require(quiz.key.learnerPack.papers.first).text
    let lesson = try SampleQuiz.lesson(id)
    let open = Self.open(lesson, quiz.plan.rules)
    var count = 0
    for secret in Self.secrets(of: lesson, quiz.plan.rules) where !open.contains(secret) {
      #expect(!paper.contains(secret), "\(secret)")
      let escaped = secret.replacing("\"", with: "\\\"")
      #expect(!text.contains(escaped), "\(secret)")
      count += 1
    }
    #expect(count > 40)
    for word in ["solve", "mistake", "also", "note", "demo", "setup"] {
      #expect(!paper.contains("```\(word)"))
    }
    for word in ["(x)", "right:", "wrong ", "why:", "right?", "model "] {
      #expect(!paper.split(separator: "\n").contains { $0.hasPrefix(word) }, "\(word)")
    }
  }

  /// Every string that belongs to the key.
  static func secrets(of lesson: Lesson, _ rules: Rules) -> [String] {
    var secrets: [String] = []
    for step in lesson.steps {
      secrets += step.solution.map(\.text) + step.alternatives.flatMap { $0.commands.map(\.text) }
      secrets += step.mistakes.flatMap { $0.commands.map(\.text) + texts($0.feedback) }
      secrets += step.notes.flatMap(texts) + step.hints.flatMap { texts($0.text) }
      for condition in step.conditions {
        secrets += condition.feedback.map(texts) ?? []
        guard !rules.shows(condition.id, in: step.id, of: lesson) else { continue }
        secrets += texts(condition.label) + ["[\(condition.id)]"]
      }
      for quiz in step.quizzes { secrets += self.secrets(of: quiz) }
      for prediction in step.predictions {
        secrets += prediction.models.flatMap { texts($0.feedback) }
        secrets += prediction.reason.map(texts) ?? []
      }
    }
    return secrets.filter { $0.count > 5 && !$0.hasPrefix("wait ") }
  }

  private static func secrets(of quiz: Quiz) -> [String] {
    switch quiz.kind {
    case .choose(let options): options.flatMap { texts($0.feedback) }
    case .type(let text):
      text.ideas.flatMap { $0.phrases.filter { $0.contains(" ") } + texts($0.feedback) }
        + text.cases.map(\.response).filter { $0.contains(" ") }
    case .number(let key): key.wrong.flatMap { texts($0.feedback) } + (key.reason.map(texts) ?? [])
    case .order, .keyless: []
    }
  }

  private static func texts(_ template: Template) -> [String] {
    template.parts.compactMap { part in
      guard case .text(let text) = part else { return nil }
      return text.split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What everybody may read: prose, questions and what is ticked.
  private static func open(_ lesson: Lesson, _ rules: Rules) -> String {
    lesson.steps.flatMap { step -> [String] in
      let prose = step.blocks.compactMap { block in
        if case .prose(let template) = block { template.description } else { nil }
      }
      let shown = step.conditions.filter { rules.shows($0.id, in: step.id, of: lesson) }
      return prose + shown.map(\.label.description)
        + shown.map { "[\($0.id)]" }
        + step.quizzes.map(\.question.description)
        + step.predictions.flatMap { prediction in
          [prediction.question.description, prediction.story?.description ?? ""]
            + prediction.commands.map(\.text)
        }
        + step.setup.map(\.text)
    }.joined(separator: "\n")
  }

  @Test(arguments: ["cafe-quiz", "cafe-failover"])
  func `is read by the same reader, and nobody can judge with it`(id: String) throws {
    let quiz = try SampleQuiz(id, accepting: true)
    let lesson = try SampleQuiz.lesson(id)
    let paper = try #require(quiz.key.learnerPack.papers.first)
    let reading = LessonReading(paper.bytes, id: id, isPaper: true)
    #expect(reading.diagnostics.map(\.description) == [])
    let read = try #require(reading.lesson)
    #expect(
      read.steps.map(\.id)
        == quiz.plan.pools.flatMap(\.items).map(\.step).sorted { one, other in
          let ids = lesson.steps.map(\.id)
          return ids.firstIndex(of: one) ?? 0 < ids.firstIndex(of: other) ?? 0
        }
    )
    #expect(read.variants == lesson.variants)
    for step in read.steps {
      let whole = try #require(lesson[step: step.id])
      #expect(step.title == whole.title)
      #expect(step.solution.isEmpty && step.mistakes.isEmpty && step.alternatives.isEmpty)
      #expect(step.quizzes.map(\.name) == whole.quizzes.map(\.name))
      let rules = quiz.plan.rules
      #expect(
        step.conditions.map(\.id)
          == whole.conditions.map(\.id).filter { rules.shows($0, in: step.id, of: lesson) }
      )
      for question in step.quizzes {
        let situation = try #require(lesson.situation(asking: question.name))
        let evaluator = Evaluator(situation)
        let key = try #require(whole[quiz: question.name])
        let answer = try #require(key.answer(evaluator))
        let typed =
          question.shown(evaluator).count > 3 && answer.contains(">")
          ? answer.replacing(" > ", with: ", ") : answer
        #expect(question.judge(typed, evaluator) == .unjudged, "\(question.name): \(typed)")
        if case .right = key.judge(typed, evaluator) {} else { Issue.record("\(typed)") }
        if case .invalid = question.judge("", evaluator) {
        } else {
          Issue.record("\(question.name) takes an empty response")
        }
      }
    }
  }

  @Test func `tells nothing by the order of its options, and shows them as the grader does`() throws
  {
    let key = try SampleQuiz.shared.get().key
    let paper = try #require(key.learnerPack.papers.first).text
    let lines = paper.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "choose:"))
    let options = Array(lines[(start + 1)...].prefix { $0 != "```" })
    #expect(options.count == 4 && options == options.sorted())
    for learner in SampleQuiz.learners {
      let code = key.code(of: learner)
      let whole = try ItemBank(key).dealt(code)
      let dealt = try ItemBank(key.learnerPack).dealt(code)
      let evaluator = Evaluator(Situation(Attempt(dealt.beginning)))
      for step in whole.lesson.steps {
        for question in step.quizzes {
          let own = try #require(dealt.lesson[step: step.id]?[quiz: question.name])
          #expect(own.shown(evaluator) == question.shown(evaluator), "\(question.name)")
        }
      }
    }
  }

  @Test func `keeps hints only where the rules allow them`() throws {
    let allowed = try #require(try SampleQuiz.shared.get().key.learnerPack.papers.first).text
    #expect(allowed.contains("```hint"))
    var changes = FrontMatter.Grade()
    changes.allowances[.hint] = .off
    let off = try SampleQuiz(changes: changes)
    #expect(!(try #require(off.key.learnerPack.papers.first).text.contains("hint")))
  }
}
