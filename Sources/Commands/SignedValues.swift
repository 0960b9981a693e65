import ArgumentParser

/// Values that begin with a minus.
///
/// ArgumentParser takes `-3` for an option, where a person has meant a number that is too small.
enum SignedValues {
  /// The words of a line so that a verb gets such values, and can say what it allows.
  static func marked(_ words: [String], of type: any Verb.Type) -> [String] {
    let end = words.firstIndex(of: "--") ?? words.endIndex
    guard words[..<end].contains(where: isSigned) else { return words }
    let sorted = Sorted(words[..<end], takesValue: Definition(type).takesValue)
    return sorted.options + ["--"] + sorted.positionals + words[end...].dropFirst()
  }

  /// A minus and a digit: no option of ours begins so.
  private static func isSigned(_ word: String) -> Bool {
    word.first == "-" && word.dropFirst().first.map { ("0"..."9").contains($0) } ?? false
  }

  /// Options, each with its value in one word, and the other words.
  private struct Sorted {
    private(set) var options: [String] = []
    private(set) var positionals: [String] = []

    init(_ words: ArraySlice<String>, takesValue: (String) -> Bool) {
      var rest = words
      while let word = rest.popFirst() {
        if !word.hasPrefix("-") || SignedValues.isSigned(word) {
          positionals.append(word)
        } else if takesValue(word), let value = rest.popFirst() {
          options.append("\(word)=\(value)")
        } else {
          options.append(word)
        }
      }
    }
  }
}

extension Definition {
  fileprivate func takesValue(_ name: String) -> Bool {
    options.contains { $0.takesValue && $0.names.contains(name) }
  }
}
