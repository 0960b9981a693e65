public import Lab

extension Verdict.Doubt {
  /// Why a readable response was not taken for a right one.
  public var sentence: String {
    switch self {
    case .noIdea: "I could not find the idea that is asked for in that."
    case .negated: "That only says what it is not; say what it is."
    case .several: "That names several things; decide on one."
    case .qualified: "The right word is in it, but inside the name of something else."
    case .otherOrder: "Every item is there, but another order is right."
    }
  }
}
