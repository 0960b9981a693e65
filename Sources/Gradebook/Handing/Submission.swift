import Crypto
import FoundationEssentials
public import Lab

/// What a learner hands in, before it is sealed: the journal of the sitting and whose it is.
public struct Submission: Equatable, Sendable {
  /// The quiz's id.
  public let quiz: String
  /// The hash of the learner pack that the sitting rested on.
  public let pack: String
  /// The start code in its normal form, as `StartCode` writes it.
  public let code: String
  public let attempt: AttemptFile

  public init(quiz: String, pack: String, code: String, attempt: AttemptFile) {
    self.quiz = quiz
    self.pack = pack
    self.code = code
    self.attempt = attempt
  }

  /// The hash of the last row, which stands for the whole journal.
  public var head: String { attempt.rows.last?.hash ?? JournalRow.genesis }

  /// The bytes that the installation's key signs: whose sitting of which quiz, and the digest of
  /// the whole journal with what it starts from.
  public var signingBytes: [UInt8] {
    Submission.signingBytes(quiz: quiz, pack: pack, code: code, attempt: attempt.encoded())
  }

  static func signingBytes(
    quiz: String,
    pack: String,
    code: String,
    attempt: some Sequence<UInt8>
  ) -> [UInt8] {
    var digest = SHA256()
    digest.update(data: Array(attempt))
    let lines = ["cafe submission \(SubmissionFile.format)", quiz, pack, code]
    return Array(lines.map { $0 + "\n" }.joined().utf8) + digest.finalize()
  }

  /// What is sealed: a line about the learner's side, then the attempt as a file.
  ///
  /// `installation`: the raw Ed25519 public key of the installation, 32 bytes; `signature`: its
  /// signature of ``signingBytes``, 64 bytes.
  public func payload(installation: [UInt8], signature: [UInt8]) -> [UInt8] {
    let cover = Cover(
      code: code,
      installation: Data(installation),
      signature: Data(signature)
    )
    return CanonicalJSON.line(cover) + attempt.encoded()
  }

  /// The first line of a payload.
  struct Cover: Codable {
    let code: String
    let installation: Data
    let signature: Data
  }
}

/// A submission that was opened, with the signature that it bore; nothing in it is judged yet.
public struct OpenedSubmission: Equatable, Sendable {
  public let submission: Submission
  /// The raw Ed25519 public key of the installation that signed.
  public let installation: [UInt8]
}
