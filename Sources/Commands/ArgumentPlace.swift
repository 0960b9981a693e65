/// A place among the words behind a verb: what of its definition may stand there.
struct ArgumentPlace {
  private let definition: Definition
  /// Words before the place, spelled as the definition has them.
  private let words: [String]
  private let typed: String
  private var used: [String] = []
  private var waiting: Parameter?
  private var positionals = 0

  init(type: any Verb.Type, words: [String], typed: String) {
    definition = Definition(type)
    // The arrangement looks at the whole line: a stand-in takes the place at the cursor.
    let arranged = (type as? any WordVerb.Type)?.arranged(words + ["x"]) ?? words + ["x"]
    self.words = Array(arranged.dropLast())
    self.typed = typed
    for word in self.words { pass(word) }
  }

  private mutating func pass(_ word: String) {
    if waiting != nil {
      waiting = nil
    } else if word.hasPrefix("-"), word.count > 1 {
      let name = String(word.prefix { $0 != "=" })
      used.append(name)
      let option = definition.options.first { $0.names.contains(name) }
      waiting = option?.takesValue == true && name == word ? option : nil
    } else {
      positionals += 1
    }
  }

  func candidates(in context: ParseContext) -> [Completions.Candidate] {
    if let waiting { return values(of: waiting, in: context) }
    if let shorthand = shorthand(in: context) { return shorthand }
    if typed.hasPrefix("-") {
      guard let equals = typed.firstIndex(of: "=") else { return options }
      return valuesBehind(String(typed[..<equals]), in: context)
    }
    let all = definition.positionals
    let place = min(positionals, all.count - 1)
    guard place >= 0, positionals < all.count || all[place].isRepeating else { return options }
    let found = values(of: all[place], in: context)
    return positionals > place || all[place].isOptional ? found + options : found
  }

  /// Options that are not given yet, or can be given again.
  private var options: [Completions.Candidate] {
    definition.options.compactMap { option in
      guard let name = option.names.first else { return nil }
      let isFree = option.isRepeating || !option.names.contains(where: used.contains)
      return isFree ? .init(name, note: option.abstract) : nil
    }
  }

  private func values(
    of parameter: Parameter,
    in context: ParseContext
  ) -> [Completions.Candidate] {
    parameter.tokens.flatMap { Completion.names(for: $0, behind: words, in: context) }
      + (parameter.choices + parameter.suggestions).map { .init($0) }
  }

  private func valuesBehind(
    _ name: String,
    in context: ParseContext
  ) -> [Completions.Candidate] {
    guard let option = definition.options.first(where: { $0.names.contains(name) }) else {
      return []
    }
    return values(of: option, in: context).map { .init("\(name)=\($0.text)", note: $0.note) }
  }

  /// dig's own `@resolver` and `+short`.
  private func shorthand(in context: ParseContext) -> [Completions.Candidate]? {
    guard let resolver = definition.options.first(where: { $0.names.contains("--resolver") })
    else { return nil }
    if typed.hasPrefix("+") { return [.init("+short", note: "the data alone")] }
    guard typed.hasPrefix("@") else { return nil }
    return values(of: resolver, in: context).map { .init("@\($0.text)", note: $0.note) }
  }
}
