/// What an attempt starts from, and what its journal is folded with.
public struct AttemptOrigin: Sendable, Equatable, Codable {
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

  /// Whether `text` can be the id of a lesson: 1 to 64 small letters, digits and hyphens.
  package static func isLesson(_ text: String) -> Bool {
    let allowed = (1...64).contains(text.utf8.count)
    return allowed
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
