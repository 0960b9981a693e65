import Crypto
import FoundationEssentials

/// What stays with the instructor: the whole lessons, the private keys, and who has which code.
public struct KeyPack: Hashable, Sendable {
  /// What every learner has.
  public let learnerPack: LearnerPack
  /// Thirty-two random bytes from which the start codes follow.
  public let secret: [UInt8]
  /// The private Ed25519 key that signs the pack and the results.
  public let signingKey: [UInt8]
  /// The private X25519 key that opens submissions.
  public let sealingKey: [UInt8]
  /// The lessons as their authors wrote them, and their scenes.
  public let files: [QuizFile]
  /// The same as they were when the papers were made of them, before any correction.
  public let handedOut: [QuizFile]
  /// In the order of the roster.
  public let learners: [Learner]

  /// `handedOut`: nil where nothing was corrected.
  public init(
    learnerPack: LearnerPack,
    secret: [UInt8],
    signingKey: [UInt8],
    sealingKey: [UInt8],
    files: [QuizFile],
    handedOut: [QuizFile]? = nil,
    learners: [Learner]
  ) {
    self.learnerPack = learnerPack
    self.secret = secret
    self.signingKey = signingKey
    self.sealingKey = sealingKey
    self.files = files
    self.handedOut = handedOut ?? files
    self.learners = learners
  }

  public var quiz: ClassQuiz { learnerPack.quiz }

  /// The start code of a learner.
  public func code(of learner: Learner) -> StartCode {
    StartCode(learner: learner.id, secret: SymmetricKey(data: secret))
  }

  /// Who has which code, for finding many.
  public var learnersByCode: [StartCode: Learner] {
    Dictionary(learners.map { (code(of: $0), $0) }) { first, _ in first }
  }

  /// The same quiz with another text of one of its lessons: a corrected key.
  ///
  /// - Throws: `badValue` where the quiz has no lesson of that name.
  public func replacing(_ file: QuizFile) throws(PackError) -> KeyPack {
    guard let place = files.firstIndex(where: { $0.name == file.name }) else {
      throw .badValue("a lesson in it called \(file.name)")
    }
    var files = files
    files[place] = file
    return KeyPack(
      learnerPack: learnerPack,
      secret: secret,
      signingKey: signingKey,
      sealingKey: sealingKey,
      files: files,
      handedOut: handedOut,
      learners: learners
    )
  }
}

/// A key pack as a file: one JSON object, which nobody but the instructor should read.
extension KeyPack {
  /// The most bytes that a key pack may have.
  public static let longest = 256 << 20
  static let format = 1

  private struct Body: Codable {
    var cafe: String
    var format: Int
    var secret: Data
    var signingKey: Data
    var sealingKey: Data
    var files: [QuizFile]
    var learners: [Row]
    /// The learner pack as the file that was handed out.
    var learnerPack: String

    struct Row: Codable {
      var id: String
      var name: String
      var columns: [Column]
    }

    struct Column: Codable {
      var name: String
      var value: String
    }
  }

  /// The file, without any correction, which lies beside it.
  ///
  /// `signed`: the learner pack's file.
  public func encoded(signed: [UInt8]) -> [UInt8] {
    CanonicalJSON.bytes(
      Body(
        cafe: PackKind.key.rawValue,
        format: Self.format,
        secret: Data(secret),
        signingKey: Data(signingKey),
        sealingKey: Data(sealingKey),
        files: files,
        learners: learners.map { learner in
          Body.Row(
            id: learner.id,
            name: learner.name,
            columns: learner.columns.map { Body.Column(name: $0.name, value: $0.value) }
          )
        },
        learnerPack: String(decoding: signed, as: UTF8.self)
      )
    ) + [UInt8(ascii: "\n")]
  }

  /// Reads a file, with the learner pack in it.
  ///
  /// - Throws: why it cannot be used.
  public init(decoding bytes: [UInt8]) throws(PackError) {
    guard bytes.count <= Self.longest else {
      throw .tooLarge(bytes: bytes.count, limit: Self.longest)
    }
    guard !PackKind.learner.begins(bytes) else { throw .otherPack(.learner) }
    let body: Body = try PackJSON.value(of: bytes[...])
    guard body.cafe == PackKind.key.rawValue else { throw .notAPack }
    guard body.format == Self.format else {
      throw .newerFormat(found: body.format, known: Self.format)
    }
    guard body.secret.count == 32,
      (try? Curve25519.Signing.PrivateKey(rawRepresentation: body.signingKey)) != nil,
      (try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: body.sealingKey)) != nil
    else { throw .badValue("its keys") }
    self.init(
      learnerPack: try LearnerPack(decoding: Array(body.learnerPack.utf8)),
      secret: Array(body.secret),
      signingKey: Array(body.signingKey),
      sealingKey: Array(body.sealingKey),
      files: body.files,
      learners: body.learners.map { row in
        Learner(
          id: row.id,
          name: row.name,
          columns: row.columns.map { RosterColumn(name: $0.name, value: $0.value) }
        )
      }
    )
  }
}
