import OrderedCollections

extension ClassGrades {
  /// The names of the items that a class was put, in the order of the quiz.
  var itemNames: OrderedSet<String> {
    var names = OrderedSet(quiz.pools.flatMap { $0.items.map(\.description) })
    for grade in grades { names.formUnion(grade.items.map(\.item)) }
    return names
  }

  /// A row for each learner: points in all and by item, and what the roster says of them.
  var gradebook: SeparatedTable {
    var further: OrderedSet<String> = []
    for grade in grades { further.formUnion(grade.learner.columns.map(\.name)) }
    let items = itemNames
    var table = SeparatedTable()
    table.add(
      ["id", "name"] + further
        + ["status", "points", "possible", "percent", "passed", "units", "units possible"] + items
        + ["points off for help", "hints read", "minutes", "facts", "submission", "reason"]
    )
    for grade in grades {
      table.add(
        [grade.learner.id, grade.learner.name] + further.map { grade.learner[column: $0] ?? "" }
          + totals(grade) + items.map { points(grade, $0) } + rest(grade)
      )
    }
    return table
  }

  private func totals(_ grade: Grade) -> [String] {
    guard grade.verdict == .graded else { return [grade.verdict.word, "", "", "", "", "", ""] }
    return [
      grade.verdict.word, Points.text(grade.earned, quiz.rules),
      Points.text(grade.possible, quiz.rules),
      Ratio(grade.earned * 100, grade.possible).decimal(places: 2),
      quiz.rules.passes(grade).map { $0 ? "yes" : "no" } ?? "",
      "\(grade.earned)", "\(grade.possible)",
    ]
  }

  private func points(_ grade: Grade, _ item: String) -> String {
    grade.items.first { $0.item == item }.map { Points.text($0.earned, quiz.rules) } ?? ""
  }

  private func rest(_ grade: Grade) -> [String] {
    guard grade.verdict == .graded else {
      let reason = if case .refused(let refusal) = grade.verdict { refusal.sentence } else { "" }
      return ["", "", "", "", grade.submission ?? "", reason]
    }
    return [
      Points.text(grade.items.reduce(0) { $0 + $1.price }, quiz.rules),
      "\(grade.items.reduce(0) { $0 + $1.hints })",
      Ratio(Int(grade.wallTime), 60_000).decimal(places: 1),
      "\(grade.facts.count)", grade.submission ?? "", reasons(besides: grade),
    ]
  }

  /// Why other submissions of a learner were refused, each with its name.
  private func reasons(besides grade: Grade) -> String {
    refused.filter { $0.learner.id == grade.learner.id }.compactMap { other in
      guard case .refused(let refusal) = other.verdict else { return nil }
      return "\(other.submission ?? "–"): \(refusal.sentence)"
    }.joined(separator: " ")
  }
}

extension Learner {
  /// What the roster has in a column of this name, however it is spelled.
  subscript(column name: String) -> String? {
    columns.first { $0.name == name }?.value
      ?? columns.first { $0.name.headerKey == name.headerKey }?.value
  }
}

extension GradeVerdict {
  var word: String {
    switch self {
    case .graded: "graded"
    case .missing: "not handed in"
    case .refused: "refused"
    }
  }
}

extension Rules {
  /// Whether a grade passes; nil: nobody said what passes.
  func passes(_ grade: Grade) -> Bool? {
    pass.map { grade.possible > 0 && grade.earned * 100 >= grade.possible * $0 }
  }
}
