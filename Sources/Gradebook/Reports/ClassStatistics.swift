/// A class at a glance.
struct ClassStatistics: Hashable, Sendable {
  let graded: Int
  let missing: Int
  let refused: Int
  /// How many reached each tenth of the points: below 10 %, below 20 % and so on.
  let distribution: [Int]
  /// Hundredths of a percent of the points.
  let mean: Int
  let median: Int
  /// How many passed; nil: nobody said what passes.
  let passed: Int?
  let items: [ItemStatistics]

  init(_ grades: ClassGrades) {
    let graded = grades.grades.filter { $0.verdict == .graded }
    let shares = graded.map { Ratio($0.earned, $0.possible).scaled(to: 10_000) }
    self.graded = graded.count
    missing = grades.grades.count { $0.verdict == .missing }
    refused = grades.grades.count - graded.count - missing + grades.refused.count
    var distribution = [Int](repeating: 0, count: 10)
    for share in shares { distribution[max(0, min(share / 1_000, 9))] += 1 }
    self.distribution = distribution
    mean = Ratio(shares.reduce(0, +), shares.count).scaled(to: 1)
    median = Gradebook.median(shares) ?? 0
    let rules = grades.quiz.rules
    passed = rules.pass == nil ? nil : graded.count { rules.passes($0) == true }
    items = grades.itemNames.map { item in
      ItemStatistics(item, graded.filter { $0.items.contains { $0.item == item } })
    }
  }
}
