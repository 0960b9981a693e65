import OrderedCollections

/// What a learner has once answered, and when it is asked again: at the next session, three days
/// later, and a week after that.
///
/// Nothing of it is kept: it follows from the responses in the journals. A wrong response begins
/// the row anew; after three right ones in reviews an item is settled. What was right rests for
/// some hours, since a session that begins sooner would ask what nobody can have forgotten.
public struct Recall: Sendable {
  private var items: OrderedDictionary<Item, Standing> = [:]

  /// A question or prediction of a lesson.
  public struct Item: Hashable, Sendable, CustomStringConvertible {
    public let lesson: String
    public let question: String

    public init(lesson: String, question: String) {
      self.lesson = lesson
      self.question = question
    }

    /// Reads `lesson#question`.
    public init?(_ text: String) {
      let parts = text.split(separator: "#", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
      self.init(lesson: String(parts[0]), question: String(parts[1]))
    }

    public var description: String { "\(lesson)#\(question)" }
  }

  /// A response, and when it was given, in milliseconds since 1970.
  public struct Reply: Hashable, Sendable {
    public let item: Item
    public let wallTime: Int64
    /// Nil: nobody has judged it.
    public let isRight: Bool?
    /// Whether it was given in a review; else in the lesson itself.
    public let isInReview: Bool

    public init(item: Item, wallTime: Int64, isRight: Bool?, isInReview: Bool) {
      self.item = item
      self.wallTime = wallTime
      self.isRight = isRight
      self.isInReview = isInReview
    }
  }

  /// An item that is to be asked.
  public struct Due: Hashable, Sendable {
    public let item: Item
    /// How many responses there were: another number gives another variant, where there is one.
    public let count: Int
  }

  /// How far an item has come.
  private struct Standing: Hashable, Sendable {
    /// How many of the three waits are over.
    var rung = 0
    var count = 0
    var latest: Int64
    /// Whether the latest response was wrong.
    var isWrong = false

    /// Whether the first wait is over, in a session that began then.
    func hasRested(at now: Int64, session began: Int64) -> Bool {
      latest < began && (isWrong || now - latest >= Recall.rest)
    }
  }

  /// The waits after the next session, in milliseconds: three days, and a week.
  static let waits: [Int64] = [3 * 86_400_000, 7 * 86_400_000]

  /// For how long what was right is not asked in another session either: eight hours.
  static let rest: Int64 = 8 * 3_600_000

  /// Takes every response that the journals hold, in any order.
  ///
  /// A lesson that was thrown away takes its reviews with it: what was never answered in a lesson
  /// is not asked.
  public init(_ replies: [Reply]) {
    for reply in replies.sorted(by: { $0.wallTime < $1.wallTime }) {
      guard var standing = items[reply.item] ?? Self.standing(after: reply) else { continue }
      standing.count += 1
      standing.latest = reply.wallTime
      standing.isWrong = reply.isRight == false
      switch reply.isRight {
      case false: standing.rung = 0
      case true where reply.isInReview: standing.rung += 1
      default: break
      }
      items[reply.item] = standing
    }
  }

  private static func standing(after reply: Reply) -> Standing? {
    reply.isInReview ? nil : Standing(latest: reply.wallTime)
  }

  /// What is to be asked, the longest ago first.
  ///
  /// `now` and when the session began: milliseconds since 1970.
  public func due(at now: Int64, session began: Int64) -> [Due] {
    items.elements.filter { _, standing in
      switch standing.rung {
      case 0: standing.hasRested(at: now, session: began)
      case 1...Self.waits.count: now - standing.latest >= Self.waits[standing.rung - 1]
      default: false
      }
    }
    .sorted { $0.value.latest < $1.value.latest }
    .map { Due(item: $0.key, count: $0.value.count) }
  }

  /// What is not due yet: how many items come at the next session, and when the first of the others
  /// comes, in milliseconds since 1970.
  public func ahead(at now: Int64, session began: Int64) -> (soon: Int, later: Int64?) {
    var ahead: (soon: Int, later: Int64?) = (0, nil)
    for (_, standing) in items.elements {
      switch standing.rung {
      case 0: if !standing.hasRested(at: now, session: began) { ahead.soon += 1 }
      case 1...Self.waits.count:
        let moment = standing.latest + Self.waits[standing.rung - 1]
        if moment > now { ahead.later = min(ahead.later ?? moment, moment) }
      default: break
      }
    }
    return ahead
  }
}
