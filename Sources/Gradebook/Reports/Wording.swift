/// Words of an author, in which Markdown's code spans are told from the rest; values of the
/// learner's world may stand in them, so both are shown as text.
struct Wording: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    let isCode: Bool
    let text: String
  }

  let parts: [Part]

  init(_ text: String) {
    let pieces = cleanedLines(text).joined(separator: " ")
      .split(separator: "`", omittingEmptySubsequences: false)
    // An odd mark opens nothing.
    let last = pieces.count.isMultiple(of: 2) ? pieces.count - 2 : pieces.count - 1
    var parts: [Part] = []
    for (place, piece) in pieces.enumerated() {
      if place > last, let before = parts.popLast() {
        parts.append(Part(isCode: false, text: before.text + "`" + piece))
      } else if !piece.isEmpty || place == last {
        parts.append(Part(isCode: !place.isMultiple(of: 2), text: String(piece)))
      }
    }
    self.parts = parts.filter { !$0.text.isEmpty }
  }

  /// As Markdown in which nothing of the values is markup.
  ///
  /// `escape` writes what is no code: `Markdown.plain` is for what the reader wrote, or a lesson.
  func markdown(_ escape: (String) -> String = Markdown.text) -> String {
    parts.map { $0.isCode ? Markdown.code($0.text) : escape($0.text) }.joined()
  }
}

/// Texts that somebody else wrote, as Markdown that shows them as they are.
enum Markdown {
  /// Every mark of ASCII is written with a backslash where Markdown may read something into it.
  ///
  /// That holds for the links and addresses that some find without marks too.
  static func text(_ text: String) -> String {
    var safe = ""
    var before = 0
    let scalars = Array(cleaned(text).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let isScheme = scalar == ":" && scalars[(place + 1)...].starts(with: "//".unicodeScalars)
      if isMark(scalar) || isScheme || scalar == "." && before >= 3 { safe += "\\" }
      safe.unicodeScalars.append(scalar)
      before = scalar == "w" || scalar == "W" ? before + 1 : 0
    }
    return safe
  }

  /// A text that its reader or a lesson wrote, and that people read without a program as well: only
  /// what CommonMark reads something into is written with a backslash, and addresses stay as they
  /// are.
  static func plain(_ text: String) -> String {
    cleaned(text).unicodeScalars.reduce(into: "") { safe, scalar in
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "#", "~": safe += "\\"
      default: break
      }
      safe.unicodeScalars.append(scalar)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$", "^", "@":
      true
    default: false
    }
  }

  /// A text that a line begins with, where some signs and numbers would begin something else.
  static func line(_ text: String) -> String {
    let safe = self.text(text.trimmed)
    let digits = safe.prefix { ("0"..."9").contains($0) }
    if let first = safe.first, "-+=".contains(first) { return "\\" + safe }
    let rest = safe[digits.endIndex...]
    guard !digits.isEmpty, let sign = rest.first, ".)".contains(sign),
      rest.dropFirst().first.map(\.isWhitespace) ?? true
    else { return safe }
    return digits + "\\" + rest
  }

  /// A code span whose fence is longer than any inside.
  static func code(_ text: String) -> String {
    let text = cleaned(text)
    let fence = String(repeating: "`", count: longestRun(in: text) + 1)
    let isAtEdge = text.hasPrefix("`") || text.hasSuffix("`")
    let pad = isAtEdge ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// A block of code, below a list's item or by itself.
  static func block(_ text: String, indent: String = "") -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    let lines = [fence + "text"] + cleanedLines(text) + [fence]
    return lines.map { indent + $0 + "\n" }.joined()
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// A text for a page, whose marks are escaped when it is filled in.
///
/// Escaping goes by characters, and a mark with something upon it is another character, so what
/// clings to a mark is written out.
func pageText(_ text: String) -> String {
  let text = cleaned(text)
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var safe = ""
  for character in text {
    let scalars = character.unicodeScalars
    guard scalars.count > 1, scalars.contains(where: pageMarks.contains) else {
      safe.append(character)
      continue
    }
    for scalar in scalars {
      safe += scalar.isASCII ? String(scalar) : "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
  return safe
}

private let pageMarks = Array("<>&\"'".unicodeScalars)

/// The same for a text of several lines.
func pageLines(_ text: String) -> String {
  cleanedLines(text).map(pageText).joined(separator: "\n")
}
