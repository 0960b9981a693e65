/// One thing that a lesson says and the engine does not, and where the lesson says it.
public struct Finding: Hashable, Sendable {
  public let position: SourcePosition
  public let step: String
  public let problem: Problem

  /// A way through a step.
  public enum Way: Hashable, Sendable {
    case setup
    case solution
    case alternative(String)
    case mistake(String)
    case prediction(String)
    case demo
  }

  /// What can be wrong, as facts.
  public enum Problem: Hashable, Sendable {
    case unknownProperty(Query, near: String?)
    /// A query that names a step which the lesson does not have.
    case unknownStep(Query, near: String?)
    /// A `run until` whose test cannot be read.
    case unreadableTest(String)
    /// A line that the world or the language refuses.
    case refused(Way, line: String, Refusal)
    case startPasses
    /// A way that must pass and does not: what the condition came to.
    case notMet(Way, condition: String, found: String)
    /// A mistake that fails other conditions than it says.
    case failsOtherwise(mistake: String, said: [String], fails: [String])
    /// A mistake after which another one's feedback, or none, would be shown.
    case toldAs(mistake: String, other: String?)
    case noAnswer(prediction: String)
    case modelWithoutValue(prediction: String, model: String)
    /// Two values of one question that a response could not be told apart by.
    case tooClose(question: String, one: NamedValue, other: NamedValue)
    /// A place in a text that the world has nothing to fill in for.
    case saysNothing(Formula)
    case noRightNumber(question: String)
    /// Two options, or items to be put in order, that read alike.
    case optionsAlike(question: String)
    case judgedOtherwise(question: String, response: String, Verdict)
    /// The solution led to two different worlds.
    case notAlike
    /// A command that no text has shown yet.
    case untaught(verb: String)
    /// A name that a test asks for and no text gives.
    case unnamed(condition: String, name: String)
    /// A demo that shows an outcome before anybody could guess.
    case unguessed
    /// A condition that no mistake fails, and no change of the solution.
    case neverFails(condition: String)
    /// So many choices of a demo's poll came true, which is not one; the first of them that has no
    /// test, while others have.
    case undecided(poll: String, holding: Int, untested: String?)
    /// A prediction that a demo asks where its lines are refused, so that nothing can be revealed.
    case unplayable(prediction: String)
    /// A demo takes back more lines than it has typed in its step.
    case rewindsTooFar(lines: Int)
  }

  /// Whether it is looked for in one world or one variant alone.
  var isThorough: Bool {
    switch problem {
    case .neverFails, .notAlike, .rewindsTooFar, .undecided, .unplayable: true
    case .notMet(let way, _, _), .refused(let way, _, _): way == .demo
    default: false
    }
  }

  /// What the finding is about, without the numbers of one world.
  var subject: String {
    switch problem {
    case .notMet(_, let condition, _): condition
    case .saysNothing(let formula): formula.description
    case .unknownProperty(let query, _), .unknownStep(let query, _): query.description
    case .refused(_, let line, _), .unreadableTest(let line): line
    case .toldAs(_, let other): other ?? ""
    case .modelWithoutValue(_, let model): model
    case .tooClose(_, let one, let other): "\(one.name) \(other.name)"
    case .judgedOtherwise(_, let response, _): response
    case .noAnswer(let name), .unplayable(let name): name
    case .noRightNumber(let name), .optionsAlike(let name): name
    case .untaught(let name), .neverFails(let name): name
    case .unnamed(let condition, let name): "\(condition) \(name)"
    case .undecided(let poll, _, _): poll
    case .startPasses, .notAlike, .failsOtherwise, .unguessed, .rewindsTooFar: ""
    }
  }

  public struct NamedValue: Hashable, Sendable {
    public let name: String
    public let value: Double
  }

  /// A short name that never changes its meaning.
  public var code: String {
    switch problem {
    case .unknownProperty: "P001"
    case .unreadableTest: "P002"
    case .refused: "P003"
    case .unknownStep: "P004"
    case .startPasses: "P010"
    case .notMet: "P011"
    case .notAlike: "P012"
    case .neverFails: "P013"
    case .failsOtherwise: "P020"
    case .toldAs: "P021"
    case .noAnswer: "P030"
    case .modelWithoutValue: "P031"
    case .tooClose: "P032"
    case .saysNothing: "P040"
    case .noRightNumber: "P050"
    case .judgedOtherwise: "P051"
    case .optionsAlike: "P052"
    case .untaught: "P060"
    case .unnamed: "P061"
    case .unguessed: "P062"
    case .undecided: "P066"
    case .rewindsTooFar: "P065"
    case .unplayable: "P067"
    }
  }
}
