/// Checkpoints that were copied from answer sheets: a learner's id and a checkpoint a line.
public struct CheckpointList: Sendable {
  /// By the learner's id.
  public private(set) var checkpoints: [String: [Checkpoint]] = [:]
  /// Lines that are no such thing, from 1, and why.
  public private(set) var problems: [(line: Int, sentence: String)] = []

  /// Reads a list; a comma, a semicolon or a tab stands between id and checkpoint, and `#` begins a
  /// remark.
  public init(_ text: String, learners: [Learner]) {
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = line.drop { $0 == "\u{FEFF}" }
      guard line.contains(where: { !$0.isWhitespace }), line.first != "#" else { continue }
      guard let mark = line.lastIndex(where: { ",;\t".contains($0) }) else {
        problems.append((number + 1, "a learner's id, a comma, and a checkpoint belong here"))
        continue
      }
      let id = String(line[..<mark]).trimmed
      guard learners.contains(where: { $0.id == id }) else {
        problems.append((number + 1, "the quiz has no learner \(cleaned(id))"))
        continue
      }
      let text = String(line[line.index(after: mark)...]).trimmed
      guard let checkpoint = Checkpoint(written: text) else {
        problems.append((number + 1, "\(cleaned(text)) is no checkpoint of ten characters"))
        continue
      }
      checkpoints[id, default: []].append(checkpoint)
    }
  }
}
