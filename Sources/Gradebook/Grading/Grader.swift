import Crypto
import Lab

/// Grades submissions of one quiz: with the key pack's lessons and keys, and an engine of its own.
public struct Grader: Sendable {
  public let quiz: ClassQuiz
  /// In the order of the roster.
  public let learners: [Learner]
  private let bank: ItemBank
  private let pack: String
  private let sealingKey: Curve25519.KeyAgreement.PrivateKey
  private let learnersByCode: [StartCode: Int]
  /// What each learner wrote down during the sitting, by the learner's id.
  private let checkpoints: [String: [Checkpoint]]
  private let limits = GradingLimits()
  private let memory = GradingMemory()

  /// `checkpoints`: by the id of a learner, those that were written down.
  ///
  /// - Throws: `brokenLesson` or `badValue` where the pack does not hold what its quiz is made of.
  public init(
    _ key: KeyPack,
    checkpoints: [String: [Checkpoint]] = [:]
  ) throws(PackError) {
    quiz = key.quiz
    learners = key.learners
    bank = try ItemBank(key)
    pack = key.learnerPack.hash
    guard
      let sealing = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: key.sealingKey)
    else { throw .badValue("its keys") }
    sealingKey = sealing
    learnersByCode = Dictionary(
      key.learners.enumerated().map { (key.code(of: $0.element), $0.offset) }
    ) { first, _ in first }
    self.checkpoints = checkpoints
  }

  /// Grades the bytes of one submission by themselves; it may be anything.
  ///
  /// `name`: what the submission is called, such as its file's name.
  public func marked(_ bytes: [UInt8], named name: String) -> MarkedSubmission {
    var marked = MarkedSubmission(name: name)
    do {
      let submission = try opened(bytes)
      let code = try code(of: submission)
      marked.place = learnersByCode[code]
      let replay = try replay(submission, code)
      marked.take(replay, submission, limits)
    } catch {
      marked.verdict = .refused(error)
    }
    return marked
  }

  /// A file that could not be read whole: too large, or no plain file.
  public func marked(unreadable name: String, bytes: Int) -> MarkedSubmission {
    let limit = SubmissionFile.Limit.bytes
    var marked = MarkedSubmission(name: name)
    marked.verdict = .refused(
      bytes > limit ? .tooLarge(bytes: bytes, limit: limit) : .notASubmission
    )
    return marked
  }

  /// Opens the bytes of a submission, and folds it again.
  ///
  /// - Throws: the first reason for which it cannot be graded.
  public func replay(
    of bytes: [UInt8]
  ) throws(SubmissionRefusal) -> (replay: Replay, learner: Learner) {
    let submission = try opened(bytes)
    let code = try code(of: submission)
    guard let place = learnersByCode[code] else { throw .unknownCode }
    return (try replay(submission, code), learners[place])
  }

  /// What an item of a replay came to; nil: it was not dealt.
  public func grade(of item: String, in replay: Replay) -> ItemGrade? {
    replay.items(limits).first { $0.item == item }
  }

  private func opened(_ bytes: [UInt8]) throws(SubmissionRefusal) -> Submission {
    let file = try SubmissionFile(decoding: bytes)
    return try file.opened(with: sealingKey, quiz: quiz.id, pack: pack).submission
  }

  private func code(of submission: Submission) throws(SubmissionRefusal) -> StartCode {
    guard let code = try? StartCode(submission.code), learnersByCode[code] != nil else {
      throw .unknownCode
    }
    return code
  }

  private func replay(
    _ submission: Submission,
    _ code: StartCode
  ) throws(SubmissionRefusal) -> Replay {
    let dealt: DealtQuiz
    do { dealt = try bank.dealt(code) } catch { throw .anotherVariant }
    let replay = try Replay(of: submission.attempt, in: dealt, limits: limits, memory: memory)
    if let place = learnersByCode[code] {
      for checkpoint in checkpoints[learners[place].id] ?? []
      where !submission.attempt.rows.hold(checkpoint) {
        throw .olderThanCheckpoint(checkpoint.description)
      }
    }
    return replay
  }
}
