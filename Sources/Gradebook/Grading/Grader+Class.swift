extension Grader {
  /// Makes the gradebook of everything that was handed in; the order of the submissions does not
  /// matter.
  ///
  /// Of several submissions of one learner the latest of each sitting is looked at: the one that
  /// goes on from the others of it. Of several sittings the one counts that ended first by the
  /// learner's clock. Its facts name the others.
  public func classGrades(of submissions: [MarkedSubmission]) -> ClassGrades {
    let sorted = submissions.sorted { $0.name < $1.name }
    var grades = learners.indices.map { place in
      chosen(of: sorted.filter { $0.place == place }, at: place)
    }
    compareCommands(&grades)
    let strangers = sorted.filter { $0.place == nil }
    return ClassGrades(
      quiz: quiz,
      grades: grades.map(\.grade) + strangers.map { $0.grade(learners) },
      refused: grades.flatMap(\.refused)
    )
  }

  /// The grade of a learner, and the print of the submission that counts.
  struct Chosen {
    var grade: Grade
    let fingerprint: [UInt8]?
    /// What else the learner handed in and is refused.
    var refused: [Grade] = []
  }

  private func chosen(of submissions: [MarkedSubmission], at place: Int) -> Chosen {
    guard var best = submissions.first(where: \.isGraded) ?? submissions.first else {
      let grade = Grade(
        learner: learners[place],
        submission: nil,
        verdict: .missing,
        items: [],
        facts: [],
        wallTime: 0
      )
      return Chosen(grade: grade, fingerprint: nil)
    }
    let graded = submissions.filter(\.isGraded)
    let latest = graded.filter { one in
      graded.allSatisfy { !$0.goesOn(from: one) || one.goesOn(from: $0) }
    }
    best = latest.min { ($0.end, $0.name) < ($1.end, $1.name) } ?? best
    let others = submissions.filter { $0.name != best.name }
    let counting = best
    best.facts += others.map { other -> Fact in
      counting.goesOn(from: other) ? .anotherSubmission(other.name) : .anotherSitting(other.name)
    }
    return Chosen(
      grade: best.grade(learners),
      fingerprint: best.fingerprint,
      refused: others.filter { !$0.isGraded }.map { $0.grade(learners) }
    )
  }

  /// Says of learners who did the same, but for names, that they did.
  private func compareCommands(_ grades: inout [Chosen]) {
    var first: [[UInt8]: Int] = [:]
    var second: [[UInt8]: Int] = [:]
    for (place, chosen) in grades.enumerated() {
      guard let print = chosen.fingerprint else { continue }
      guard let earlier = first[print] else {
        first[print] = place
        continue
      }
      if second.updateValue(second[print] ?? place, forKey: print) == nil {
        grades[earlier].note(.sameCommands(as: learners[place].id))
      }
      grades[place].note(.sameCommands(as: learners[earlier].id))
    }
  }
}

extension Grader.Chosen {
  fileprivate mutating func note(_ fact: Fact) {
    grade = Grade(
      learner: grade.learner,
      submission: grade.submission,
      verdict: grade.verdict,
      items: grade.items,
      facts: grade.facts + [fact],
      wallTime: grade.wallTime
    )
  }
}
