import Crypto
import FoundationEssentials
public import Lab

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
  /// In the order of the roster.
  public let learners: [Learner]

  public init(
    learnerPack: LearnerPack,
    secret: [UInt8],
    signingKey: [UInt8],
    sealingKey: [UInt8],
    files: [QuizFile],
    learners: [Learner]
  ) {
    self.learnerPack = learnerPack
    self.secret = secret
    self.signingKey = signingKey
    self.sealingKey = sealingKey
    self.files = files
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
      learners: learners
    )
  }
}

extension KeyPack {
  /// The first variable of a corrected lesson whose values are not those that were handed out, or
  /// that is missing or new; nil: all are the same.
  public func changedVariable(in lesson: Lesson) -> String? {
    guard let dealt = handedOut(lesson.id)?.variables else { return nil }
    let pairs = zip(dealt, lesson.variables)
    return pairs.first { $0 != $1 }?.0.name
      ?? dealt.dropFirst(lesson.variables.count).first?.name
      ?? lesson.variables.dropFirst(dealt.count).first?.name
  }

  /// The first question or prediction that learners were put and that a corrected lesson has not,
  /// or in which it no longer shows them what they saw; nil: all are there.
  public func changedQuestion(in lesson: Lesson) -> String? {
    for step in handedOut(lesson.id)?.steps ?? [] {
      guard let other = lesson[step: step.id] else { continue }
      let guess = step.predictions.first { other[prediction: $0.name] == nil }
      let quiz = step.quizzes.first { quiz in
        !(other[quiz: quiz.name].map { $0.kind.shows(what: quiz.kind) } ?? false)
      }
      if let name = guess?.name ?? quiz?.name { return name }
    }
    return nil
  }

  /// A lesson as learners were put it; nil: it is none of the quiz.
  private func handedOut(_ lesson: String) -> Lesson? {
    let scenes = Scenes(files: files.map { ($0.name, $0.bytes) })
    return files.first { $0.name == lesson + ItemBank.suffix }.flatMap { file in
      LessonReading(file.bytes, id: lesson, scenes: scenes).lesson
    }
  }
}

extension Quiz.Kind {
  /// Whether a response to another question means the same to this one: by its number it names an
  /// option as it was shown, by its words one of those that are right.
  fileprivate func shows(what other: Quiz.Kind) -> Bool {
    switch (self, other) {
    case (.choose(let options), .choose(let dealt)):
      options.count == dealt.count
        && options.filter(\.isRight).allSatisfy { option in
          dealt.contains { $0.text == option.text }
        }
    case (.order(let lines), .order(let dealt)): Set(lines) == Set(dealt)
    case (.type, .type), (.number, .number), (.keyless, .keyless): true
    default: false
    }
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

  /// The file; `signed` is the learner pack's file.
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
