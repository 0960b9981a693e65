extension Diagnostic {
  /// One sentence that says what is wrong, for the author of the lesson.
  public var message: String { problem.message }
}

extension Diagnostic.Problem {
  fileprivate var message: String {
    fileMessage ?? frontMatterMessage ?? sceneMessage ?? stepMessage ?? fenceMessage ?? taskMessage
      ?? testMessage
      ?? questionMessage ?? ""
  }

  private var fileMessage: String? {
    switch self {
    case .fileTooLarge(let limit): "The file has more than \(limit) bytes."
    case .notUTF8: "The file is not UTF-8 here."
    case .controlCharacter(let scalar):
      "The character \(scalarName(scalar)) cannot be seen and does not belong in a lesson."
    case .lineTooLong(let limit): "The line has more than \(limit) bytes."
    case .tooManyLines(let limit): "The file has more than \(limit) lines."
    case .tooManySteps(let limit): "The lesson has more than \(limit) steps."
    case .tooManyItems(let place, let limit): "There are more than \(limit) items in \(place)."
    default: nil
    }
  }

  private var frontMatterMessage: String? {
    switch self {
    case .noFrontMatter: "The file does not begin with its front matter."
    case .frontMatterUnclosed: "The front matter has no end."
    case .frontMatterTooDeep: "The front matter is nested too deeply or too long."
    case .frontMatterSyntax(let reason): "The front matter is not YAML: \(shown(reason))."
    case .unknownFrontMatterKey(let key, _): "The front matter has no key `\(shown(key))`."
    case .missingFrontMatterKey(let key): "The front matter lacks `\(key)`."
    case .wrongShape(let key, let expected): "`\(shown(key))` must be \(expected)."
    case .badFrontMatterValue(let key, let found, let expected):
      "`\(key)` is `\(shown(found))`; it must be \(expected)."
    case .unknownFormat(let format):
      "This program reads lessons of format 1, and this one says `\(shown(format))`."
    default: nil
    }
  }

  private var sceneMessage: String? {
    switch self {
    case .unknownScene(let name, _): "There is no scene `\(shown(name))`."
    case .brokenScene(let name): "The file of the scene `\(shown(name))` is broken."
    case .notYAML(let reason): "The file is not YAML: \(shown(reason))."
    case .yamlTooDeep: "The file is nested too deeply."
    case .unknownSceneFormat(let format):
      "This program reads scenes of format 1, and this one says `\(shown(format))`."
    case .unknownSceneKey(let key, let place, _): "\(place) has no key `\(shown(key))`."
    case .missingSceneKey(let key, let place): "\(place) lacks `\(key)`."
    case .badSceneValue(let key, let found, let expected, _):
      "`\(key)` is `\(shown(found))`; it must be \(expected)."
    case .wrongSceneShape(let key, let expected): "`\(shown(key))` must be \(expected)."
    case .sceneNameTwice(let name, let line):
      "`\(shown(name))` is already the name of line \(line)."
    case .learnersResolverMissing: "No resolver is the learner's own."
    default: nil
    }
  }

  private var stepMessage: String? {
    switch self {
    case .noSteps: "The lesson has no step."
    case .headingWithoutID: "The heading has no id."
    case .badID(let id): "`\(shown(id))` cannot be an id."
    case .duplicateID(let id, let line): "`\(shown(id))` is already the id of line \(line)."
    case .fenceBeforeSteps(let kind): "A `\(kind.rawValue)` fence stands before the first step."
    case .taskWithoutSolve: "The step has a task and no `solve`, so a learner could get stuck."
    case .withoutTask(let kind): "The step has a `\(kind.rawValue)` fence and no task."
    case .taskAndQuiz: "The step has both a task and a question."
    case .secondFence(let kind, let line):
      "The step already has a `\(kind.rawValue)` fence in line \(line)."
    default: nil
    }
  }

  private var fenceMessage: String? {
    switch self {
    case .unclosedFence(let word): "The fence `\(shown(word))` has no end."
    case .unknownFence(let word, _): "`\(shown(word))` is no kind of fence."
    case .fenceNameMissing(let kind): "The `\(kind.rawValue)` fence has no name."
    case .fenceNameUnexpected(let kind): "A `\(kind.rawValue)` fence takes no name."
    case .unknownKey(let key, let kind, _): "A `\(kind.rawValue)` fence has no key `\(shown(key))`."
    case .missingKey(let key, let kind): "The `\(kind.rawValue)` fence lacks `\(key)`."
    case .repeatedKey(let key): "`\(shown(key))` stands here a second time."
    case .emptyFence(let kind): "The `\(kind.rawValue)` fence is empty."
    case .emptyValue(let key): "`\(shown(key))` has no value."
    case .strayLine(let kind): "This line belongs to nothing in the `\(kind.rawValue)` fence."
    case .badVariable: "This is no variable."
    case .unknownVariable(let name, _): "No `vars` fence names `\(shown(name))`."
    case .tooManyVariants(let limit): "The variables make more than \(limit) variants."
    case .badDemoLine(let line): "`\(shown(line))` cannot be performed."
    case .rewindTooLarge(let count, let limit):
      "`\(shown(count))` is too large: a `demo` fence has \(limit) lines at most."
    case .badPrice(let price): "`\(shown(price))` is no price."
    case .badPoll(let choices):
      "A poll has a question and \(choices.lowerBound) to \(choices.upperBound) choices, or none."
    case .unknownPrediction(let name, _): "The step has no prediction `\(shown(name))`."
    default: nil
    }
  }

  private var taskMessage: String? {
    switch self {
    case .badCondition: "This is no condition."
    case .conditionWithoutTest(let id): "The condition `\(shown(id))` has no test."
    case .conditionWithoutLabel(let id): "The condition `\(shown(id))` has no label."
    case .badPoints(let points): "`\(shown(points))` are no points."
    case .unknownCondition(let id, _): "The task has no condition `\(shown(id))`."
    case .needsCycle(let id): "The condition `\(shown(id))` needs itself in the end."
    case .needsTooClose: "This `needs` reads as a part of the label."
    case .badAcceptance: "This accepts no mutant, or says no reason."
    default: nil
    }
  }

  private var testMessage: String? {
    switch self {
    case .unexpected(let found, let expected): "Expected \(expected), found \(shown(found))."
    case .strangeCharacter(let text): "`\(shown(text))` means nothing in a test."
    case .unknownQuery(let word, _): "A test cannot ask for `\(shown(word))`."
    case .unknownArgument(let name, let kind, _):
      "`\(kind.rawValue)` takes nothing called `\(shown(name))`."
    case .wrongArguments(let kind): "`\(kind.rawValue)` does not take these arguments."
    case .badProperty(let found): "Expected the name of a property, found \(shown(found))."
    case .badNumber(let text): "`\(shown(text))` is no number."
    case .badDuration(let text): "`\(shown(text))` is no duration."
    case .openQuote: "The quotation mark is never closed."
    case .tooDeep(let limit): "This is nested more than \(limit) deep."
    case .underWithoutColon: "The command after `under` has no end."
    case .beyondHorizon: "A test looks one day ahead at most."
    case .chaosAtAnotherTime: "A share of chaos is asked of the present moment alone."
    case .testsNothing(let value): "\(shown(value)) is the same in every world."
    case .testTooLong(let limit): "The test has more than \(limit) characters."
    case .unknownName(let name, _): "`\(shown(name))` is neither a variable nor a query."
    case .openInterpolation: "The bracket is never closed."
    case .answerOutsidePrediction: "Only a prediction has an `answer`."
    case .noSuchQueryInTest(let kind): "The test asks for no `\(kind.rawValue)`."
    default: nil
    }
  }

  private var questionMessage: String? {
    switch self {
    case .badModel: "This model is neither a formula nor a changed engine."
    case .unknownSetting(let name, _): "The engine has no setting `\(shown(name))`."
    case .badSettingValue(let setting, let expected): "`\(setting)` takes \(expected)."
    case .badTolerance(let text): "`\(shown(text))` is no tolerance."
    case .kindOfQuestionMissing: "The question does not say how it is answered."
    case .secondKindOfQuestion(let key):
      "The question is already answered in another way than `\(key)`."
    case .rightOptions(let count): "The question has \(count) right options."
    case .optionWithoutFeedback: "The option has no feedback."
    case .ideaWithoutFeedback(let name): "`\(shown(name))` has no feedback."
    case .badNumberKey: "This is no number with a tolerance."
    case .tooFewItems(let key): "`\(key)` needs at least two lines."
    case .phraseTwice(let phrase, let line):
      "`\(shown(phrase))` is already a phrase of line \(line)."
    case .caseOutsideFreeText: "Only a free-text question has cases for its judge."
    default: nil
    }
  }
}

private func scalarName(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// The author's words on one line, cut to a length that fits.
private func shown(_ text: String) -> String {
  let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  return line.count <= 60 ? line : line.prefix(59) + "…"
}
