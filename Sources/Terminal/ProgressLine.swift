/// How far a wait has come, on one line: `08:01:30 ▕███████░░░▏ 30 s of 60 s`.
public struct ProgressLine: Sendable, Equatable {
  /// The time that it is now, as text.
  public var clock: String
  /// What has passed of the wait, in milliseconds.
  public var elapsed: Int
  /// The whole wait, in milliseconds.
  public var total: Int
  /// What to say after it, such as which key skips.
  public var note: Styled

  public init(clock: String, elapsed: Int, total: Int, note: Styled = Styled()) {
    self.clock = sanitised(clock)
    self.total = max(0, total)
    self.elapsed = min(max(0, elapsed), max(0, total))
    self.note = note
  }

  /// The line, never wider than the display.
  public func drawn(on display: Display) -> Styled {
    let words: Styled = "\(duration(elapsed)) of \(duration(total))"
    let tail: Styled = note.isEmpty ? words : words + "  " + note
    let limit: Int = display.width - 1
    guard !display.linear else {
      return (Styled("\(clock) ") + tail).truncated(to: limit, ellipsis: display.glyphs.ellipsis)
    }
    // The bar keeps its width while the words beside it grow.
    let whole: Int = displayWidth(of: duration(total))
    let widest: Int = total < 120_000 ? whole : Self.widest
    let growth: Int = max(0, widest - displayWidth(of: duration(elapsed)))
    let room: Int = min(30, limit - displayWidth(of: clock) - tail.width - growth - 4)
    let bar: Styled = room < 5 ? Styled() : bar(of: room, display.glyphs.bar) + " "
    return (Styled(clock, .strong) + " " + bar + tail)
      .truncated(to: limit, ellipsis: display.glyphs.ellipsis)
  }

  /// The columns of `59 min 59 s`, than which no time of a wait is wider.
  private static let widest = 11

  private func bar(of width: Int, _ glyphs: Glyphs.Bar) -> Styled {
    let done: Int = total == 0 ? width : width * elapsed / total
    return Styled(glyphs.left, .quiet)
      + Styled(String(repeating: glyphs.done, count: done), .accent)
      + Styled(String(repeating: glyphs.open, count: width - done), .quiet)
      + Styled(glyphs.right, .quiet)
  }
}
