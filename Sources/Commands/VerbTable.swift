import ArgumentParser

/// All verbs: the one table from which look-up, help and completion are made.
enum VerbTable {
  static let entries: [VerbEntry] =
    Build.verbs + Look.verbs + Break.verbs + Time.verbs + Learn.verbs + Learn.sitting
    + Travel.verbs + Travel.demo + Session.verbs

  /// The first words, each once, in the order of the table.
  static let firstWords: [String] = entries.reduce(into: []) { words, entry in
    if !words.contains(entry.words[0]) { words.append(entry.words[0]) }
  }

  /// The second words of the verbs that begin with `first`.
  static func secondWords(of first: String) -> [String] {
    entries.compactMap { $0.words.count == 2 && $0.words[0] == first ? $0.words[1] : nil }
  }

  static func entry(_ words: [String]) -> VerbEntry? {
    entries.first { $0.words == words }
  }
}

/// A verb in the table.
struct VerbEntry: Sendable {
  let group: VerbGroup
  let type: any Verb.Type
  /// One word or two, as typed.
  let words: [String]
  /// The line of the overview; neighbours with one summary share it, without one there is no line.
  let summary: String
  /// What stands before the summary.
  let label: String

  /// Without a label the first word is it.
  init(_ group: VerbGroup, _ type: any Verb.Type, _ summary: String, as label: String? = nil) {
    self.group = group
    self.type = type
    self.summary = summary
    words = (type.configuration.commandName ?? "").split(separator: " ").map(String.init)
    self.label = label ?? words[0]
  }

  var name: String { words.joined(separator: " ") }
}

/// The groups of the overview, in its order.
enum VerbGroup: String, CaseIterable, Sendable {
  case build = "Build"
  case look = "Look"
  case breakAndHeal = "Break and heal"
  case time = "Time"
  case learn = "Learn"
  case travel = "Travel"
  case other = "Other"
}
