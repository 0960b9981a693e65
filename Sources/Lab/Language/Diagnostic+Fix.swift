extension Diagnostic {
  /// What to write instead, where that is known.
  public var fix: String? { problem.fix }
}

extension Diagnostic: CustomStringConvertible {
  /// `12:3 L034 message fix`, one line.
  public var description: String {
    ["\(line):\(column)", code, message, fix].compactMap(\.self).joined(separator: " ")
  }
}

extension Diagnostic.Problem {
  fileprivate var fix: String? {
    switch self {
    case .unknownFrontMatterKey(_, let near), .unknownFence(_, let near),
      .unknownKey(_, _, let near), .unknownVariable(_, let near),
      .unknownCondition(_, let near), .unknownQuery(_, let near),
      .unknownArgument(_, _, let near), .unknownName(_, let near), .unknownSetting(_, let near),
      .unknownPrediction(_, let near),
      .unknownScene(_, let near), .unknownSceneKey(_, _, let near),
      .badSceneValue(_, _, _, let near):
      near.map { "Did you mean `\($0)`?" } ?? choices
    case .wrongArguments(let kind): usage(of: kind)
    case .noSuchQueryInTest(let kind): "Name the thing: `{\(kind.rawValue)(\"…\").…}`."
    default: example
    }
  }

  /// What there is to choose from, where nothing comes near.
  private var choices: String? {
    switch self {
    case .unknownFence:
      "The kinds are \(FenceKind.allCases.map(\.rawValue).joined(separator: ", "))."
    case .unknownScene: "`cafe scenes` lists them."
    case .unknownKey(_, .demo, _): DemoLine.forms
    case .unknownCondition(let ids, _) where ids.contains(" "): "Put a comma between two ids."
    default: nil
    }
  }

  private var example: String? {
    switch self {
    case .notUTF8: "Save the file as UTF-8."
    case .noFrontMatter: "Begin with a line `---`, then `format: 1`, and so on."
    case .frontMatterUnclosed: "End it with a line `---`."
    case .frontMatterTooDeep: "Keys with a value or a plain list are all it needs."
    case .brokenScene: "`cafe scenes` says where."
    case .learnersResolverMissing: "Add one called `home`, and `busy: no`."
    case .noSteps: "Begin one with `## Heading {#id}`."
    case .headingWithoutID(let suggestion): "Write `{#\(suggestion)}` at its end."
    case .badID: "Use lower-case letters, digits and hyphens, beginning with a letter."
    case .duplicateID: "Progress hangs on ids, so each needs its own."
    case .fenceBeforeSteps: "Put it below a heading `## … {#id}`."
    case .taskWithoutSolve: "Add a `solve` fence with the commands of the model solution."
    case .taskAndQuiz: "Make two steps of it."
    case .unclosedFence: "Close it with a line of as many backticks."
    case .fenceNameMissing(let kind): "Write `\(kind.rawValue) some-name`."
    case .strayLine(.task):
      "Only `[id] points  label` stands at column 1; what belongs to it is indented below."
    case .missingKey(let key, _): "Add it: `\(key): …`."
    case .strayLine:
      "A key stands at column 1, what continues it is indented, `#` begins a comment."
    case .badVariable: "Write `name = one | two | three`."
    case .badDemoLine: DemoLine.forms
    case .rewindTooLarge: "Count the lines typed in this step, such as `rewind 2`."
    case .badPoll: "Write `poll: question | choice :: test | choice :: test`."
    case .badPrice: "Write `1 |` before the hint, or nothing."
    case .badCondition: "Write `[id] 1  label`."
    case .conditionWithoutTest: "Indent its test on the next line."
    case .badPoints: "Use a whole number up to \(LessonLimits.points)."
    case .needsTooClose: "Leave two spaces before it."
    case .badAcceptance:
      "Write `accept NAME: reason`, with the name that `cafe author mutate` gives."
    default: testExample
    }
  }

  private var testExample: String? {
    switch self {
    case .strangeCharacter("="), .unexpected("`is`", _): "Write `==`."
    case .strangeCharacter("&"): "Write `and`."
    case .strangeCharacter("|"): "Write `or`."
    case .strangeCharacter("!"): "Write `not`."
    case .strangeCharacter("/"), .badNumber: "Put text in quotes."
    case .badProperty: "Properties are written like `ip-address`."
    case .badDuration: "Write `45s`, `5m`, `1h`, `250ms` or `1m30s`."
    case .underWithoutColon: "Put a colon and a space after the command."
    case .chaosAtAnotherTime:
      "Take it out of `ever`, `within`, `after`, `always for`, `seconds until` and other chaos."
    case .testsNothing: "Compare it with something that can change."
    case .openInterpolation: "Close it with `}`, or write `\\` before it."
    case .badModel: "Write a formula, or `engine.SETTING = value`."
    case .badTolerance: "Write a number or a duration."
    case .kindOfQuestionMissing: "Add one of `choose:`, `type:`, `number:`, `order:`."
    case .rightOptions: "Mark exactly one with `(x)`."
    case .optionWithoutFeedback: "Write ` :: ` and why, after its text."
    case .ideaWithoutFeedback: "Indent `why:` or `say:` below it."
    case .badNumberKey: "Write `28 s ± 2`, or `${…} ± 2`."
    default: nil
    }
  }
}

private func usage(of kind: Query.Kind) -> String {
  let required = kind.positions.prefix(kind.required)
  let optional = kind.positions.dropFirst(kind.required)
  let named = kind.parameters.dropFirst(kind.positions.count).map { "\($0): …" }
  let list = required + optional.map { "[\($0)]" } + named.map { "[\($0)]" }
  guard !list.isEmpty else { return "Write `\(kind.rawValue)` alone." }
  return "Write `\(kind.rawValue)(\(list.joined(separator: ", ")))`."
}
