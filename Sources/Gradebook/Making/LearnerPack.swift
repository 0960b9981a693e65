public import CafeWorld
import Crypto
import Lab
import FoundationEssentials

/// What is handed to every learner: the papers of a quiz and nothing of its key.
public struct LearnerPack: Hashable, Sendable {
  public let quiz: ClassQuiz
  /// The quiz's Ed25519 key, which signed this pack and signs results.
  public let signingKey: [UInt8]
  /// The quiz's X25519 key, to which submissions are sealed.
  public let sealingKey: [UInt8]
  /// The lessons with their keys cut out, and the scenes that they begin in.
  public let papers: [QuizFile]
  /// How each item begins.
  public let starts: [ItemStart]
  /// A tag for each start code that was handed out.
  public let tags: [String]
  /// Milliseconds since 1970.
  public let made: Int64

  public init(
    quiz: ClassQuiz,
    signingKey: [UInt8],
    sealingKey: [UInt8],
    papers: [QuizFile],
    starts: [ItemStart],
    tags: [String],
    made: Int64
  ) {
    self.quiz = quiz
    self.signingKey = signingKey
    self.sealingKey = sealingKey
    self.papers = papers
    self.starts = starts
    self.tags = tags
    self.made = made
  }

  /// Whether a start code may be one of this quiz's.
  public func admits(_ code: StartCode) -> Bool { tags.contains(code.tag(quiz: quiz.id)) }

  /// SHA-256 of what is signed, in hexadecimal: what a sitting says that it rests on.
  public var hash: String { Self.hash(of: signedBytes) }

  static func hash(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }
}

/// A file inside a pack.
public struct QuizFile: Hashable, Sendable, Codable {
  /// Such as `cafe-quiz.lab.md`.
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  public var bytes: [UInt8] { Array(text.utf8) }
}

/// What leads from an item's scene to its beginning, for one variant and one seed.
public struct ItemStart: Hashable, Sendable {
  public let item: ItemID
  public let variant: Int
  public let seed: UInt64
  public let commands: [Command]

  public init(item: ItemID, variant: Int, seed: UInt64, commands: [Command]) {
    self.item = item
    self.variant = variant
    self.seed = seed
    self.commands = commands
  }
}
