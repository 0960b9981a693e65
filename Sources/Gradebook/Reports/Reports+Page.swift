import Mustache

extension Reports {
  /// The class at a glance, as one page that needs nothing from elsewhere.
  func reportPage(_ grades: ClassGrades, _ names: FileNames) -> String {
    let statistics = ClassStatistics(grades)
    let rules = grades.quiz.rules
    var page: [String: Any] = [
      "title": pageText(grades.quiz.title),
      "quiz": pageText(grades.quiz.id),
      "engine": pageText(grades.quiz.engine),
      "counts": Self.counts(statistics),
      "distribution": Self.distribution(statistics),
      "learners": grades.grades.enumerated().filter { !$1.isOfNobody }.map { place, grade in
        Self.row(grade, rules, file: names[place])
      },
      "items": statistics.items.map(Self.row),
    ]
    Self.list("misconceptions", statistics.items.flatMap(Self.misconceptions), &page)
    Self.list("conditions", statistics.items.flatMap(Self.conditions), &page)
    Self.list("facts", grades.grades.flatMap(Self.facts), &page)
    let refused = (grades.grades + grades.refused).compactMap(Self.refusal)
    Self.list("refusals", refused, &page)
    return self.page.render(page)
  }

  /// A list, and beside it whether there is anything in it.
  private static func list(
    _ name: String,
    _ rows: [[String: Any]],
    _ page: inout [String: Any]
  ) {
    page[name] = rows
    page["has_" + name] = !rows.isEmpty
  }

  private static func counts(_ statistics: ClassStatistics) -> [[String: Any]] {
    var counts = [
      ("Graded", "\(statistics.graded)"), ("Not handed in", "\(statistics.missing)"),
      ("Refused", "\(statistics.refused)"),
    ]
    if statistics.graded > 0 {
      counts.append(("Mean share", Ratio(statistics.mean, 100).decimal(places: 1) + " %"))
      counts.append(("Median share", Ratio(statistics.median, 100).decimal(places: 1) + " %"))
    }
    if let passed = statistics.passed { counts.append(("Passed", "\(passed)")) }
    return counts.map { ["name": $0.0, "value": $0.1] }
  }

  private static func distribution(_ statistics: ClassStatistics) -> [[String: Any]] {
    let most = max(1, statistics.distribution.max() ?? 1)
    return statistics.distribution.enumerated().map { place, count in
      [
        "range": place == 9 ? "90–100 %" : "\(place * 10)–\(place * 10 + 9) %", "count": count,
        "width": Ratio(count, most).scaled(to: 100),
      ]
    }
  }

  private static func row(_ grade: Grade, _ rules: Rules, file: String) -> [String: Any] {
    let isGraded = grade.verdict == .graded
    return [
      "id": pageText(grade.learner.id), "name": pageText(grade.learner.name), "file": file,
      "status": grade.verdict.word,
      "points": isGraded
        ? "\(Points.text(grade.earned, rules)) of \(Points.text(grade.possible, rules))" : "–",
      "percent": isGraded ? Ratio(grade.earned, grade.possible).percent : "–",
      "time": isGraded ? spoken(milliseconds: grade.wallTime) : "–",
      "hints": isGraded ? "\(grade.items.reduce(0) { $0 + $1.hints })" : "–",
      "facts": grade.facts.isEmpty ? "" : "\(grade.facts.count)",
    ]
  }

  private static func row(_ item: ItemStatistics) -> [String: Any] {
    let isEmpty = item.learners == 0
    return [
      "item": pageText(item.item), "title": pageText(item.title), "learners": item.learners,
      "difficulty": isEmpty ? "–" : item.difficulty.percent,
      "discrimination": item.discrimination.map(hundredths) ?? "–",
      "time": isEmpty ? "–" : spoken(milliseconds: item.medianTime),
      "hints": item.hints, "hinted": item.hinted,
    ]
  }

  private static func misconceptions(_ item: ItemStatistics) -> [[String: Any]] {
    item.misconceptions.map { misconception in
      [
        "title": pageText(item.title),
        "place": pageText(misconception.question.map { "question \($0)" } ?? "the task"),
        "name": pageText(misconception.name ?? "nobody foresaw it"),
        "learners": misconception.learners,
        "share": Ratio(misconception.learners, item.learners).percent,
      ]
    }
  }

  private static func conditions(_ item: ItemStatistics) -> [[String: Any]] {
    item.conditions.map { condition in
      [
        "title": pageText(item.title),
        "parts": parts(condition.label ?? "\(condition.id), in the words of each one's variant"),
        "met": condition.met,
        "learners": condition.learners,
        "share": Ratio(condition.met, condition.learners).percent,
      ]
    }
  }

  private static func facts(_ grade: Grade) -> [[String: Any]] {
    grade.facts.map { fact in
      [
        "id": pageText(grade.learner.id), "name": pageText(grade.learner.name),
        "sentence": pageText(fact.sentence),
      ]
    }
  }

  private static func refusal(_ grade: Grade) -> [String: Any]? {
    guard case .refused(let refusal) = grade.verdict else { return nil }
    return [
      "submission": pageText(grade.submission ?? "–"),
      "id": grade.isOfNobody ? "–" : pageText(grade.learner.id),
      "name": grade.isOfNobody ? "nobody of the roster" : pageText(grade.learner.name),
      "sentence": pageText(refusal.sentence),
    ]
  }
}
