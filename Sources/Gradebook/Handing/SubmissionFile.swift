public import Crypto
public import FoundationEssentials
import Lab

/// A sealed submission as a file: one line of clear JSON, then what only the quiz's key opens.
///
/// Nothing in it is compressed, so what is opened is no larger than what was handed in.
public struct SubmissionFile: Hashable, Sendable {
  public let header: Header
  public let ciphertext: Data

  public struct Header: Hashable, Sendable, Codable {
    /// ``SubmissionFile/format``.
    public let format: Int
    public let quiz: String
    public let pack: String
    /// What HPKE's sender made for the recipient.
    public let encapsulatedKey: Data
  }

  public static let format = 1

  /// RFC 9180: X25519, HKDF with SHA-256, ChaCha20-Poly1305.
  public static let ciphersuite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  /// What a submission may hold at most.
  public enum Limit {
    public static let bytes = 16 << 20
    public static let rows = 3_000
    /// Lines that do something, in a sitting whose journal has room for them: one is the
    /// beginning, and a line for which help has its price may make two rows.
    public static let lines = rows - 2
    static let headerBytes = 4_096
    static let fieldBytes = 128
  }

  /// Puts together what was sealed.
  public init(
    of submission: Submission,
    encapsulatedKey: Data,
    ciphertext: Data
  ) {
    header = Header(
      format: SubmissionFile.format,
      quiz: submission.quiz,
      pack: submission.pack,
      encapsulatedKey: encapsulatedKey
    )
    self.ciphertext = ciphertext
  }

  /// HPKE's `info`: what the two sides agree on before anything is sealed.
  public static func info(quiz: String, pack: String) -> Data {
    Data("cafe submission \(format)\n\(quiz)\n\(pack)\n".utf8)
  }

  /// The bytes of the file.
  public func encoded() -> [UInt8] { CanonicalJSON.line(header) + ciphertext }
}

extension SubmissionFile {
  /// Reads a file that anyone may have made; nothing is opened yet.
  ///
  /// - Throws: `tooLarge`, `newerFormat` or `notASubmission`.
  public init(decoding bytes: [UInt8]) throws(SubmissionRefusal) {
    guard bytes.count <= Limit.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: Limit.bytes)
    }
    let start = bytes.prefix(Limit.headerBytes)
    guard let end = start.firstIndex(of: UInt8(ascii: "\n")) else { throw .notASubmission }
    let line = Data(bytes[..<end])
    struct Version: Decodable { let format: Int }
    guard let version = try? JSONDecoder().decode(Version.self, from: line) else {
      throw .notASubmission
    }
    guard version.format == SubmissionFile.format else {
      throw .newerFormat(found: version.format, known: SubmissionFile.format)
    }
    guard let header = try? JSONDecoder().decode(Header.self, from: line),
      header.quiz.isToken, header.pack.isToken
    else { throw .notASubmission }
    self.header = header
    ciphertext = Data(bytes[(end + 1)...])
  }

  /// Opens the file with the quiz's key, and verifies signature and chain.
  ///
  /// `quiz` and `pack`: those that the key belongs to.
  ///
  /// - Throws: whose it is where it is another quiz's or pack's; else what was changed in it.
  public func opened(
    with key: Curve25519.KeyAgreement.PrivateKey,
    quiz: String,
    pack: String
  ) throws(SubmissionRefusal) -> OpenedSubmission {
    guard header.quiz == quiz else { throw .anotherQuiz(header.quiz) }
    guard header.pack == pack else { throw .anotherPack }
    let info = SubmissionFile.info(quiz: quiz, pack: pack)
    guard
      var recipient = try? HPKE.Recipient(
        privateKey: key,
        ciphersuite: SubmissionFile.ciphersuite,
        info: info,
        encapsulatedKey: header.encapsulatedKey
      ),
      let payload = try? recipient.open(ciphertext)
    else { throw .cannotBeOpened }
    return try OpenedSubmission(payload: [UInt8](payload), quiz: quiz, pack: pack)
  }
}

extension OpenedSubmission {
  fileprivate init(
    payload: [UInt8],
    quiz: String,
    pack: String
  ) throws(SubmissionRefusal) {
    guard let end = payload.firstIndex(of: UInt8(ascii: "\n")),
      let cover = try? JSONDecoder().decode(Submission.Cover.self, from: Data(payload[..<end])),
      cover.code.isToken
    else { throw .notDecodable(row: nil) }
    let journal = payload[(end + 1)...]
    let signed = Submission.signingBytes(
      quiz: quiz,
      pack: pack,
      code: cover.code,
      attempt: journal
    )
    guard
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: cover.installation),
      key.isValidSignature(cover.signature, for: signed)
    else { throw .badSignature }
    let newlines = journal.reduce(into: 0) { count, byte in
      if byte == UInt8(ascii: "\n") { count += 1 }
    }
    guard newlines <= SubmissionFile.Limit.rows + 1 else {
      throw .tooManyRows(limit: SubmissionFile.Limit.rows)
    }
    let attempt: AttemptFile
    do { attempt = try AttemptFile(decoding: Array(journal)) } catch {
      throw SubmissionRefusal(error)
    }
    submission = Submission(quiz: quiz, pack: pack, code: cover.code, attempt: attempt)
    installation = [UInt8](cover.installation)
  }
}

extension SubmissionRefusal {
  /// The journal inside a submission is none; its lines count from 1, row 0 is on the second.
  fileprivate init(_ error: AttemptFileError) {
    self =
      switch error {
      case .empty: .notDecodable(row: nil)
      case .tooLarge(let bytes, let limit): .tooLarge(bytes: bytes, limit: limit)
      case .tooManyRows(let limit): .tooManyRows(limit: limit)
      case .newerFormat(let found, let known): .newerFormat(found: found, known: known)
      case .chainBroken(let line): .chainBroken(row: line - 2)
      case .incomplete(_, let found): .chainBroken(row: found)
      case .lineTooLong(let line, _), .controlCharacter(let line), .notARow(let line),
        .badValue(let line, _):
        .notDecodable(row: line < 2 ? nil : line - 2)
      }
  }
}

extension String {
  /// Whether the text is short and of visible ASCII alone, as ids, hashes and codes are.
  var isToken: Bool {
    utf8.count <= SubmissionFile.Limit.fieldBytes && utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
