import Commands

/// Lines made from the help texts, so that none is forgotten when a verb is added.
enum Lines {
  /// The names of all verbs, of one word or two.
  static let everyVerb: [String] = {
    let context = Setting().context
    let first = complete("", cursor: 0, in: context).candidates.map(\.text)
    return first.flatMap { word -> [String] in
      let seconds = complete(word + " ", cursor: word.utf8.count + 1, in: context).candidates
        .map { "\(word) \($0.text)" }
        .filter { isVerb($0) }
      return isVerb(word) ? seconds + [word] : seconds
    }
  }()

  private static func isVerb(_ name: String) -> Bool {
    let words = name.split(separator: " ").map(String.init)
    return help(words, width: 80)?.hasPrefix("\(name):") == true
  }

  /// The example of each verb's help.
  static let examples: [String] = everyVerb.compactMap { verb in
    help(verb.split(separator: " ").map(String.init), width: 1_000)?
      .split(separator: "\n").last.map { String($0.drop { $0 == " " }) }
  }
}
