import CafeWorld
import Foundation
import Gradebook
import Lab
import Testing

@Suite(.timeLimit(.minutes(2))) struct `The packs of a quiz` {
  let quiz: SampleQuiz

  init() throws { quiz = try SampleQuiz.shared.get() }

  @Test func `are made of a quiz whose every variant is proven`() {
    #expect(quiz.proof.faults.map(\.sentence) == [])
    #expect(quiz.proof.variants.map(\.numbers.count) == [12])
    #expect(quiz.proof.starts.count == 7 * 12 * 2)
    #expect(quiz.plan.pools.map(\.draws) == [4, 2])
    #expect(quiz.plan.pools.flatMap(\.items).count == 7)
  }

  @Test func `read back as they were written`() throws {
    let pack = try LearnerPack(decoding: quiz.signed)
    #expect(pack == quiz.key.learnerPack)
    #expect(pack.encoded(signature: []).count < quiz.signed.count)
    let key = try KeyPack(decoding: quiz.key.encoded(signed: quiz.signed))
    #expect(key == quiz.key)
    #expect(key.learnerPack.hash == pack.hash)
  }

  @Test func `deal the same to both sides, but that one has no key`() throws {
    let papers = try ItemBank(quiz.key.learnerPack)
    let whole = try ItemBank(quiz.key)
    for learner in SampleQuiz.learners {
      let code = quiz.key.code(of: learner)
      #expect(quiz.key.learnerPack.admits(code))
      let (one, other) = (try papers.dealt(code), try whole.dealt(code))
      let alone = try ItemBank(quiz.key.learnerPack, for: code).dealt(code)
      #expect(one.deal == other.deal && alone.deal == one.deal)
      #expect(one.beginning == other.beginning)
      #expect(one.lesson.steps.map(\.id) == other.lesson.steps.map(\.id))
      for (paper, step) in zip(one.lesson.steps, other.lesson.steps) {
        #expect(one.opening(of: paper.id) == other.opening(of: step.id))
        #expect(one.opening(of: paper.id) == alone.opening(of: step.id))
        let evaluator = Evaluator(Situation(world: try opened(one, paper).world))
        for (question, key) in zip(paper.quizzes, step.quizzes) {
          #expect(question.shown(evaluator) == key.shown(evaluator))
        }
      }
    }
  }

  private func opened(_ dealt: DealtQuiz, _ item: Step) throws -> Attempt {
    var attempt = Attempt(dealt.beginning)
    try attempt.carryOut(try #require(dealt.opening(of: item.id)), typed: "")
    return attempt
  }

  @Test func `begin each item unsolved, whatever was done in the others`() throws {
    let code = quiz.key.code(of: SampleQuiz.learners[0])
    let dealt = try ItemBank(quiz.key).dealt(code)
    var attempt = Attempt(dealt.beginning)
    for item in dealt.lesson.steps {
      let alone = try opened(dealt, item)
      try attempt.carryOut(try #require(dealt.opening(of: item.id)), typed: "")
      #expect(attempt.world.digest == alone.world.digest)
      #expect(attempt.undoDepth == 1)
      let reports = item.look(at: Situation(attempt))
      #expect(reports.isEmpty || !reports.allSatisfy(\.status.isMet))
      try attempt.carryOut(.commands([.wait(60_000)]), typed: "wait 1m")
    }
    let first = try #require(dealt.lesson.steps.first)
    let head = try #require(attempt.latestHead(in: first.id))
    #expect(attempt.rows[head].typed == "wait 1m")
    #expect(attempt.rows[head].cafe.step == first.id)
  }

  @Test func `are refused when a byte of them was changed`() throws {
    for place in stride(from: 0, to: quiz.signed.count, by: max(1, quiz.signed.count / 200)) {
      var bytes = quiz.signed
      bytes[place] ^= 1
      #expect(throws: PackError.self) { try LearnerPack(decoding: bytes) }
    }
    #expect(throws: PackError.self) { try LearnerPack(decoding: Array(quiz.signed.dropLast(100))) }
    #expect(throws: PackError.notAPack) { try LearnerPack(decoding: []) }
    #expect(throws: PackError.otherPack(.learner)) { try KeyPack(decoding: quiz.signed) }
    #expect(throws: PackError.otherPack(.key)) {
      try LearnerPack(decoding: quiz.key.encoded(signed: quiz.signed))
    }
    let large = [UInt8](repeating: 32, count: LearnerPack.Limit.bytes + 1)
    #expect(throws: PackError.self) { try LearnerPack(decoding: large) }
  }

  @Test func `show where an item begins with another one's solution`() throws {
    let shown = try SampleQuiz("cafe-failover")
    #expect(!shown.proof.shownStarts.isEmpty)
    #expect(
      shown.proof.faults.contains { if case .startShows = $0 { true } else { false } }
    )
    #expect(quiz.proof.shownStarts.isEmpty)
  }

  @Test func `take a corrected lesson and nothing else`() throws {
    let file = try #require(quiz.key.files.first)
    let corrected = QuizFile(name: file.name, text: file.text + "\n")
    #expect(try quiz.key.replacing(corrected).files == [corrected])
    #expect(throws: PackError.self) {
      try quiz.key.replacing(QuizFile(name: "other.lab.md", text: ""))
    }
  }

  @Test func `list the codes without a formula`() {
    let key = KeyPack(
      learnerPack: quiz.key.learnerPack,
      secret: quiz.key.secret,
      signingKey: quiz.key.signingKey,
      sealingKey: quiz.key.sealingKey,
      files: [],
      learners: [Learner(id: "1", name: "=1+1,\"x\"", columns: [])]
    )
    let row = key.codeList.split(separator: "\n")[1]
    #expect(row.hasPrefix("1,\"'=1+1,\"\"x\"\"\","))
  }
}

@Suite(.timeLimit(.minutes(1))) struct `The plan of a quiz` {
  static let lesson = ItemID(lesson: "cafe-quiz", step: "notice")

  @Test func `says which item is none`() throws {
    let lesson = try SampleQuiz.lesson("cafe-quiz")
    func plan(_ items: [String]) throws(QuizPlan.Fault) {
      _ = try QuizPlan(lessons: [lesson], mode: .graded, items: items.compactMap { ItemID($0) })
    }
    #expect(throws: QuizPlan.Fault.noSuchLesson("x")) { try plan(["x#y"]) }
    #expect(throws: QuizPlan.Fault.itemTwice(Self.lesson)) {
      try plan(["cafe-quiz#notice", "cafe-quiz#notice"])
    }
    #expect(throws: QuizPlan.Fault.self) { try plan(["cafe-quiz#notic"]) }
    #expect(throws: QuizPlan.Fault.tooFewToDraw(count: 3, from: 1)) {
      try QuizPlan(lessons: [lesson], mode: .graded, draws: [(3, [Self.lesson])])
    }
    let story = try SampleQuiz.lesson("cafe-failover")
    #expect(
      throws: QuizPlan.Fault.withoutPoints(ItemID(lesson: "cafe-failover", step: "story"))
    ) {
      try QuizPlan(
        lessons: [story],
        mode: .graded,
        items: [ItemID(lesson: "cafe-failover", step: "story")]
      )
    }
  }
}
