/// One learner's run of one lesson, as the store knows it; its course is its journal.
public struct SavedAttempt: Sendable, Equatable {
  public let id: AttemptID
  public let origin: Origin

  public init(id: AttemptID, origin: Origin) {
    self.id = id
    self.origin = origin
  }

  /// What an attempt starts from, and what its journal is folded with.
  public struct Origin: Sendable, Equatable, Codable {
    public let lesson: String
    /// Milliseconds since 1970.
    public let created: Int64
    /// The version of the engine that began the attempt.
    public let engine: String
    public let lessonHash: String
    /// The starting scene that the lesson named.
    public let scene: String
    public let seed: UInt64

    public init(
      lesson: String,
      created: Int64,
      engine: String,
      lessonHash: String,
      scene: String,
      seed: UInt64
    ) {
      self.lesson = lesson
      self.created = created
      self.engine = engine
      self.lessonHash = lessonHash
      self.scene = scene
      self.seed = seed
    }
  }
}

/// The name of an attempt in its store: the lesson's id, a hyphen and a number from 1.
public struct AttemptID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let lesson: String
  public let number: Int

  init(lesson: String, number: Int) {
    self.lesson = lesson
    self.number = number
  }

  /// The id that a person wrote, such as `cafe-failover-3`.
  public init?(_ text: String) {
    guard let hyphen = text.lastIndex(of: "-"),
      let number = Int(text[text.index(after: hyphen)...]), number > 0,
      text == "\(text[..<hyphen])-\(number)"
    else { return nil }
    self.init(lesson: String(text[..<hyphen]), number: number)
  }

  public var description: String { "\(lesson)-\(number)" }

  public static func < (one: Self, other: Self) -> Bool {
    (one.lesson, one.number) < (other.lesson, other.number)
  }

  /// Whether `text` can be the id of a lesson: 1 to 64 small letters, digits and hyphens.
  static func isLesson(_ text: String) -> Bool {
    let allowed = (1...64).contains(text.utf8.count)
    return allowed
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
