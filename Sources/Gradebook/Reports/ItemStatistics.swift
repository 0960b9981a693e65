import Lab
import OrderedCollections

/// What a class made of one item.
struct ItemStatistics: Hashable, Sendable {
  let item: String
  let title: String
  /// How many graded learners were put the item.
  let learners: Int
  /// The share of its points that they earned: 0 is too hard for everybody, 1 for nobody.
  let difficulty: Ratio
  /// How an item's score goes with that of the rest of the quiz, in hundredths from -100 to 100
  /// (the item-rest correlation, which for items that are right or wrong is the point-biserial);
  /// nil: one of the two does not vary.
  let discrimination: Int?
  /// Milliseconds of the clocks of those learners who began it.
  let medianTime: Int64
  let hints: Int
  /// How many took a hint at all.
  let hinted: Int
  /// The most frequent first.
  let misconceptions: [Misconception]
  let conditions: [ConditionStatistics]
}

/// A known mistake or wrong idea, or the lack of one, and how many went its way.
struct Misconception: Hashable, Sendable {
  /// A question's name; nil: the task.
  let question: String?
  /// Nil: wrong responses that nobody foresaw.
  let name: String?
  let learners: Int
}

/// How many met one condition of a task.
struct ConditionStatistics: Hashable, Sendable {
  let id: String
  /// As it was put to the learners; nil: to some in other words than to others.
  let label: String?
  let met: Int
  let learners: Int
}

extension ItemStatistics {
  /// Takes those grades that hold the item.
  init(_ item: String, _ grades: [Grade]) {
    let own = grades.compactMap { grade in grade.items.first { $0.item == item } }
    self.item = item
    title = own.first?.title ?? item
    learners = own.count
    difficulty = Ratio(
      own.reduce(0) { $0 + $1.earned },
      own.reduce(0) { $0 + $1.possible }
    )
    discrimination = Self.discrimination(own, grades)
    medianTime = median(own.map(\.wallTime).filter { $0 > 0 }) ?? 0
    hints = own.reduce(0) { $0 + $1.hints }
    hinted = own.count { $0.hints > 0 }
    misconceptions = Self.misconceptions(own)
    conditions = Self.conditions(own)
  }

  private static func discrimination(_ own: [ItemGrade], _ grades: [Grade]) -> Int? {
    let pairs = zip(own, grades).compactMap { item, grade -> (Int, Int)? in
      let rest = Ratio(grade.earned - item.earned, grade.possible - item.possible)
      guard rest.denominator > 0, item.possible > 0 else { return nil }
      return (
        Ratio(item.earned, item.possible).scaled(to: 10_000), rest.scaled(to: 10_000)
      )
    }
    return correlation(pairs.map(\.0), pairs.map(\.1))
  }

  private static func misconceptions(_ own: [ItemGrade]) -> [Misconception] {
    struct Way: Hashable {
      let question: String?
      let name: String?
    }
    var counts: OrderedDictionary<Way, Int> = [:]
    for item in own {
      var ways: OrderedSet<Way> = []
      if let mistake = item.mistake { ways.append(Way(question: nil, name: mistake)) }
      for question in item.questions {
        for response in question.responses where !response.isRight {
          ways.append(Way(question: question.name, name: response.idea))
        }
      }
      for way in ways { counts[way, default: 0] += 1 }
    }
    let found = counts.map { way, count in
      Misconception(question: way.question, name: way.name, learners: count)
    }
    // Names, not the order in which learners came, decide between equals.
    return found.sorted { one, other in
      if one.learners != other.learners { return one.learners > other.learners }
      return (one.question ?? "", one.name ?? "~") < (other.question ?? "", other.name ?? "~")
    }
  }

  private static func conditions(_ own: [ItemGrade]) -> [ConditionStatistics] {
    var counts: OrderedDictionary<String, (label: String?, met: Int, all: Int)> = [:]
    for condition in own.flatMap(\.conditions) {
      var count = counts[condition.id] ?? (condition.label, 0, 0)
      count.all += 1
      if condition.label != count.label { count.label = nil }
      if condition.status.isMet { count.met += 1 }
      counts[condition.id] = count
    }
    return counts.map { id, count in
      ConditionStatistics(id: id, label: count.label, met: count.met, learners: count.all)
    }
  }
}
