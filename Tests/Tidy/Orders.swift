import Foundation

/// Loops over dictionaries and sets, whose order differs from process to process.
///
/// A heuristic: the name is declared in the same file with such a type, and nothing sorts it.
enum Orders {
  static func findings(_ source: Source) -> [Finding] {
    guard source.half == "Sources", Layers.core.contains(source.room) else { return [] }
    let loops = source.occurrences(of: "for")
    guard !loops.isEmpty else { return [] }
    let names = unorderedNames(source)
    guard !names.isEmpty else { return [] }
    return loops.compactMap { offset in
      let line = source.line(at: offset)
      guard let name = iterated(source.codeLine(line)), names.contains(name) else { return nil }
      return Finding(
        path: source.path,
        line: line,
        rule: .orderOfDictionary,
        message: "the order of \(name) can show (use .sorted, an array or an OrderedDictionary)"
      )
    }
  }

  /// The names that are declared as a dictionary or a set.
  private static func unorderedNames(_ source: Source) -> Set<String> {
    var names: Set<String> = []
    for keyword in ["var ", "let "] {
      for offset in source.occurrences(of: keyword) {
        let text = source.codeLine(source.line(at: offset))
        let name = source.name(at: offset + keyword.utf8.count)
        guard let start = text.range(of: keyword + name) else { continue }
        if isUnordered(text[start.upperBound...]) { names.insert(name) }
      }
    }
    return names
  }

  /// Whether what follows a name, `: [K: V]` or `= Set<…`, is an unordered type.
  private static func isUnordered(_ rest: Substring) -> Bool {
    let type = rest.drop { ":= ".contains($0) }
    if type.hasPrefix("Set<") || type.hasPrefix("Dictionary<") { return true }
    guard type.hasPrefix("["), !type.hasPrefix("[:") else { return type.hasPrefix("[:") }
    var depth = 0
    for character in type {
      switch character {
      case "[", "(", "<": depth += 1
      case "]", ")", ">": depth -= 1
      case ":" where depth == 1: return rest.hasPrefix(":") || type.contains("](")
      default: break
      }
      if depth == 0 { return false }
    }
    return false
  }

  /// The last name of what a loop goes over, unless it is put in order there.
  private static func iterated(_ line: String) -> String? {
    guard let start = line.range(of: " in ") else { return nil }
    var text = line[start.upperBound...]
    for end in [" {", " where "] {
      if let range = text.range(of: end) { text = text[..<range.lowerBound] }
    }
    guard !text.contains("sorted") else { return nil }
    for suffix in [".keys", ".values", ".enumerated()"] where text.hasSuffix(suffix) {
      text = text.dropLast(suffix.count)
    }
    return text.split(separator: ".").last.map(String.init)
  }
}
