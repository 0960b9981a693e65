import Terminal
import Testing

/// What holds for everything that is drawn, whatever it is drawn from.
@Suite(.timeLimit(.minutes(1)))
struct `Whatever is drawn` {
  @Test(arguments: Seed.range(0..<300))
  func `sanitised text has no control and no deceptive characters`(seed: Seed) {
    var seed: Seed = seed
    let text: String = sanitised(seed.text(60))
    #expect(text.unicodeScalars.allSatisfy { isSafe($0) })
    #expect(sanitised(text) == text)
  }

  @Test(arguments: Seed.range(0..<300))
  func `wrapped and cut lines fit, and wrapping loses only spaces`(seed: Seed) {
    var seed: Seed = seed
    let text: Styled = Styled(seed.text(80))
    let width: Int = 2 + seed.below(60)
    let wrapped: [Styled] = text.wrapped(to: width)
    #expect(wrapped.allSatisfy { $0.width <= width })
    #expect(text.truncated(to: width).width <= width)
    let before: [Unicode.Scalar] = text.text.unicodeScalars.filter {
      !" \n".unicodeScalars.contains($0)
    }
    let after: [Unicode.Scalar] = wrapped.flatMap { $0.text.unicodeScalars }.filter { $0 != " " }
    #expect(before == after)
  }

  @Test(arguments: Seed.range(0..<300))
  func `a page is never wider than the display and has no escape`(seed: Seed) {
    var seed: Seed = seed
    let display: Display = seed.display()
    let figure: String = seed.text(20)
    expectSafe(Markdown(seed.text(200)).drawn(on: display) { _, _ in figure }, display)
  }

  @Test(arguments: Seed.range(0..<200))
  func `a table is never wider than the display and has no escape`(seed: Seed) {
    var seed: Seed = seed
    let display: Display = seed.display()
    let columns: [Table.Column] = (0...seed.below(5)).map { (_: Int) in
      Table.Column(
        seed.one(of: ["Name", "日本", "Checkers\u{1b}"]),
        seed.one(of: [.left, .right, .centre]),
        overflow: seed.one(of: [.wrap, .truncate])
      )
    }
    let rows: [[Styled]] = (0..<seed.below(6)).map { (_: Int) in
      (0..<seed.below(7)).map { (_: Int) in Styled(seed.text(seed.below(30))) }
    }
    expectSafe(Table(columns, rows: rows).drawn(on: display), display)
  }

  @Test(arguments: Seed.range(0..<200))
  func `a diagram is never wider than the display and has no escape`(seed: Seed) {
    var seed: Seed = seed
    let display: Display = seed.display()
    func box() -> Diagram.Box {
      Diagram.Box(
        seed.text(5),
        lines: (0..<seed.below(4)).map { (_: Int) in Styled(seed.text(6)) },
        state: seed.one(of: [.plain, .good, .bad, .warning, .quiet])
      )
    }
    func linked() -> Diagram.Linked {
      let flow: Diagram.Flow = seed.one(of: Diagram.Flow.allCases)
      return Diagram.Linked(box(), Diagram.Link(flow, seed.text(4)))
    }
    let diagram: Diagram = Diagram(
      users: box(),
      service: linked(),
      watcher: seed.below(2) == 0 ? linked() : nil,
      mailbox: seed.below(2) == 0 ? linked() : nil,
      targets: (0..<seed.below(4)).map { (_: Int) in linked() }
    )
    expectSafe(diagram.drawn(on: display), display)
  }

  @Test(arguments: Seed.range(0..<200))
  func `a timeline is never wider than the display and has no escape`(seed: Seed) {
    var seed: Seed = seed
    let display: Display = seed.display()
    let from: Int = seed.below(100_000_000)
    let span: Int = seed.one(of: [1, 50, 1_000, 120_000, 7_200_000, 400_000_000])
    func symbol() -> Timeline.Symbol { seed.one(of: Timeline.Symbol.allCases) }
    func moment() -> Int { from - span + seed.below(3 * span) }
    let lanes: [Timeline.Lane] = (0..<seed.below(5)).map { (_: Int) in
      Timeline.Lane(
        seed.text(6),
        segments: (0..<seed.below(6)).map { (_: Int) in
          Timeline.Segment(from: moment(), to: moment(), symbol(), text: seed.text(3))
        },
        marks: (0..<seed.below(6)).map { (_: Int) in
          Timeline.Mark(at: moment(), symbol(), text: seed.text(3))
        }
      )
    }
    expectSafe(Timeline(from: from, to: from + span, lanes: lanes).drawn(on: display), display)
  }

  @Test(arguments: Seed.range(0..<200))
  func `a plot is never wider than the display and has no escape`(seed: Seed) {
    var seed: Seed = seed
    let display: Display = seed.display()
    let length: Int = seed.one(of: [60_000, 3_600_000, 86_400_000])
    let largest: Int = seed.one(of: [1, 10, 300, 1_000_000])
    let buckets: [Plot.Bucket] = (0..<seed.below(200)).map { (index: Int) in
      Plot.Bucket(
        from: index * length,
        to: (index + 1) * length,
        first: seed.below(largest),
        second: seed.below(largest)
      )
    }
    let plot: Plot = Plot(
      title: seed.text(4),
      first: seed.text(2),
      second: seed.text(2),
      buckets: buckets
    )
    expectSafe(plot.drawn(on: display), display)
  }

  @Test(arguments: Seed.range(0..<100))
  func `a progress line and names are never wider than the display`(seed: Seed) {
    var seed: Seed = seed
    let display: Display = seed.display()
    let line: ProgressLine = ProgressLine(
      clock: seed.text(3),
      elapsed: seed.below(100_000),
      total: seed.below(100_000),
      note: Styled(seed.text(5))
    )
    expectSafe(line.drawn(on: display), display)
    let names: [String] = (0..<seed.below(30)).map { (_: Int) in seed.text(3) }
    expectSafe(columns(names, on: display), display)
  }

  private func expectSafe(_ drawn: Styled, _ display: Display) {
    let output: String = render(drawn, on: display)
    #expect(!output.unicodeScalars.contains("\u{1b}"))
    #expect(output.unicodeScalars.allSatisfy { isSafe($0) })
    for line: Substring in output.split(separator: "\n") {
      #expect(displayWidth(of: String(line)) <= display.width, "\(line)")
    }
  }

  private func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    if ["\n", "\u{200c}", "\u{200d}"].contains(scalar) { return true }
    let category: Unicode.GeneralCategory = scalar.properties.generalCategory
    let unsafeOnes: [Unicode.GeneralCategory] = [
      .control, .format, .lineSeparator, .paragraphSeparator,
    ]
    return !unsafeOnes.contains(category) && !scalar.properties.isNoncharacterCodePoint
  }
}
