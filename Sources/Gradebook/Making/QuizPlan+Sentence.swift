import Lab

extension QuizPlan.Fault {
  /// Why there is no quiz, and what to try next; safe to print.
  public var sentence: String {
    switch self {
    case .noItems: "No step of these lessons carries points."
    case .noSuchLesson(let id): "No lesson \(cleaned(id)) was named."
    case .noSuchStep(let item, let near, let steps):
      "\(cleaned(item.lesson)) has no step \(cleaned(item.step))."
        + (near.map { " Did you mean \($0)?" } ?? " It has: \(steps.joined(separator: ", ")).")
    case .withoutPoints(let item):
      "\(item) has neither a task nor a question, so it can be no item."
    case .itemTwice(let item): "\(item) stands in the quiz twice."
    case .tooFewToDraw(let count, let all):
      "\(count) of \(all) items cannot be drawn; draw at least one, and at most as many as there "
        + "are."
    case .questionTwice(let name, let one, let other):
      "\(one) and \(other) both have a question called \(name). Rename one of them in its lesson."
    case .unknownCondition(let lesson, let id):
      "\(lesson) has no condition \(cleaned(id)), which is to be shown."
    }
  }
}

extension QuizProof.Fault {
  /// What is not as it should be; safe to print.
  public var sentence: String {
    switch self {
    case .finding(let item, let variant, let seed, let finding):
      "\(item), variant \(variant), world \(seed): line \(finding.position.line): "
        + cleaned(finding.message)
    case .unreadable(let lesson, let variant, let finding):
      "\(lesson), variant \(variant): \(cleaned(finding.description))"
    case .otherLength(let item, let variant, let steps, let first):
      "\(item): the solution of variant \(variant) takes \(steps) commands, that of the first "
        + "\(first)."
    case .startShows(let item, let others):
      "\(item) begins where \(others.map(\.description).joined(separator: ", ")) is solved, so it "
        + "shows what that asks. Draw one of them, leave some out, or accept it with "
        + "--accept-shown-starts."
    }
  }
}
