import Support
import Testing

/// Lines from a script, and from terminals that cannot move their cursor.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct PlainTests {
  @Test func `a script is read without prompt or echo`() throws {
    let run = try PipedRun(Probe.program(), input: "one\r\ntwo 日本\n\nanimate\nlast")
    let expected = """
      got one
      got two 日本
      got\u{20}
      got animate
      moving
      moved: timedOut
      got last
      end

      """
    #expect(run.output == expected)
    #expect(run.errors.isEmpty)
    #expect(run.exit == .code(0))
  }

  @Test func `what is no line of text is reported in its place`() throws {
    var input = Array("one\n".utf8) + [0x61, 0xFF, 0x0A, 0x62, 0x00, 0x0A]
    input += [UInt8](repeating: 0x78, count: 300_000) + Array("\ntwo\n".utf8)
    let run = try PipedRun(Probe.program(environment: ["LANG": "C"]), input: input)
    #expect(run.output == "got one\nnot text\nnot text\ntoo long\ngot two\nend\n")
  }

  @Test func `an empty script ends at once`() throws {
    #expect(try PipedRun(Probe.program()).output == "end\n")
  }

  @Test(
    arguments: [
      (terminal: "dumb", options: []), (terminal: "", options: []), (terminal: nil, options: []),
      (terminal: "xterm-256color", options: ["--plain"]),
    ] as [(terminal: String?, options: [String])]
  )
  func `a plain terminal has a prompt and no escape sequence`(
    terminal: String?,
    options: [String]
  ) throws {
    let pty = try Probe.atTerminal(options, terminal: terminal)
    try pty.type("style 15\r")
    try pty.wait("the prompt") { $0.cursorLine == "step lab>15>" }
    try pty.type("one 日本\r")
    try pty.wait(for: "got one 日本\n")
    try pty.wait("the prompt") { $0.cursorLine == "step lab>15>" }
    try pty.type("half", .interrupt)
    try pty.wait(for: "\ninterrupted\n")
    try pty.wait("the prompt") { $0.cursorLine == "step lab>15>" }
    #expect(pty.screen.escapes == 0)
    try pty.type(.endOfInput)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.modes == pty.modesAtStart)
  }

  @Test func `a terminal that nobody knows takes lines`() throws {
    let pty = try Probe.atTerminal(terminal: "no-such-terminal")
    try pty.enter("one 日本")
    #expect(pty.screen.escapes == 0)
  }

  @Test func `a line longer than a plain terminal can give is reported`() throws {
    let pty = try Probe.atTerminal(terminal: "dumb")
    try pty.type(String(repeating: "x", count: 6000) + "\r")
    try pty.wait(for: "too long\n")
    try pty.enter("next")
  }

  @Test func `a notice on a plain terminal is followed by the prompt`() throws {
    let scratch = try Scratch()
    let fifo = try scratch.makeFIFO("notices")
    let pty = try Probe.atTerminal(["--notices", fifo], terminal: "dumb")
    try scratch.send("a notice\n", to: "notices")
    try pty.wait("the notice") { $0.lines.starts(with: ["probe>", "a notice", "probe>"]) }
    try pty.enter("next")
  }
}
