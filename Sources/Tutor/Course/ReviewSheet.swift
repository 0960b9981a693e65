import CafeWorld
public import Commands
public import Lab

/// What a review asks, item by item, and where it leads back to.
public struct ReviewSheet: Sendable {
  public let items: [ReviewItem]
  /// The items as the steps of one lesson.
  public let lesson: Lesson
  /// The lesson that was left for it; nil: it was called by itself.
  public let back: Back?

  /// A lesson to go on with, and which attempt of it.
  public struct Back: Hashable, Sendable {
    public let lesson: String
    public let attempt: AttemptChoice

    public init(lesson: String, attempt: AttemptChoice) {
      self.lesson = lesson
      self.attempt = attempt
    }
  }

  /// What the attempts of reviews are called in the journal's store.
  public static let attemptName = "review"

  /// What is due of the lessons at hand, the longest ago first; nil: there is nothing to ask.
  public init?(_ past: Past, in library: Library, back: Back?) {
    var readings: [String: Lesson] = [:]
    items = past.due(in: library.ids).compactMap { due in
      ReviewItem(due) { variant in
        let key = "\(due.item.lesson) \(variant)"
        if readings[key] == nil {
          readings[key] = library.reading(of: due.item.lesson, variant: variant)?.lesson
        }
        return readings[key]
      }
    }
    guard !items.isEmpty else { return nil }
    lesson = Lesson(reviewing: items, id: Self.attemptName, title: "Review")
    self.back = back
  }

  /// What the first row of its journal says; each item begins in a world of its own.
  public var beginning: Beginning {
    Beginning(
      engine: Session.engine,
      lesson: Self.attemptName,
      lessonHash: "",
      scene: Scene.cafe,
      seed: 1
    )
  }
}
