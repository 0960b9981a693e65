import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A progress line` {
  @Test func `half of a minute at 60 columns`() {
    let display: Display = Display(width: 60, colour: false)
    let expected: String = """
      08:01:30 ▕██████████░░░░░░░░░░▏ 30 s of 60 s  any key skips
      """
    #expect(render(Scenes.progress.drawn(on: display), on: display) == expected)
  }

  @Test func `half of a minute at 80 columns`() {
    let display: Display = Display(width: 80, colour: false)
    let expected: String = """
      08:01:30 ▕███████████████░░░░░░░░░░░░░░░▏ 30 s of 60 s  any key skips
      """
    #expect(render(Scenes.progress.drawn(on: display), on: display) == expected)
  }

  @Test func `half of a minute at 60 columns in ASCII`() {
    let display: Display = Display(width: 60, colour: false, unicode: false)
    let expected: String = """
      08:01:30 [##########..........] 30 s of 60 s  any key skips
      """
    #expect(render(Scenes.progress.drawn(on: display), on: display) == expected)
  }

  @Test func `half of a minute at 80 columns in ASCII`() {
    let display: Display = Display(width: 80, colour: false, unicode: false)
    let expected: String = """
      08:01:30 [###############...............] 30 s of 60 s  any key skips
      """
    #expect(render(Scenes.progress.drawn(on: display), on: display) == expected)
  }

  @Test func `half of a minute at 80 columns as sentences`() {
    let display: Display = Display(width: 80, linear: true)
    let expected: String = """
      08:01:30 30 s of 60 s  any key skips
      """
    #expect(render(Scenes.progress.drawn(on: display), on: display) == expected)
  }
}
