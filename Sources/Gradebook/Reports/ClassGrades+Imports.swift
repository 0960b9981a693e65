/// The layouts that an LMS takes in.
///
/// A submission that was refused has no row: nothing is overwritten before a person has decided.
extension ClassGrades {
  /// What Canvas imports.
  ///
  /// Its own first columns, one for the quiz, and a row with the points that can be had. Canvas
  /// finds a learner by its own ID, else by the SIS ids.
  var canvas: SeparatedTable {
    var table = SeparatedTable()
    table.add(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", cleaned(quiz.title)])
    table.add(["    Points Possible", "", "", "", "", Points.text(most, quiz.rules)])
    for grade in grades where grade.isForImport {
      let learner = grade.learner
      let user = learner[column: "SIS User ID"]
      let login = learner[column: "SIS Login ID"]
      // A roster that came from Canvas has SIS columns beside the ID, which is then Canvas's own.
      let isCanvas =
        [user, login].contains { $0 != nil && $0 != learner.id }
        && user != learner.id && login != learner.id
      table.add([
        learner[column: "Student"] ?? learner.name, isCanvas ? learner.id : "",
        user ?? (isCanvas ? "" : learner.id), login ?? "", learner[column: "Section"] ?? "",
        imported(grade),
      ])
    }
    return table
  }

  /// What Moodle imports: what it finds a learner by, the grade, and words to it.
  var moodle: SeparatedTable {
    var table = SeparatedTable()
    let identifiers = ["Email address", "Username"].filter { name in
      grades.contains { $0.learner[column: name] != nil }
    }
    table.add(["ID number"] + identifiers + [cleaned(quiz.title), "Feedback"])
    for grade in grades where grade.isForImport {
      let learner = grade.learner
      table.add(
        [learner[column: "ID number"] ?? learner.id]
          + identifiers.map { learner[column: $0] ?? "" }
          + [imported(grade), summary(grade)]
      )
    }
    return table
  }

  /// The most points that anybody can have: what an LMS gives the quiz.
  private var most: Int { grades.map(\.possible).max() ?? 0 }

  /// The points as an LMS takes them; where learners were dealt items of different worth, of the
  /// most.
  private func imported(_ grade: Grade) -> String {
    guard grade.verdict == .graded else { return "" }
    if grade.possible == most { return Points.text(grade.earned, quiz.rules) }
    return Ratio(grade.earned * most, grade.possible * quiz.rules.unit).decimal(places: 4)
  }

  /// Points by item, without anything that the learner wrote.
  private func summary(_ grade: Grade) -> String {
    grade.items.map { item in
      let earned = Points.text(item.earned, quiz.rules)
      return "\(cleaned(item.title)): \(earned) of \(Points.text(item.possible, quiz.rules))"
    }.joined(separator: "; ")
  }
}

extension Grade {
  fileprivate var isForImport: Bool {
    if case .refused = verdict { false } else { true }
  }
}
