/// Choices by letter, and how many hands were raised for each.
public struct Ballot: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public var label: Styled
    public var hands: Int
    /// Whether this is how it came; nil: it is not known yet.
    public var isRight: Bool?

    /// Hands are kept within 0 and a million.
    public init(_ label: Styled, hands: Int, isRight: Bool? = nil) {
      self.label = label
      self.hands = min(max(0, hands), 1_000_000)
      self.isRight = isRight
    }
  }

  public var rows: [Row]
  /// Whether hands have been counted at all.
  public var isCounted: Bool

  public init(rows: [Row], isCounted: Bool) {
    self.rows = rows
    self.isCounted = isCounted
  }

  /// A row for each choice: its letter and words, below them its bar and its number.
  public func drawn(on display: Display) -> Styled {
    let done: Styled = Sign.done.drawn(on: display) + " "
    let isKnown: Bool = rows.contains { $0.isRight == true }
    return zip(Self.letters, rows).flatMap { letter, row -> [Styled] in
      // The letters stand below each other, whichever of them is marked.
      let mark: Styled =
        row.isRight == true ? done : Styled(spaces(isKnown ? done.width : 0))
      let lead: Styled = "  " + mark + Styled(String(letter), .value) + "  "
      let hanging: Styled = Styled(spaces(lead.width))
      let words: [Styled] =
        (lead + (row.isRight == true ? row.label.over(.strong) : row.label))
        .wrapped(to: display.proseWidth, hanging: hanging)
      return isCounted ? words + [hanging + bar(row, on: display, after: lead.width)] : words
    }.joined()
  }

  /// What the choices are called, in their order.
  public static let letters: [Character] = Array("abcdefghijklmnopqrstuvwxyz")

  private func bar(_ row: Row, on display: Display, after lead: Int) -> Styled {
    let most: Int = rows.map(\.hands).max() ?? 0
    let count: String = row.hands == 1 ? "1 hand" : "\(row.hands) hands"
    guard display.drawsPictures, most > 0 else { return Styled(count, .quiet) }
    let room: Int = max(4, min(40, display.proseWidth - lead - count.count - 2))
    let length: Int = row.hands == 0 ? 0 : max(1, (row.hands * room + most / 2) / most)
    let cells: String = String(repeating: display.glyphs.axis.first, count: length)
    let style: Style = row.isRight == true ? .good : .accent
    return (length == 0 ? Styled() : Styled(cells, style) + " ") + Styled(count)
  }
}
