import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Colour` {
  private static let scenes: [@Sendable (Display) -> Styled] = [
    { Scenes.failedOver.drawn(on: $0) }, { Scenes.simple.drawn(on: $0) },
    { Scenes.outage.drawn(on: $0) }, { Scenes.day.drawn(on: $0) }, { Scenes.checks.drawn(on: $0) },
    { Scenes.progress.drawn(on: $0) }, { columns(Scenes.names, on: $0) },
  ]

  @Test(arguments: scenes.indices, [60, 80, 120])
  func `changes no character of a drawing`(scene: Int, width: Int) {
    let coloured: Display = Display(width: width)
    let plain: Display = Display(width: width, colour: false)
    let drawn: String = render(Self.scenes[scene](coloured), on: coloured)
    #expect(withoutColour(drawn) == render(Self.scenes[scene](plain), on: plain))
  }

  @Test(arguments: scenes.indices)
  func `never lasts beyond its line`(scene: Int) {
    let display: Display = Display(width: 80)
    for line in render(Self.scenes[scene](display), on: display).split(separator: "\n") {
      let starts: Int = line.unicodeScalars.count { $0 == "\u{1b}" }
      #expect(starts % 2 == 0)
      #expect(
        starts == 2 * line.split(separator: "\u{1b}[0m", omittingEmptySubsequences: false).count - 2
      )
    }
  }

  @Test func `tells the parts of a progress line apart`() {
    let display: Display = Display(width: 40)
    let line: ProgressLine = ProgressLine(clock: "08:01:30", elapsed: 1_000, total: 2_000)
    #expect(
      marked(line.drawn(on: display))
        == "‹1›08:01:30‹› ‹2›▕‹›‹35›████████‹›‹2›░░░░░░░░░▏‹› 1 s of 2 s"
    )
  }

  @Test func `tells good from bad in a table`() {
    let table: Table = Table(
      [Table.Column("Name"), Table.Column("Status")],
      rows: [["one", Styled("healthy", .good)], ["two", Styled("unhealthy", .bad)]]
    )
    let expected: String = """
      ‹1;36›Name‹›  ‹1;36›Status‹›
      ‹2›────  ─────────‹›
      one   ‹32›healthy‹›
      two   ‹31›unhealthy‹›
      """
    #expect(marked(table.drawn(on: Display())) == expected)
  }

  @Test func `shows code, emphasis, links and headings of a page`() {
    let page: Markdown = Markdown("# A\n**b** *c* `d` ***e***\n\n> [f](g)")
    let expected: String = """
      ‹1;36›A‹›

      ‹1›b‹› ‹4›c‹› ‹36›`d`‹› ‹1;4›e‹›

      ‹2›│ ‹›‹4›f‹›‹2› (g)‹›
      """
    #expect(marked(page.drawn(on: Display())) == expected)
  }

  @Test func `marks the way of the traffic in a diagram`() {
    let drawn: String = marked(Scenes.failedOver.drawn(on: Display()))
    for part: String in [
      "‹32›▼‹› ‹32›traffic‹›", "‹31›╳‹› ‹31›unreachable‹›", "‹31;1›us-west-2a‹›",
    ] {
      #expect(drawn.contains(part))
    }
  }

  /// The rendered text with `‹32›` for the start of a colour and `‹›` for its end.
  private func marked(_ text: Styled) -> String {
    render(text, on: Display()).replacing("\u{1b}[0m", with: "‹›").replacing(
      /\u{1b}\[([0-9;]+)m/,
      with: { "‹\($0.output.1)›" }
    )
  }

  private func withoutColour(_ text: String) -> String {
    text.replacing(/\u{1b}\[[0-9;]+m/, with: "")
  }
}
