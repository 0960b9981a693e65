/// A line that may go on in those after it: each that ends in a backslash does, as in sh.
struct JoinedLine {
  /// Whether the next entry belongs to the line.
  private(set) var isOpen = false
  private var text = ""
  private var isOverlong = false

  private static let backslash: Unicode.Scalar = "\\"

  /// Takes the next entry; nil: the line goes on.
  ///
  /// At the end of the input the half of a line comes as it is, with its backslash.
  mutating func take(_ entry: Entry) -> Entry? {
    switch entry {
    case .line(let piece): take(piece)
    case .end where isOpen: isOverlong ? Entry.tooLong : .line(text + "\\")
    case .interrupted, .end, .tooLong, .notText, .terminated: entry
    }
  }

  private mutating func take(_ piece: String) -> Entry? {
    // What is too long is read to its end, and not kept.
    isOverlong = isOverlong || text.utf8.count + piece.utf8.count > Entry.longestLine
    text = isOverlong ? "" : text + piece
    isOpen = Self.goesOn(piece) && !isComment
    guard isOpen else { return isOverlong ? Entry.tooLong : .line(text) }
    if !isOverlong { text.unicodeScalars.removeLast() }
    return nil
  }

  /// Whether a backslash stands at the end that no other one before it makes plain text.
  private static func goesOn(_ piece: String) -> Bool {
    let marks = piece.unicodeScalars.reversed().prefix { $0 == backslash }
    return !marks.count.isMultiple(of: 2)
  }

  private var isComment: Bool { text.first { !$0.isWhitespace } == "#" }
}

extension LineEditor {
  /// Reads one line with those in which it goes on, behind a prompt of their own.
  ///
  /// Ctrl-C discards all of it.
  public func readWholeLine(prompt: [PromptRun]) -> Entry {
    var line = JoinedLine()
    defer { isJoining = false }
    while true {
      isJoining = line.isOpen
      let entry = readLine(prompt: line.isOpen ? [PromptRun("> ")] : prompt)
      if let whole = line.take(entry) { return whole }
    }
  }
}
