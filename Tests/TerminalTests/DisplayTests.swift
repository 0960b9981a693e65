import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A display` {
  @Test func `is linear without escapes where plain text is asked for`() {
    let terminal: [String: String] = ["TERM": "xterm-256color"]
    let rich: Display = Display(columns: 100, isTerminal: true, environment: terminal)
    #expect(rich == Display(width: 100, colour: true, unicode: true, linear: false))
    let linear: Display = Display(width: 100, colour: false, linear: true)
    #expect(
      Display(columns: 100, isTerminal: true, environment: terminal, plain: true) == linear
    )
    #expect(
      Display(columns: 100, isTerminal: true, environment: ["TERM": "xterm", "NO_COLOR": "1"])
        == linear
    )
    #expect(Display(columns: 100, isTerminal: true, environment: ["TERM": "dumb"]) == linear)
    #expect(Display(columns: 100, isTerminal: true, environment: [:]) == linear)
  }

  @Test func `keeps colour for an empty NO_COLOR and pictures in a pipe`() {
    let environment: [String: String] = ["TERM": "xterm", "NO_COLOR": ""]
    #expect(Display(columns: nil, isTerminal: true, environment: environment).colour)
    let pipe: Display = Display(columns: nil, isTerminal: false, environment: [:])
    #expect(pipe == Display(width: 80, colour: false))
    #expect(pipe.drawsPictures)
  }

  @Test(arguments: [(-5, 20), (0, 20), (59, 59), (80, 80), (100_000, 240)])
  func `has a width within its bounds`(asked: Int, given: Int) {
    #expect(Display(width: asked).width == given)
  }

  @Test func `draws no picture below sixty columns`() {
    let narrow: Display = Display(width: 59, colour: false)
    #expect(!narrow.drawsPictures)
    #expect(
      Scenes.failedOver.drawn(on: narrow)
        == Scenes.failedOver.drawn(on: Display(width: 59, linear: true))
    )
  }

  @Test(arguments: Sign.allCases)
  func `shows each sign by its shape or word`(sign: Sign) {
    let displays: [Display] = [
      Display(colour: false), Display(colour: false, unicode: false), Display(linear: true),
    ]
    for display: Display in displays {
      let same: Int = Sign.allCases.count {
        $0.drawn(on: display).text == sign.drawn(on: display).text
      }
      #expect(same == 1)
    }
  }
}
