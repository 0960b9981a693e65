extension Finding {
  /// What to write instead, where that is known.
  public var fix: String? {
    switch problem {
    case .unknownProperty(_, let near), .unknownStep(_, let near):
      near.map { "Did you mean `\($0)`?" }
    case .unreadableTest: "`cafe author help tests` shows the forms of a test."
    case .refused(.mistake, _, _): "Only the last line of a mistake may be refused, by the world."
    case .refused: "Type the lines at `cafe` to see where they part from what it accepts."
    case .startPasses: "Add a condition for what the learner is to do, or undo it in `setup`."
    case .notMet(.solution, _, _): "Mend the solution, or the test."
    case .notMet: "Mend the way, the test, or take the fence away."
    case .notAlike: nil
    case .failsOtherwise(_, _, let fails):
      fails.isEmpty
        ? "It is no mistake to this task: make it an `also`, or add a condition that it fails."
        : "Write `fails:  \(fails.joined(separator: ", "))` if that is meant."
    case .toldAs(_, let other):
      other == nil
        ? nil : "Two mistakes that fail alike cannot be told apart: merge them, or add a condition."
    case .noAnswer: "Ask for something that has a number after the `run` lines."
    case .modelWithoutValue: "Use what exists at that moment, or a number."
    case .tooClose: "Choose another misconception, or a smaller `near`."
    case .saysNothing: "Use what exists when this is said, or take it out."
    case .noRightNumber: "Use what exists when the question is asked."
    case .judgedOtherwise: "Add the phrase to the idea that it belongs to."
    case .optionsAlike: "Change one of them."
    case .untaught(let verb): "Show it in the prose, in backticks: `` `\(verb) …` ``."
    case .unnamed: "Name it in the prose, or in the condition's label."
    case .unguessed: "Ask first: a `poll` whose choices have tests, or `predict NAME`."
    case .undecided(_, _, _?): "Write a test behind it: `| choice :: test`."
    case .undecided: "Let the test of one choice hold, and no other."
    case .unplayable: "Ask it before the demo has done the same, or ask the room by a `poll`."
    case .rewindsTooFar: "Write a smaller number."
    case .neverFails: "Add a `mistake` that fails it, or take the condition away."
    }
  }
}
