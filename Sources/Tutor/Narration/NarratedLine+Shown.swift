import CafeWorld
public import Terminal

extension NarratedLine {
  /// The line with its local clock time, wrapped to the display.
  public func clocked(on display: Display) -> Styled {
    let clock = Styled(at.civil(local: true).clock, .quiet) + Styled("  ")
    return (clock + text).wrapped(to: display.proseWidth, hanging: Styled("          ")).joined()
  }

  /// The line by itself, wrapped to the display.
  func wrapped(on display: Display) -> Styled {
    text.wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
  }
}
