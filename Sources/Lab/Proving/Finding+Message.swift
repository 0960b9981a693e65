import CafeWorld
import Commands
import Route53

extension Finding: CustomStringConvertible {
  /// As a compiler would print it.
  public var description: String {
    "\(position.line):\(position.column): \(code): \(step): \(message)"
  }

  /// One sentence that says what is wrong, for the author of the lesson.
  public var message: String {
    worldMessage ?? wayMessage ?? questionMessage ?? teachingMessage ?? demoMessage ?? ""
  }

  private var worldMessage: String? {
    switch problem {
    case .unknownProperty(let query, _):
      "`\(query)` asks for a property that \(query.kind.rawValue) does not have."
    case .unknownStep(let query, _):
      "`\(query)` asks for a step that the lesson does not have."
    case .unreadableTest(let line): "The test in `\(line)` cannot be read."
    case .saysNothing(let formula): "`${\(formula)}` has nothing to say at this place."
    case .notAlike: "The solution led to two different worlds."
    default: nil
    }
  }

  private var wayMessage: String? {
    switch problem {
    case .refused(let way, let line, let refusal):
      "\(way.name) is refused at `\(line)`: \(refusal.summary)"
    case .startPasses: "The task is done before anything was typed."
    case .notMet(let way, let condition, let found):
      "\(way.name) does not meet `\(condition)`: \(found)."
    case .failsOtherwise(let mistake, let said, let fails):
      "The mistake `\(mistake)` says that it fails \(list(said)), and it fails \(list(fails))."
    case .toldAs(let mistake, let other):
      "After the mistake `\(mistake)` the learner is told "
        + (other.map { "about `\($0)`." } ?? "nothing.")
    default: nil
    }
  }

  private var questionMessage: String? {
    switch problem {
    case .noAnswer(let name): "The prediction `\(name)` has no number for an answer."
    case .modelWithoutValue(let prediction, let model):
      "The model `\(model)` of `\(prediction)` comes to no number."
    case .tooClose(let name, let one, let other):
      "In `\(name)` \(one.name) (\(Datum.text(of: one.value))) and \(other.name) "
        + "(\(Datum.text(of: other.value))) are too close to tell responses apart."
    case .noRightNumber(let name): "The right answer to `\(name)` comes to no number."
    case .optionsAlike(let name): "In `\(name)` two of the things shown read alike."
    case .judgedOtherwise(let name, let response, let verdict):
      "`\(name)` judges “\(response)” as \(verdict)."
    default: nil
    }
  }

  private var teachingMessage: String? {
    switch problem {
    case .untaught(let verb): "`\(verb)` is used, and no prose and no label up to here shows it."
    case .unnamed(let condition, let name):
      "`\(condition)` asks for `\(name)`, and no prose and no label gives that name."
    case .unguessed: "The demo shows here how it ends, before the room could guess."
    case .neverFails(let condition):
      "Nothing fails `\(condition)`: no mistake, and no change of the solution."
    default: nil
    }
  }

  private var demoMessage: String? {
    switch problem {
    case .undecided(let poll, let count, let untested):
      "Of the choices of “\(poll)” \(count == 0 ? "none comes" : "\(count) come") true"
        + (untested.map { ", and “\($0)” has no test" } ?? "") + "; the room needs one."
    case .unplayable(let name):
      "The demo asks `\(name)` where its `run` is refused: the engine would have nothing to say."
    case .rewindsTooFar(let lines):
      "The demo takes back \(lines) lines, and has not typed as many in this step."
    default: nil
    }
  }

  private func list(_ ids: [String]) -> String {
    ids.isEmpty ? "nothing" : ids.map { "`\($0)`" }.joined(separator: ", ")
  }
}

extension Finding.Way {
  fileprivate var name: String {
    switch self {
    case .setup: "The setup"
    case .solution: "The solution"
    case .alternative(let name): "The way `\(name)`"
    case .mistake(let name): "The mistake `\(name)`"
    case .prediction(let name): "The prediction `\(name)`"
    case .demo: "The demo"
    }
  }
}

extension Refusal {
  /// The refusal in a few words, for an author.
  var summary: String {
    switch self {
    case .command(let error): error.message
    case .world(let rejection): rejection.sentence
    }
  }
}
