/// What may stand at the cursor.
public struct Completions: Hashable, Sendable {
  /// The UTF-8 offsets of the line that a candidate takes the place of; they end at the cursor.
  public let range: Range<Int>
  /// Best order for a list; each is quoted as the line needs it, without a blank behind.
  public let candidates: [Candidate]

  public struct Candidate: Hashable, Sendable {
    public let text: String
    /// A few words beside it in a list; may be empty.
    public let note: String

    public init(_ text: String, note: String = "") {
      self.text = text
      self.note = note
    }
  }

  init(_ range: Range<Int>, _ candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
  }
}

/// What may stand at a cursor: verbs, their options, and names of things that exist now.
///
/// The cursor is a UTF-8 offset; one beyond the line means its end.
public func complete(_ line: String, cursor: Int, in context: ParseContext) -> Completions {
  let cursor = min(max(cursor, 0), line.utf8.count)
  guard cursor <= Words.longestLine else { return Completions(cursor..<cursor, []) }
  let head = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
  guard head.utf8.count == cursor else { return Completions(cursor..<cursor, []) }
  return Completion(head, context).completions
}
