import CafeWorld
import Crypto
import Foundation
import Gradebook
import Lab
import Testing

/// A sitting that makes the rows of a journal as the session does.
struct TestSitting {
  let key: KeyPack
  let dealt: DealtQuiz
  private(set) var attempt: Attempt
  var rows: [JournalRow] = []
  private var clock: Int64 = 1_800_000_000_000
  /// How long each line takes.
  var pace: Int64 = 20_000

  init(_ key: KeyPack, _ learner: Learner = NightShift.ada) throws {
    self.key = key
    dealt = try ItemBank(key).dealt(key.code(of: learner))
    attempt = Attempt(dealt.beginning)
    keep()
  }

  /// The item of a step.
  static func item(_ step: String) -> String { "night-shift#\(step)" }

  /// The server that this learner's variant is about.
  var server: String {
    let solution = dealt.lesson.steps[0].solution[0].text
    return solution.contains("CafeInstance1") ? "CafeInstance1" : "CafeInstance2"
  }

  mutating func open(_ step: String) throws {
    try move(try #require(dealt.opening(of: Self.item(step))), "next")
  }

  mutating func type(_ line: String) throws {
    let (_, commands, refusal) = Situation(attempt).carryingOut([line])
    try #require(refusal == nil, "\(line)")
    try move(.commands(commands), line)
  }

  mutating func respond(_ question: String, _ text: String) throws {
    try move(.responded(question: question, response: text, .unjudged), text)
  }

  mutating func move(_ move: Move, _ typed: String) throws {
    try attempt.carryOut(move, typed: typed)
    if let step = attempt.step.flatMap({ dealt.lesson[step: $0] }), !step.conditions.isEmpty {
      let met = step.look(at: Situation(attempt)).filter(\.status.isMet).map(\.id)
      attempt.note(met: met)
    }
    clock += pace
    keep()
  }

  private mutating func keep() {
    let number = attempt.rows.count - 1
    let row = attempt.rows[number]
    rows.append(
      JournalRow(
        sequence: number,
        virtualTime: row.cafe.world.now.milliseconds,
        wallTime: clock,
        kind: row.entry.move.kind,
        typed: row.typed,
        canonical: Self.canonical(row.entry),
        previousHash: rows.last?.hash ?? JournalRow.genesis,
        digest: row.cafe.world.digest
      )
    )
  }

  static func canonical(_ entry: Entry) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entry) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Waits for the learner's clock to go on by so much; it may go back.
  mutating func pause(_ milliseconds: Int64) { clock += milliseconds }

  /// The whole task, and both questions rightly.
  mutating func solve() throws {
    try open("watch")
    try type(dealt.lesson.steps[0].solution[0].text)
    try open("ask")
    try respond("policy", "failover")
    try respond("count", "16")
  }
}

extension TestSitting {
  func submission(
    rows: [JournalRow]? = nil,
    code: StartCode? = nil,
    origin: Beginning? = nil
  ) -> Submission {
    let beginning = origin ?? dealt.beginning
    return Submission(
      quiz: key.quiz.id,
      pack: key.learnerPack.hash,
      code: (code ?? dealt.code).description,
      attempt: AttemptFile(
        origin: AttemptOrigin(
          lesson: beginning.lesson,
          created: 0,
          engine: beginning.engine,
          lessonHash: beginning.lessonHash,
          scene: beginning.scene,
          seed: beginning.seed
        ),
        rows: rows ?? self.rows
      )
    )
  }

  /// The bytes of a submission, as the program seals them.
  func sealed(
    rows: [JournalRow]? = nil,
    code: StartCode? = nil,
    origin: Beginning? = nil
  ) throws -> [UInt8] {
    try Self.seal(submission(rows: rows, code: code, origin: origin), for: key)
  }

  static func seal(
    _ submission: Submission,
    for key: KeyPack,
    installation: UInt8 = 9,
    payload: (([UInt8]) -> [UInt8])? = nil
  ) throws -> [UInt8] {
    let secret = [UInt8](repeating: installation, count: 32)
    let signer = try Curve25519.Signing.PrivateKey(rawRepresentation: secret)
    let signature = try signer.signature(for: submission.signingBytes)
    let plain = submission.payload(
      installation: [UInt8](signer.publicKey.rawRepresentation),
      signature: [UInt8](signature)
    )
    var sender = try HPKE.Sender(
      recipientKey: Curve25519.KeyAgreement.PublicKey(
        rawRepresentation: key.learnerPack.sealingKey
      ),
      ciphersuite: SubmissionFile.ciphersuite,
      info: SubmissionFile.info(quiz: submission.quiz, pack: submission.pack)
    )
    let sealed = try sender.seal(payload?(plain) ?? plain)
    return SubmissionFile(
      of: submission,
      encapsulatedKey: sender.encapsulatedKey,
      ciphertext: sealed
    ).encoded()
  }
}

extension [JournalRow] {
  /// The rows with numbers and hashes made anew, as somebody who cheats would make them.
  var rechained: [JournalRow] {
    var chained: [JournalRow] = []
    for row in self {
      chained.append(
        row.changed(sequence: chained.count, after: chained.last?.hash ?? JournalRow.genesis)
      )
    }
    return chained
  }
}

extension JournalRow {
  func changed(
    sequence: Int? = nil,
    wallTime: Int64? = nil,
    typed: String? = nil,
    canonical: String? = nil,
    digest: String? = nil,
    after hash: String? = nil
  ) -> JournalRow {
    JournalRow(
      sequence: sequence ?? self.sequence,
      virtualTime: virtualTime,
      wallTime: wallTime ?? self.wallTime,
      kind: kind,
      typed: typed ?? self.typed,
      canonical: canonical ?? self.canonical,
      previousHash: hash ?? previousHash,
      digest: digest ?? self.digest
    )
  }
}

extension Grader {
  /// The gradebook of submissions called a, b, c and so on.
  func grades(_ submissions: [UInt8]...) -> ClassGrades {
    classGrades(
      of: zip("abcdefgh", submissions).map { marked($1, named: String($0)) }
    )
  }

  func verdict(on submission: [UInt8]) -> GradeVerdict {
    marked(submission, named: "one").verdict
  }
}
