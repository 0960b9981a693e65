import Support
import Testing

/// Terminals that cannot be drawn on, and people who do not want it.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct PlainScreenTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  static let settings: [(terminal: String, options: [String], environment: [String: String])] = [
    (terminal: "dumb", options: [], environment: [:]),
    (terminal: "xterm-256color", options: ["--plain"], environment: [:]),
    (terminal: "xterm-256color", options: [], environment: ["NO_COLOR": "1"]),
  ]

  /// Completion, history and the keys of a line are no pictures: who wants no colour keeps them.
  @Test(arguments: settings)
  func `lines are edited all the same, without an escape byte`(
    terminal: String,
    options: [String],
    environment: [String: String]
  ) throws {
    let pty = try shop.sit(options, terminal: terminal, environment: environment)
    try pty.enter("now", prompt: "story 08:00:00>")
    try pty.type("expl", .tab)
    try pty.wait("the verb") { $0.cursorLine == "story 08:00:00> explain" }
    try pty.type(.interrupt)
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.type("list z", .tab)
    try pty.wait("the word") { $0.cursorLine == "story 08:00:00> list zones" }
    try pty.type("\u{01}#")
    try pty.wait("the beginning") { $0.cursorLine == "story 08:00:00> #list zones" }
    try pty.type("\r")
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.type(.up, .up)
    try pty.wait("the line before") { $0.cursorLine == "story 08:00:00> now" }
    try pty.type("\r")
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    #expect(pty.screen.escapes == 0)
  }

  @Test(arguments: settings)
  func `linear text has no escape byte`(
    terminal: String,
    options: [String],
    environment: [String: String]
  ) throws {
    let pty = try shop.sit(options, terminal: terminal, environment: environment)
    try pty.enter("next", prompt: "your guess>")
    try pty.enter("skip", prompt: "outage 08:02:00>")
    for line in ["status", "diagram", "wait 5m", "orders", "check", "foo"] {
      let prompt =
        line == "wait 5m" || pty.screen.text.contains("5 min have passed")
        ? "outage 08:07:00>" : "outage 08:02:00>"
      try pty.enter(line, prompt: prompt)
    }
    try pty.type(.endOfInput)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.screen.escapes == 0)
    #expect(pty.screen.text.contains("5 min have passed"))
  }

  @Test(arguments: [["NO_COLOR": "1"], [:]] as [[String: String]])
  func `who only asks gets lines that end between words, too`(environment: [String: String]) throws
  {
    let lessons = try PTY(shop.cafe(["lessons"], environment: environment), columns: 60)
    #expect(try lessons.waitForExit() == .code(0))
    let isLinear = !environment.isEmpty
    #expect(lessons.screen.text.contains("\n  time: 40 min") == isLinear, "\(lessons.screen)")
    let review = try PTY(shop.cafe(["review"], environment: environment), columns: 44)
    #expect(try review.waitForExit() == .code(0))
    #expect(review.screen.text.contains("\nanswer in a lesson comes"), "\(review.screen)")
    let run = try PTY(
      shop.cafe(["run", "--lesson", "cafe-failover"], environment: environment),
      columns: 60,
      rows: 200
    )
    try run.wait(for: "`next` goes on.")
    try run.type(.endOfInput)
    #expect(try run.waitForExit() == .code(0))
    #expect(run.screen.text.contains("\ncan be broken for good"), "\(run.screen)")
  }

  @Test func `an empty NO_COLOR is none`() throws {
    let pty = try shop.sit(environment: ["NO_COLOR": ""])
    #expect(pty.screen.escapes > 0)
  }
}
