import Terminal
import Testing

struct `A show of hands` {
  static let rows = [
    Ballot.Row("to the standby", hands: 12), Ballot.Row("nowhere", hands: 0, isRight: true),
    Ballot.Row("to both", hands: 1),
  ]

  @Test func `before it is counted has letters alone`() {
    let rows = Self.rows.map { Ballot.Row($0.label, hands: 0) }
    let drawn = Ballot(rows: rows, isCounted: false).drawn(on: Display(width: 80, colour: false))
    #expect(drawn.text == "  a  to the standby\n  b  nowhere\n  c  to both")
  }

  @Test func `has a bar each, and a mark for what came true`() {
    let drawn = Ballot(rows: Self.rows, isCounted: true)
      .drawn(on: Display(width: 80, colour: false))
    let full = String(repeating: "█", count: 40)
    #expect(
      drawn.text == """
            a  to the standby
               \(full) 12 hands
          ✓ b  nowhere
               0 hands
            c  to both
               ███ 1 hand
        """
    )
  }

  @Test func `is words where pictures are not drawn`() {
    let drawn = Ballot(rows: Self.rows, isCounted: true).drawn(on: Display(linear: true))
    #expect(drawn.text.contains("done: b  nowhere"))
    #expect(!drawn.text.contains("█"))
  }

  @Test(arguments: [24, 40, 60, 64, 80, 240])
  func `stays within its width, with a number for each choice`(width: Int) {
    let long = Styled(String(repeating: "a rather long choice ", count: 8))
    let rows = (0..<9).map { Ballot.Row(long, hands: $0 * 1_000, isRight: $0 == 4) }
    for display in [
      Display(width: width, colour: false), Display(width: width, colour: false, unicode: false),
      Display(width: width, linear: true),
    ] {
      let drawn = Ballot(rows: rows, isCounted: true).drawn(on: display)
      #expect(drawn.width <= width)
      for row in rows { #expect(drawn.text.contains("\(row.hands) hands"), "\(row.hands)") }
    }
  }
}
