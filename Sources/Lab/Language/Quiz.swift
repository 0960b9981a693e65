/// One question to the learner.
public struct Quiz: Hashable, Sendable {
  public let name: String
  public let question: Template
  public let kind: Kind
  public let position: SourcePosition
  /// In which order the options, or the items to be put in order, are shown: places in the order of
  /// the file, or for items in that of their texts; nil: as they stand there.
  public internal(set) var places: [Int]?
  /// The words in which the options were shown, in the order of the file, where a corrected key has
  /// others; nil: their own.
  public internal(set) var wording: [Template]?

  public enum Kind: Hashable, Sendable {
    case choose([Option])
    /// Free text, judged by ideas.
    case type(FreeText)
    case number(NumberKey)
    /// The items in the right order.
    case order([Template])
    /// A question of a learner's paper, which nobody can judge without the key.
    case keyless(Keyless)
  }

  /// What can be shown of a question whose key has been cut out.
  public enum Keyless: Hashable, Sendable {
    case choose([Template])
    case type
    case number(unit: String?)
    /// The items, in no order that means anything.
    case order([Template])
  }

  public struct Option: Hashable, Sendable {
    public let text: Template
    public let isRight: Bool
    public let feedback: Template
  }

  /// What the judge of a free text knows.
  public struct FreeText: Hashable, Sendable {
    public let ideas: [Idea]
    /// The author's cases for the judge.
    public let cases: [Case]

    public struct Case: Hashable, Sendable {
      public let response: String
      public let isRight: Bool
      public let position: SourcePosition
    }
  }

  /// The right number and what is known about wrong ones.
  public struct NumberKey: Hashable, Sendable {
    public let right: Target
    public let reason: Template?
    public let wrong: [Wrong]

    public struct Target: Hashable, Sendable {
      public let value: Formula
      /// As the author writes it, such as `s` or `orders`.
      public let unit: String?
      public let tolerance: Double
    }

    public struct Wrong: Hashable, Sendable {
      public let name: String
      public let target: Target
      public let feedback: Template
    }
  }
}

/// A right or wrong idea: several phrases that mean the same, and what is said to it.
public struct Idea: Hashable, Sendable {
  /// A right idea without a name bears its first phrase.
  public let name: String
  public let isRight: Bool
  public let phrases: [String]
  public let feedback: Template

  public init(name: String, isRight: Bool, phrases: [String], feedback: Template) {
    self.name = name
    self.isRight = isRight
    self.phrases = phrases
    self.feedback = feedback
  }
}
