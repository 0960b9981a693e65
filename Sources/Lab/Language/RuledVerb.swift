/// A verb that the rules of a sitting may price or turn off.
public enum RuledVerb: String, Hashable, Sendable, Codable, CaseIterable {
  case hint
  case showMe = "show-me"
  case skip
  case undo
  case whatIf = "what-if"
  case explain
}

public enum Allowance: Hashable, Sendable, Codable {
  case allowed
  /// Points of the lesson that each use takes off its step.
  case priced(Int)
  case off
}

/// What a learner hears about a task or a response before the sitting is closed.
public enum Feedback: String, Hashable, Sendable, Codable, CaseIterable {
  /// Verdict, reason and the author's words.
  case atOnce = "at-once"
  /// Which condition holds, and no more.
  case which
  case none
}

/// Conditions that are ticked while the learner works.
public enum ShownConditions: Hashable, Sendable, Codable {
  case all
  case none
  /// Their ids, each alone or as `step/id`.
  case listed([String])

  public func contains(_ condition: String, in step: String) -> Bool {
    switch self {
    case .all: true
    case .none: false
    case .listed(let ids): ids.contains(condition) || ids.contains("\(step)/\(condition)")
    }
  }
}

/// Where a step of the lesson begins when it is an item of a quiz.
public enum ItemBeginning: String, Hashable, Sendable, Codable, CaseIterable {
  /// In the lesson's scene.
  case scene
  /// Where the model solutions of the steps before it lead.
  case lesson
}

/// So many of some steps, drawn anew for each learner.
public struct ItemDraw: Hashable, Sendable, Codable {
  public let count: Int
  /// Their ids.
  public let steps: [String]

  public init(count: Int, steps: [String]) {
    self.count = count
    self.steps = steps
  }

  /// Reads `2 of ids, with, commas`; nil: it is none.
  public init?(_ text: String) {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard words.count >= 4, words[1] == "of", let count = Int(words[0]), count > 0 else {
      return nil
    }
    let steps = Array(words.dropFirst(2))
    guard count < steps.count, Set(steps).count == steps.count else { return nil }
    self.init(count: count, steps: steps)
  }
}
