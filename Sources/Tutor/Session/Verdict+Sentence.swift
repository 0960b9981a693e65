import Gradebook
import Lab

extension Verdict.Doubt {
  /// Why a readable response was not taken for a right one; what the question asks for, where
  /// nothing of it was found.
  func sentence(toldOf question: String) -> String {
    self == .noIdea ? "\(sentence) It is asked: \(question.lastQuestion)" : sentence
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

extension String {
  /// The last sentence of an author's text that asks something, else the last of all.
  var lastQuestion: String {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in withoutStress.split(whereSeparator: \.isWhitespace) {
      words.append(word)
      guard let end = word.last(where: { !"`\"”’')".contains($0) }), ".?!".contains(end) else {
        continue
      }
      sentences.append(words.joined(separator: " "))
      words = []
    }
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    return sentences.last { $0.contains("?") } ?? sentences.last ?? self
  }
}
