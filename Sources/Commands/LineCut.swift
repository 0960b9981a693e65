/// A line taken apart, without a world: what it does, and where each word and option stands.
public struct LineCut: Hashable, Sendable {
  /// What the line does, such as `create health-check` or `aws route53 list-hosted-zones`; empty
  /// where it begins with no verb.
  public let verb: [String]
  public let words: [Piece]
  public let options: [Option]
  /// Whether it builds nothing and breaks nothing: it looks, or lets time pass.
  public let onlyLooks: Bool
  private let line: String

  /// A word without its quotes, and where it stands in the line, in bytes of UTF-8.
  public struct Piece: Hashable, Sendable {
    public let text: String
    public let range: Range<Int>
  }

  /// An option or a flag.
  public struct Option: Hashable, Sendable {
    /// Without its dashes.
    public let name: String
    /// With its value.
    public let range: Range<Int>
    /// Nil: it is a flag.
    public let value: Piece?
  }

  public init(_ line: String) {
    let words = Words(line).words.map { Piece(text: $0.text, range: $0.start..<$0.end) }
    let found = try? VerbSearch.find(words.map(\.text))
    self.line = line
    self.words = words
    guard let found else {
      (verb, options, onlyLooks) = ([], [], true)
      return
    }
    onlyLooks = [.look, .time].contains(found.entry.group)
    let isRaw = found.entry.type is any RawVerb.Type
    let isAmazon = isRaw && found.entry.words == ["aws"]
    let count = isAmazon ? 3 : found.count
    verb = words.prefix(count).map(\.text)
    let flags = isRaw ? [] : Definition(found.entry.type).options.filter { !$0.takesValue }
    options =
      isRaw && !isAmazon
      ? [] : Self.options(of: words.dropFirst(count), flags: flags.flatMap(\.names))
  }

  private static func options(of words: ArraySlice<Piece>, flags: [String]) -> [Option] {
    var options: [Option] = []
    for (index, word) in zip(words.indices, words) where word.text.hasPrefix("--") {
      let next = words[(index + 1)...].first.flatMap { $0.text.hasPrefix("--") ? nil : $0 }
      let value = flags.contains(word.text) ? nil : next
      options.append(
        Option(
          name: String(word.text.dropFirst(2)),
          range: word.range.lowerBound..<(value ?? word).range.upperBound,
          value: value
        )
      )
    }
    return options
  }

  /// The line with other text at a place that this cut has found; an empty text takes the blanks
  /// before it away, too.
  public func replacing(_ range: Range<Int>, with text: String) -> String {
    let bytes = Array(line.utf8)
    var head = bytes[..<range.lowerBound]
    while text.isEmpty, head.last?.isBlank == true { head.removeLast() }
    return String(decoding: head + Array(text.utf8) + bytes[range.upperBound...], as: UTF8.self)
  }
}
