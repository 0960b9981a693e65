import Support
import Testing

/// A key that ends an animation.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct KeyTests {
  @Test(
    arguments: [
      ("x", 120), (" ", 32), ("\r", 10), ("é", 0), ("\u{1B}[A", 0), ("\u{1B}OP", 0), ("\u{1B}", 27),
    ]
  )
  func `a key ends what moves, is not echoed and is consumed`(key: String, byte: Int) throws {
    let pty = try moving()
    try pty.type(key)
    try pty.wait("the prompt") { $0.cursorLine == "probe>" && $0.text.contains("moved: key") }
    #expect(
      pty.screen.lines.prefix(4) == [
        "probe> animate", "got animate", "moving", "moved: key(\(byte))",
      ]
    )
    try pty.enter("next")
  }

  @Test func `Ctrl-C ends what moves`() throws {
    let pty = try moving()
    try pty.type(.interrupt)
    try pty.wait(for: "moved: interrupted\n")
    try pty.enter("next")
  }

  @Test func `lines that are typed ahead end what moves and are kept`() throws {
    let pty = try moving()
    try pty.type("first\rsecond\rrest")
    try pty.wait(for: "moved: key(0)\n")
    try pty.waitForPrompt("rest")
    #expect(pty.screen.text.contains("got first\n"))
    #expect(pty.screen.text.contains("got second\n"))
  }

  @Test(arguments: ["next\rrest", "r", "rest", "\r\rrest"])
  func `what is pasted with the command is kept too`(rest: String) throws {
    let pty = try Probe.atTerminal()
    try pty.type("animate\r" + rest)
    try pty.wait(for: "moved: key(0)\n")
    try pty.waitForPrompt(rest.split(separator: "\r").last.map(String.init) ?? "")
    let lines = rest.split(separator: "\r", omittingEmptySubsequences: false)
    #expect(pty.screen.text.ranges(of: "got").count == lines.count)
  }

  @Test func `Ctrl-C reaches work that reads nothing`() throws {
    let pty = try Probe.atTerminal()
    try pty.type("work\r")
    try pty.wait(for: "working\n")
    try pty.type(.interrupt)
    try pty.wait(for: "work stopped\n")
    try pty.enter("next")
  }

  private func moving() throws -> PTY {
    let pty = try Probe.atTerminal()
    try pty.type("animate\r")
    try pty.wait(for: "moving\n")
    // The key has to come after the terminal was switched, or it would count as typed ahead.
    try pty.waitForModes("single keys") { !$0.givesLines }
    return pty
  }
}
