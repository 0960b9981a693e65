extension CorrectionFault {
  /// What is wrong with a corrected lesson and what to do, after the name of its file; safe to
  /// print.
  public var sentence: String {
    switch self {
    case .otherVariable(let name):
      "changes the values of \(cleaned(name)). What each learner was put hangs on them, so the "
        + "vars have to stay as they were handed out."
    case .noSuchQuestion(let name):
      "no longer has the question \(cleaned(name)), which learners were put. Keep its name; the "
        + "key and all feedback may change."
    case .otherKind(let name):
      "asks \(cleaned(name)) in another way than learners were asked it. Keep its kind; the key "
        + "and all feedback may change."
    case .otherCount(let name, let now, let shown):
      "gives \(cleaned(name)) \(now) options, and learners were shown \(shown). Keep as many; "
        + "what is right, the words and all feedback may change."
    case .strangeOption(let name, let number, let words):
      "has as option \(number) of \(cleaned(name)) “\(cleaned(words))”, which learners were not "
        + "shown, and the one that stood there stands elsewhere now. Put it in the place of the "
        + "option that it rewords: whoever chose that one is graded by it."
    case .otherLines(let name):
      "has other lines to be put in order in \(cleaned(name)) than learners were shown. Keep their "
        + "words; the order may change."
    }
  }
}

extension Rewording {
  /// What becomes of an option in other words; safe to print.
  public var sentence: String {
    "Option \(number) of \(cleaned(question)) is reworded. Learners were shown "
      + "“\(cleaned(shown))”; whoever chose it is graded as having chosen “\(cleaned(now))”."
  }
}
