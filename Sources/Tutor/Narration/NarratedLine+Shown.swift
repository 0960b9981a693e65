import CafeWorld
public import Terminal

extension NarratedLine {
  /// The line with its local clock time, and the day where it is another; wrapped to the display.
  public func clocked(on display: Display) -> Styled {
    let hanging = Styled(String(repeating: " ", count: clock.width))
    return (clock + text).wrapped(to: display.proseWidth, hanging: hanging).joined()
  }

  /// The same on one line, however long, as a program that reads a log wants it.
  public var stamped: Styled { clock + text }

  private var clock: Styled {
    Styled(at.clock(seenFrom: seenFrom ?? at), .quiet) + Styled("  ")
  }

  /// The line by itself, wrapped to the display.
  func wrapped(on display: Display) -> Styled {
    text.wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
  }
}
