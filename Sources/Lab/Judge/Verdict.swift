/// What a judge thinks of a response.
public enum Verdict: Hashable, Sendable {
  /// The name of the right idea that the response holds.
  case right(idea: String)
  /// A wrong idea that is known, and has words of its own.
  case wrong(idea: String)
  /// Readable, not right, and no known wrong idea.
  case unknown(Doubt)
  /// Nothing that could be judged. It is not wrong and costs no try.
  case invalid(Flaw)

  public enum Doubt: Hashable, Sendable {
    case noIdea
    /// What was named was only ruled out.
    case negated
    /// A choice among several is no answer.
    case several
    /// The right words inside the name of something else.
    case qualified
    /// All the items, in another order.
    case otherOrder
  }

  public enum Flaw: Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    case controlCharacters
    /// Symbols alone, bytes that are no text, or a script that the judge cannot read.
    case unreadable
    case noNumber
    case severalNumbers
    /// A unit that does not fit the question.
    case unit(String)
    /// None of the options.
    case noChoice
    /// No list of the items that are to be put in order, which are so many.
    case noOrder(of: Int)
    /// An item, by its letter, that is named more than once.
    case itemTwice(String)
    /// Items, by their letters, that are not named.
    case itemsMissing([String])
  }

  public var isRight: Bool { if case .right = self { true } else { false } }
  public var costsTry: Bool { if case .invalid = self { false } else { true } }
}
