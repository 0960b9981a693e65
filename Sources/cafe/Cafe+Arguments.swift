import ArgumentParser

extension Cafe {
  /// The words of a command line with the options that every subcommand understands behind the
  /// name of the one that they stand before; else a word after them would be a lesson's name.
  static func inOrder(_ words: [String]) -> [String] {
    var rest = words[...]
    while let word = rest.first, let length = lengthOfOption(word) { rest = rest.dropFirst(length) }
    guard rest.count < words.count, let name = rest.first, verbs.contains(name) else {
      return words
    }
    // What stands behind two hyphens is no option.
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end] + words[..<rest.startIndex] + rest[end...])
  }

  /// The names of the subcommands.
  static var verbs: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// How many words an option of all subcommands has; nil: the word begins none.
  private static func lengthOfOption(_ word: String) -> Int? {
    switch word {
    case "--plain", "--scroll": 1
    case "--state", "--lessons": 2
    default: ["--state=", "--lessons="].contains { word.hasPrefix($0) } ? 1 : nil
    }
  }
}
