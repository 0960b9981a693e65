/// Finds the verb with which a line begins.
///
/// A beginning of a verb is not the verb but a near miss, so that no line comes to mean something
/// else when a verb is added.
enum VerbSearch {
  /// The verb, and how many of the words it takes.
  static func find(_ words: [String]) throws(CommandError) -> (entry: VerbEntry, count: Int) {
    if let meant = otherWords[Array(words.prefix(2))] {
      throw .unknownVerb(words.prefix(2).joined(separator: " "), near: [meant])
    }
    for count in [2, 1] where words.count >= count {
      if let entry = VerbTable.entry(Array(words.prefix(count))) { return (entry, count) }
    }
    throw miss(words)
  }

  /// What one would say, and what the verb is: of these words the first alone is another verb.
  private static let otherWords: [[String]: String] = [["wait", "until"]: "run until"]

  private static func miss(_ words: [String]) -> CommandError {
    guard let first = words.first else { return .unknownVerb("", near: []) }
    let seconds = VerbTable.secondWords(of: first)
    guard seconds.isEmpty else { return missBehind(first, words.dropFirst().first, seconds) }
    if words.count > 1, VerbTable.entry([words[1], first]) != nil {
      return .unknownVerb(first, near: ["\(words[1]) \(first)"])
    }
    let near = nearMisses(of: first, in: VerbTable.firstWords)
    let whole = near.compactMap { VerbTable.entry([$0] + words.dropFirst().prefix(1))?.name }
    guard near.isEmpty else { return .unknownVerb(first, near: whole.isEmpty ? near : whole) }
    let names = VerbTable.entries.filter { $0.words.count == 2 }.map(\.name)
    return .unknownVerb(first, near: nearMisses(of: first, in: names))
  }

  private static func missBehind(
    _ first: String,
    _ second: String?,
    _ choices: [String]
  ) -> CommandError {
    let near = second.map { nearMisses(of: $0, in: choices) } ?? []
    guard let second, !near.isEmpty else { return .incomplete(verb: first, choices: choices) }
    return .unknownVerb("\(first) \(second)", near: near.map { "\(first) \($0)" })
  }
}
