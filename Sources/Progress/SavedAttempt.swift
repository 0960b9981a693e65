public import Lab

/// One learner's run of one lesson, as the store knows it; its course is its journal.
public struct SavedAttempt: Sendable, Equatable {
  public let id: AttemptID
  public let origin: AttemptOrigin

  public init(id: AttemptID, origin: AttemptOrigin) {
    self.id = id
    self.origin = origin
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
}
