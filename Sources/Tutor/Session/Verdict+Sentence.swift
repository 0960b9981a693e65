import Lab

extension Verdict.Doubt {
  /// Why a readable response was not taken for a right one.
  var sentence: String {
    switch self {
    case .noIdea: "I could not find the idea that is asked for in that."
    case .negated: "That only says what it is not; say what it is."
    case .several: "That names several things; decide on one."
    case .qualified: "The right word is in it, but inside the name of something else."
    case .otherOrder: "Every item is there, but another order is right."
    }
  }
}

extension Verdict.Flaw {
  /// Why a response could not be judged.
  var sentence: String {
    switch self {
    case .empty: "That was empty."
    case .tooLong(let limit): "That is too long: \(limit) characters at most."
    case .controlCharacters: "There are control characters in that."
    case .unreadable: "I cannot read that; plain words in English, please."
    case .noNumber: "A number is asked for, such as `28`."
    case .severalNumbers: "Those are several numbers; one is asked for."
    case .unit(let unit): "“\(unit)” is not what the question counts in."
    case .noChoice: "Give the number of an option, or its words."
    case .noOrder(let count):
      "Give the letters of the \(count) items, or their numbers, in the right order."
    case .itemTwice(let letter): "\(letter) is there twice; each item comes once."
    case .itemsMissing(let letters):
      "\(listed(letters)) \(letters.count == 1 ? "is" : "are") missing; each item comes once."
    }
  }
}
