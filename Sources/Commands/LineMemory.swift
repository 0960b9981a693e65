/// Lines that were read ahead, for those who carry the same lines out in many worlds: what a line
/// says is the same in all of them, and only the names in it are looked up in each.
public struct LineMemory: Sendable {
  /// Nil: the line makes no sense.
  private var known: [String: Known?] = [:]

  private struct Known: Sendable {
    let entry: VerbEntry
    let verb: any WordVerb
  }

  public init() {}

  /// Reads lines ahead; those that make no sense are left to whoever carries them out.
  public init(_ lines: some Sequence<String>) {
    for line in lines { read(line) }
  }

  /// Reads a line ahead, if it makes sense.
  public mutating func read(_ line: String) {
    guard !known.keys.contains(line) else { return }
    known.updateValue(Self.reading(line), forKey: line)
  }

  private static func reading(_ line: String) -> Known? {
    guard (try? LineCheck.check(line)) != nil, let words = try? Words.of(line).map(\.text),
      let (entry, count) = try? VerbSearch.find(words),
      let verb = LineParse(entry: entry, words: Array(words.dropFirst(count))).verb
    else { return nil }
    return Known(entry: entry, verb: verb)
  }

  /// How many lines were read.
  public var count: Int { known.count }

  /// What the line asks for, its names resolved; nil: it was not read ahead.
  func request(of line: String, in context: ParseContext) throws(CommandError) -> Request? {
    guard let known = known[line] ?? nil else { return nil }
    return try LineParse.request(of: known.verb, known.entry, in: context)
  }
}
