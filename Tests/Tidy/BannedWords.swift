/// Words that must not stand in the code of some targets, each with what to use in its place.
struct BannedWords {
  let word: String
  let use: String
  var rooms: Set<String>?
  /// Targets where the word may stand although it may not elsewhere.
  var except: Set<String> = []

  static let all: [BannedWords] =
    [
      ("Date(", "the world's clock"),
      ("Date.now", "the world's clock"),
      ("ContinuousClock", "the world's clock"),
      ("SuspendingClock", "the world's clock"),
      ("SystemRandomNumberGenerator", "the seeded generator"),
      (".random(", "the seeded generator"),
      ("shuffled()", "the seeded generator"),
      ("shuffle()", "the seeded generator"),
      ("randomElement", "the seeded generator"),
      ("UUID(", "the seeded generator"),
      ("Hasher", "a digest, which is the same in each process"),
      ("hashValue", "a digest, which is the same in each process"),
      ("async", "a synchronous function; the shell waits"),
      ("await", "a synchronous function; the shell waits"),
      ("Task {", "a value that the shell carries out"),
      ("Task<", "a value that the shell carries out"),
      ("Task.detached", "a value that the shell carries out"),
      ("print(", "a value that the shell prints"),
      ("FileManager", "bytes that the shell read"),
      ("ProcessInfo", "an argument of the initialiser"),
      ("Locale", "text that is the same everywhere"),
      ("TimeZone", "the café's fixed offset"),
      ("nonisolated(unsafe)", "a value that is handed on"),
      ("try!", "a typed error, or preconditionFailure with a sentence"),
      ("as!", "as? with what happens otherwise"),
    ].map { word, use in BannedWords(word: word, use: use, rooms: Layers.core) }
    + [
      BannedWords(word: "Double", use: "integers", rooms: ["CafeWorld"]),
      BannedWords(word: "Float", use: "integers", rooms: ["CafeWorld"]),
      BannedWords(word: "fatalError", use: "preconditionFailure with a sentence"),
      BannedWords(word: "DispatchQueue", use: "an actor or a Mutex"),
      BannedWords(
        word: "@unchecked Sendable",
        use: "a value, an actor or a Mutex",
        except: ["LineEditor", "Progress"]
      ),
    ]

  static func findings(_ source: Source) -> [Finding] {
    all.flatMap { $0.findings(source) } + stored(source) + leftovers(source)
  }

  private func findings(_ source: Source) -> [Finding] {
    if let rooms, source.half != "Sources" || !rooms.contains(source.room) { return [] }
    guard !except.contains(source.room) else { return [] }
    return source.occurrences(of: word).filter { !isOwnName(source, $0) }.map { offset in
      BannedWords.finding(source, offset, "\(word) stands here (use \(use))")
    }
  }

  /// An effect may be called `print`: as a case, or as `.print(…)`.
  private func isOwnName(_ source: Source, _ offset: Int) -> Bool {
    guard word == "print(", offset > 0 else { return false }
    return source.code[offset - 1] == UInt8(ascii: ".")
      || source.codeLine(source.line(at: offset)).contains("case print(")
  }

  /// A static variable that holds something; one that is computed has no state.
  private static func stored(_ source: Source) -> [Finding] {
    guard source.half == "Sources", Layers.core.contains(source.room) else { return [] }
    return source.occurrences(of: "static var").compactMap { offset in
      let text = source.codeLine(source.line(at: offset))
      let head = text.prefix { $0 != "{" }
      guard head.contains("=") || !text.contains("{") else { return nil }
      return finding(source, offset, "a static variable keeps state (use static let)")
    }
  }

  private static func leftovers(_ source: Source) -> [Finding] {
    // Joined here, so that this file does not find itself.
    let mark = "FIX" + "ME"
    let later = "TO" + "DO"
    return positions(of: mark, in: source.bytes).map { offset in
      finding(source, offset, "\(mark) is left (use an issue, or mend it)")
    }
      + positions(of: later, in: source.bytes).compactMap { offset in
        let numbered = source.bytes[(offset + 4)...].starts(with: "(#".utf8)
        return numbered
          ? nil : finding(source, offset, "\(later) without an issue (use \(later)(#number))")
      }
  }

  private static func finding(_ source: Source, _ offset: Int, _ message: String) -> Finding {
    Finding(
      path: source.path,
      line: source.line(at: offset),
      rule: .bannedWord,
      message: message
    )
  }
}
