import Crypto
import Glibc
import Gradebook
import Lab
import Progress
import Terminal
import Tutor

/// A pack with the learner who sits before it: its journal, and what is handed in.
struct QuizDesk {
  let pack: LearnerPack
  let dealt: DealtQuiz
  let store: Store

  /// Reads a pack and sees that this program can hold its sitting.
  static func pack(_ path: String) throws -> LearnerPack {
    let bytes = try Files.demanded(path, atMost: LearnerPack.Limit.bytes)
    do throws(PackError) {
      let pack = try LearnerPack(decoding: bytes)
      guard pack.quiz.engine == Session.engine else { throw .anotherEngine(pack.quiz.engine) }
      return pack
    } catch { throw Output.failure("\(path) is no pack for a sitting here. " + error.sentence) }
  }

  init(_ pack: LearnerPack, _ code: StartCode, _ store: Store) throws {
    do throws(PackError) {
      dealt = try ItemBank(pack, for: code).dealt(code)
    } catch { throw Output.failure("The pack cannot be used. " + error.sentence) }
    self.pack = pack
    self.store = store
  }

  /// The sitting of this learner, as it was left or new; it is not greeted yet.
  func sitting(on display: Display, _ show: Sitting.Show) throws -> Sitting {
    do {
      let saved = try store.attempts(lesson: dealt.lesson.id).last
      let journal =
        try saved.map { try store.journal(of: $0.id) }
        ?? store.begin(AttemptOrigin(dealt.beginning))
      let rows = try journal.rows()
      let attempt = rows.isEmpty ? Attempt(dealt.beginning) : try fold(rows)
      var isReadOnly = false
      if case .reading = journal.access { isReadOnly = true }
      let session = Session(
        attempt: attempt,
        lesson: dealt.lesson,
        library: Library(files: []),
        display: display,
        rules: dealt.quiz.rules,
        quiz: dealt,
        isReadOnly: isReadOnly,
        asset: Surroundings.asset
      )
      let sitting = Sitting(session, journal: journal, show: show)
      sitting.timeRuns(from: rows.first?.wallTime)
      sitting.onSubmit = { submit(journal, to: $0) }
      return sitting
    } catch let error as StoreError { throw Output.failure(error.sentence) }
  }

  private func fold(_ rows: [JournalRow]) throws -> Attempt {
    switch Folding.fold(rows) {
    case .success(let attempt) where attempt.beginning == dealt.beginning: return attempt
    case .success:
      throw Output.failure(
        "Your sitting of this quiz was begun with another pack. Take the pack that you began with."
      )
    case .failure(let problem):
      let folder = store.folder ?? "of your progress"
      throw Output.failure(
        "Your sitting cannot be followed: \(problem.text). It is kept as it is. Hand the folder "
          + "\(folder) to your instructor, or begin another sitting, which needs a folder of its "
          + "own: --state DIR"
      )
    }
  }

  // Handing in

  private func submit(_ journal: Journal, to path: String?) -> Input {
    switch sealed(journal, to: path) {
    case .success(let receipt):
      return .submitted(receipt.split(separator: "\n").map(String.init), problem: nil)
    case .failure(let problem): return .submitted([], problem: problem.text)
    }
  }

  private func sealed(_ journal: Journal, to wanted: String?) -> Result<String, Problem> {
    let path = wanted ?? "\(dealt.lesson.id).sealed"
    guard journal.nextSequence > 1 else {
      return .failure(Problem(text: "no item is open yet, and `next` opens the first one"))
    }
    guard let folder = store.folder, journal.unsaved.isEmpty else {
      return .failure(Problem(text: "nothing of it is on disk yet"))
    }
    if let problem = obstacle(at: path, isOwn: wanted == nil) { return .failure(problem) }
    do {
      let submission = Submission(
        quiz: dealt.quiz.id,
        pack: pack.hash,
        code: dealt.code.description,
        attempt: AttemptFile(origin: journal.attempt.origin, rows: try journal.rows())
      )
      let key = try Installation.key(in: folder).get()
      let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: pack.sealingKey)
      let bytes = try Sealing.seal(submission, signedBy: key, for: recipient)
      if let problem = Files.write(bytes, to: path) { return .failure(problem) }
      return .success(submission.receipt(file: path, bytes: bytes.count))
    } catch let error as StoreError { return .failure(Problem(text: error.sentence)) } catch let
      problem as Problem
    { return .failure(problem) } catch {
      return .failure(Problem(text: "it could not be sealed"))
    }
  }

  /// The submission that bears this sitting's name may be replaced by a later one, and nothing
  /// else: whose another one is, nobody here can read.
  private func obstacle(at path: String, isOwn: Bool) -> Problem? {
    guard unsafe access(path, F_OK) == 0 else { return nil }
    if isOwn, case .success(let bytes) = Files.read(path, atMost: SubmissionFile.Limit.bytes),
      let file = try? SubmissionFile(decoding: bytes), file.header.quiz == dealt.quiz.id
    {
      return nil
    }
    return Problem(text: "\(path) is there already, and is not written over; name another file")
  }
}
