/// How many of some things are done, on one line: `412 of 1000 graded ▕███████░░░▏`.
public struct CountLine: Sendable, Equatable {
  public var done: Int
  public var total: Int
  /// What has been done with them.
  public var note: String

  public init(done: Int, total: Int, note: String) {
    self.total = max(0, total)
    self.done = min(max(0, done), max(0, total))
    self.note = sanitised(note)
  }

  /// The line, never wider than the display.
  public func drawn(on display: Display) -> Styled {
    let words = Styled("\(done) of \(total) \(note) ")
    let limit = display.width - 1
    let room = display.linear ? 0 : min(40, limit - words.width - 2)
    guard room >= 5 else { return words.truncated(to: limit, ellipsis: display.glyphs.ellipsis) }
    let filled = total == 0 ? room : room * done / total
    let glyphs = display.glyphs.bar
    return words + Styled(glyphs.left, .quiet)
      + Styled(String(repeating: glyphs.done, count: filled), .accent)
      + Styled(String(repeating: glyphs.open, count: room - filled), .quiet)
      + Styled(glyphs.right, .quiet)
  }
}
