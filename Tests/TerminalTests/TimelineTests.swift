import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A timeline` {
  @Test func `an outage at 60 columns`() {
    let display: Display = Display(width: 60, colour: false)
    let expected: String = """
                   08:00:00   08:00:30    08:01:00    08:01:30
                   ┬──────────┬───────────┬───────────┬───────────
      us-west-2 a   ━   ━   ━  ━   ╳   ╳   ╳   ╳   ╳   ╳   ╳   ╳
      verdict      ━━━━━━━━━━━━━━━━━━━━━━━━╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳
      answer       ━ CafeInstance1 ━━━━━━━━┃ CafeInstance2 ━━━━━━━
      mail                                                ◆

      ━ healthy   ╳ failing   ◆ mail
      """
    #expect(render(Scenes.outage.drawn(on: display), on: display) == expected)
  }

  @Test func `an outage at 80 columns`() {
    let display: Display = Display(width: 80, colour: false)
    let expected: String = """
                   08:00:00        08:00:30         08:01:00         08:01:30
                   ┬───────────────┬────────────────┬────────────────┬────────────────
      us-west-2 a   ━     ━    ━     ━     ╳    ╳     ╳    ╳     ╳    ╳     ╳     ╳
      verdict      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳
      answer       ━ CafeInstance1 ━━━━━━━━━━━━━━━━━━┃ CafeInstance2 ━━━━━━━━━━━━━━━━━
      mail                                                                ◆

      ━ healthy   ╳ failing   ◆ mail
      """
    #expect(render(Scenes.outage.drawn(on: display), on: display) == expected)
  }

  @Test func `an outage at 60 columns in ASCII`() {
    let display: Display = Display(width: 60, colour: false, unicode: false)
    let expected: String = """
                   08:00:00   08:00:30    08:01:00    08:01:30
                   +----------+-----------+-----------+-----------
      us-west-2 a   =   =   =  =   x   x   x   x   x   x   x   x
      verdict      ========================xxxxxxxxxxxxxxxxxxxxxxx
      answer       = CafeInstance1 ========| CafeInstance2 =======
      mail                                                *

      = healthy   x failing   * mail
      """
    #expect(render(Scenes.outage.drawn(on: display), on: display) == expected)
  }

  @Test func `an outage at 80 columns in ASCII`() {
    let display: Display = Display(width: 80, colour: false, unicode: false)
    let expected: String = """
                   08:00:00        08:00:30         08:01:00         08:01:30
                   +---------------+----------------+----------------+----------------
      us-west-2 a   =     =    =     =     x    x     x    x     x    x     x     x
      verdict      ===================================xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      answer       = CafeInstance1 ==================| CafeInstance2 =================
      mail                                                                *

      = healthy   x failing   * mail
      """
    #expect(render(Scenes.outage.drawn(on: display), on: display) == expected)
  }

  @Test func `begins a stretch below the label of its moment, where a mark would stand`() throws {
    let lanes: [Timeline.Lane] = [
      Timeline.Lane(
        "quick",
        segments: [
          Timeline.Segment(from: 0, to: 10_000, .fail),
          Timeline.Segment(from: 10_000, to: 63_000, .ok),
        ],
        beginsOnTime: true
      ),
      Timeline.Lane("lines", marks: [Timeline.Mark(at: 10_000, .mark)]),
    ]
    let lines: [String] = Timeline(from: 0, to: 63_000, lanes: lanes)
      .drawn(on: Display(width: 80, colour: false)).lines.map(\.text)
    let label: String.Index = try #require(lines[0].ranges(of: "00:00:10").first).lowerBound
    let column: Int = lines[0].distance(from: lines[0].startIndex, to: label)
    for (row, sign): (Int, Character) in [(2, "━"), (3, "◆")] {
      let place: String.Index = try #require(lines[row].firstIndex(of: sign))
      #expect(lines[row].distance(from: lines[row].startIndex, to: place) == column)
    }
  }

  @Test func `shows where a short stretch of an answer lies between two others`() {
    let stretches: [(Int, Int, String)] = [
      (0, 40, "Cafe1"), (40, 52, "CafeInstance2"), (52, 60, "C"),
    ]
    let lane: Timeline.Lane = Timeline.Lane(
      "answer",
      segments: stretches.map { from, to, text in
        Timeline.Segment(from: from * 1_000, to: to * 1_000, .ok, text: text, isBounded: true)
      }
    )
    let drawn: Styled = Timeline(from: 0, to: 60_000, lanes: [lane])
      .drawn(on: Display(width: 68, colour: false))
    let rest: String = String(repeating: "━", count: 32)
    #expect(drawn.lines[2].text == "answer  ━ Cafe1 \(rest)┃ …stance2 ━┃ C ━━━━")
  }

  @Test func `an outage at 80 columns as sentences`() {
    let display: Display = Display(width: 80, linear: true)
    let expected: String = """
      us-west-2 a:
        08:00:03 to 08:00:33: healthy, 4 times
        08:00:43 to 08:01:53: failing, 8 times
      verdict:
        08:00:00 to 08:01:02: healthy
        08:01:02 to 08:02:00: failing
      answer:
        08:00:00 to 08:01:02: healthy, CafeInstance1
        08:01:02 to 08:02:00: healthy, CafeInstance2
      mail:
        08:01:40: mail, to Sofía
      """
    #expect(render(Scenes.outage.drawn(on: display), on: display) == expected)
  }

  @Test func `a list that goes on past midnight says which day it speaks of`() {
    let midnight = 86_400_000
    let marks = [-60_000, 60_000].map { Timeline.Mark(at: midnight + $0, .mark) }
    let lanes = [Timeline.Lane("mail", marks: marks)]
    let night = Timeline(from: midnight - 120_000, to: midnight + 120_000, lanes: lanes)
    let text = night.drawn(on: Display(width: 80, linear: true)).text
    #expect(text == "mail:\n  day 1 23:59:00 to day 2 00:01:00: event, 2 times")
  }
}
