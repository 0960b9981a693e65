import ArgumentParser

/// A command of the learner's language.
///
/// Its parsing, help and completion come from the one definition that ArgumentParser reads off the
/// type.
protocol Verb: ParsableCommand, Sendable {}

/// A verb whose line is cut into words.
protocol WordVerb: Verb {
  /// The words behind the verb as the definition wants them, for spellings that options do not
  /// have: `+short`, `@resolver`, and words that only make a sentence, such as `to`.
  static func arranged(_ words: [String]) -> [String]

  /// What is wrong with words that the definition does not take, where the verb knows better.
  static func complaint(about words: [String]) -> String?

  /// What the line asks for, its names resolved.
  func request(in context: ParseContext) throws(CommandError) -> Request
}

/// A verb that takes the rest of the line as it is.
protocol RawVerb: Verb {
  static func request(_ rest: String, in context: ParseContext) throws(CommandError) -> Request
}

extension WordVerb {
  static func arranged(_ words: [String]) -> [String] { words }
  static func complaint(about words: [String]) -> String? { nil }
}

extension CommandConfiguration {
  /// A verb's name, one line about it, what else there is to know, and an example line.
  init(_ name: String, _ abstract: String, _ discussion: String = "", example: String) {
    self.init(
      commandName: name,
      abstract: abstract,
      discussion: discussion + Definition.exampleMark + example
    )
  }
}
