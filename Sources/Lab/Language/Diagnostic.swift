/// One finding in a lesson file: where, what, and what to write instead.
public struct Diagnostic: Error, Hashable, Sendable {
  public let position: SourcePosition
  public let problem: Problem

  public var line: Int { position.line }
  public var column: Int { position.column }

  init(position: SourcePosition, problem: Problem) {
    self.position = position
    self.problem = problem
  }

  /// What can be wrong with a lesson, as facts.
  ///
  /// Words of the author in it hold no control characters.
  public enum Problem: Hashable, Sendable {
    // The file
    case fileTooLarge(limit: Int)
    case notUTF8
    case controlCharacter(UInt32)
    case lineTooLong(limit: Int)
    case tooManyLines(limit: Int)
    case tooManySteps(limit: Int)
    case tooManyItems(in: String, limit: Int)

    // The front matter
    case noFrontMatter
    case frontMatterUnclosed
    case frontMatterTooDeep
    case frontMatterSyntax(reason: String)
    case unknownFrontMatterKey(String, near: String?)
    case missingFrontMatterKey(String)
    case wrongShape(key: String, expected: String)
    case badFrontMatterValue(key: String, found: String, expected: String)
    case unknownFormat(String)
    case unknownScene(String, near: String?)
    case brokenScene(String)

    // Scenes
    case notYAML(reason: String)
    case yamlTooDeep
    case unknownSceneFormat(String)
    case unknownSceneKey(String, in: String, near: String?)
    case missingSceneKey(String, in: String)
    case badSceneValue(key: String, found: String, expected: String, near: String?)
    case wrongSceneShape(key: String, expected: String)
    case sceneNameTwice(String, firstLine: Int)
    case learnersResolverMissing

    // Steps
    case noSteps
    case headingWithoutID(suggestion: String)
    case badID(String)
    case duplicateID(String, firstLine: Int)
    case fenceBeforeSteps(FenceKind)
    case taskWithoutSolve
    case withoutTask(FenceKind)
    case taskAndQuiz
    case secondFence(FenceKind, firstLine: Int)

    // Fences
    case unclosedFence(String)
    case unknownFence(String, near: String?)
    case fenceNameMissing(FenceKind)
    case fenceNameUnexpected(FenceKind)
    case unknownKey(String, in: FenceKind, near: String?)
    case missingKey(String, in: FenceKind)
    case repeatedKey(String)
    case emptyFence(FenceKind)
    case emptyValue(String)
    case strayLine(FenceKind)
    case badVariable
    case unknownVariable(String, near: String?)
    case tooManyVariants(limit: Int)
    case badDemoLine(String)
    case rewindTooLarge(String, limit: Int)
    case badPoll(choices: ClosedRange<Int>)
    case unknownPrediction(String, near: String?)
    case badPrice(String)

    // Tasks
    case badCondition
    case conditionWithoutTest(String)
    case conditionWithoutLabel(String)
    case badPoints(String)
    case unknownCondition(String, near: String?)
    case needsCycle(String)
    case needsTooClose
    case badAcceptance

    // Tests, values, formulas
    case unexpected(found: String, expected: String)
    case strangeCharacter(String)
    case unknownQuery(String, near: String?)
    case unknownArgument(String, of: Query.Kind, near: String?)
    case wrongArguments(Query.Kind)
    case badProperty(String)
    case badNumber(String)
    case badDuration(String)
    case openQuote
    case tooDeep(limit: Int)
    case underWithoutColon
    case beyondHorizon
    case testsNothing(String)
    case testTooLong(limit: Int)
    case chaosAtAnotherTime
    case unknownName(String, near: String?)
    case openInterpolation
    case answerOutsidePrediction
    case noSuchQueryInTest(Query.Kind)

    // Predictions and questions
    case badModel
    case unknownSetting(String, near: String?)
    case badSettingValue(setting: String, expected: String)
    case badTolerance(String)
    case kindOfQuestionMissing
    case secondKindOfQuestion(String)
    case rightOptions(count: Int)
    case optionWithoutFeedback
    case ideaWithoutFeedback(String)
    case badNumberKey
    case tooFewItems(String)
    case phraseTwice(String, firstLine: Int)
    case caseOutsideFreeText
  }
}
