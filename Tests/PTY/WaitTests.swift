import Support
import Testing

/// Time that passes before somebody's eyes.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct WaitTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test func `a wait runs as a fast-forward to its end`() throws {
    let pty = try shop.sit()
    try pty.type("wait 5m", .enter)
    try pty.wait("a progress line") { $0.cursorLine.hasPrefix("08:0") }
    try pty.wait("the prompt") { $0.cursorLine == "story 08:05:00>" }
    #expect(pty.screen.text.contains("5 min have passed"))
    #expect(!pty.screen.lines.dropLast().contains { $0.hasPrefix("08:02") })
  }

  @Test func `a key skips the fast-forward, and is no part of the next line`() throws {
    let pty = try shop.sit()
    try pty.type("wait 1h", .enter)
    try pty.wait("a progress line") { $0.cursorLine.hasPrefix("08:0") }
    try pty.type(" ")
    try pty.wait("the prompt") { $0.cursorLine == "story 09:00:00>" }
    try pty.enter("now", prompt: "story 09:00:00>")
  }

  @Test func `Ctrl-C skips the fast-forward, and nothing else`() throws {
    let pty = try shop.sit()
    try pty.type("wait 1h", .enter)
    try pty.wait("a progress line") { $0.cursorLine.hasPrefix("08:0") }
    try pty.type(.interrupt)
    try pty.wait("the prompt") { $0.cursorLine == "story 09:00:00>" }
    #expect(pty.screen.text.contains("1 h has passed"))
    try pty.enter("now", prompt: "story 09:00:00>")
  }
}
