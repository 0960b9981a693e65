/// The list of candidates as rows of text that fit the terminal.
struct CandidateList {
  let candidates: [Candidate]
  let columns: Int

  /// The most rows that the list may take, at least one.
  let limit: Int

  /// The columns that a character takes.
  let width: (Unicode.Scalar) -> Int

  /// The rows from top to bottom.
  ///
  /// There is one for each candidate when any has a note; otherwise as many stand beside each other
  /// as fit, read downwards. A last row counts those for which there is no room.
  var rows: [String] {
    let texts = candidates.map(\.text.printable)
    let widest = min(texts.map(measure).max() ?? 0, columns - 1)
    let hasNotes = candidates.contains { $0.note != nil }
    let across = hasNotes ? 1 : max(1, (columns + 1) / (widest + 2))
    let needed = (candidates.count + across - 1) / across
    let height = needed <= limit ? needed : max(limit - 1, 0)
    let shown = min(candidates.count, height * across)
    var rows: [String] = (0..<height).map { row in
      let places = stride(from: row, to: shown, by: height)
      return self.row(places.map { cell($0, texts: texts, widest: widest) }, widest: widest)
    }
    if shown < candidates.count { rows.append("and \(candidates.count - shown) more") }
    return rows
  }

  private func cell(_ index: Int, texts: [String], widest: Int) -> String {
    guard let note = candidates[index].note else { return texts[index] }
    return padded(texts[index], to: widest) + "  " + note.printable
  }

  private func row(_ cells: [String], widest: Int) -> String {
    let padded = cells.dropLast().map { self.padded($0, to: widest + 2) }
    return cut((padded + cells.suffix(1)).joined())
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - measure(text)))
  }

  /// The text without what would reach the last column, where terminals differ in wrapping; a mark
  /// stands for what is missing.
  private func cut(_ text: String) -> String {
    guard measure(text) >= columns else { return text }
    var room = columns - 2
    let kept = text.prefix { character in
      room -= character.unicodeScalars.reduce(0) { $0 + width($1) }
      return room >= 0
    }
    return kept + "…"
  }

  private func measure(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }
}
