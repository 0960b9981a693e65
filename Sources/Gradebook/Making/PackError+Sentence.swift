import Lab

extension PackError {
  /// What is wrong with the file, and what to try next; safe to print.
  public var sentence: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "It has \(bytes) bytes; a pack has at most \(limit)."
    case .notAPack:
      "It is no pack, or only a part of one. Copy it again from where you got it."
    case .otherPack(.key):
      "It is a key pack, which stays with the instructor. Learners get the quiz's learner pack."
    case .otherPack(.learner):
      "It is a learner pack. The key pack, which grades, was written beside it."
    case .newerFormat(let found, let known):
      "It is of format \(found), and this program reads format \(known). A newer `cafe` reads it."
    case .badSignature:
      "It was changed after it was made, or damaged on the way. Copy it again from where you got "
        + "it."
    case .anotherEngine(let engine):
      "It was made for engine \(cleaned(engine)), and this program has another one. Nothing was "
        + "begun; take the `cafe` that was handed out with it."
    case .brokenLesson(let lesson, let findings):
      "Its lesson \(cleaned(lesson)) cannot be read."
        + (findings.first.map { " \(cleaned($0.description))" } ?? "")
    case .badValue(let what): "Something in it makes no sense: \(cleaned(what))."
    }
  }
}

extension StartCode.Slip {
  /// What is wrong with a code that was typed.
  public var sentence: String {
    switch self {
    case .length(let count):
      "A start code has fourteen characters, and that has \(count)."
    case .character(let character):
      "“\(cleaned(String(character)))” stands in no start code."
    case .check: "That is not quite it: a character is wrong, or two are swapped."
    }
  }
}
