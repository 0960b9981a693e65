import Support
import Testing

/// Many keys at once, and settings of the person at the terminal.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct PastingTests {
  @Test(arguments: ["\r", "\n"])
  func `pasted lines come one by one, in order, none lost`(end: String) throws {
    let pty = try Probe.atTerminal(rows: 50)
    let lines = (1...200).map { "line \($0) 日本" }
    try pty.type(lines.joined(separator: end) + end)
    try pty.wait(for: "got line 200 日本\n")
    let got = pty.screen.text.split(separator: "\n").filter { $0.hasPrefix("got ") }
    #expect(got.map { String($0.dropFirst(4)) } == lines)
  }

  @Test func `the marks of a bracketed paste are nothing, and never asked for`() throws {
    let pty = try Probe.atTerminal()
    try pty.type("\u{1B}[200~pasted text\u{1B}[201~", .enter)
    try pty.wait(for: "got pasted text\n")
    try pty.waitForPrompt()
    #expect(!pty.screen.modesEverSet.contains(2004))
    #expect(pty.screen.bells == 0)
  }

  @Test func `~/.editrc is read, and our keys are bound after it`() throws {
    let home = try Scratch()
    try home.write("bind -s ^T hello\nbind ^I ed-insert\nbind ^R ed-insert\n", to: ".editrc")
    let pty = try Probe.atTerminal(["--history", "kill one"], environment: ["HOME": home.path])
    try pty.type("\u{14}")
    try pty.waitForPrompt("hello")
    try pty.type(" sub", .tab)
    try pty.waitForPrompt("hello subscribe")
    try pty.type(.interrupt)
    try pty.waitForPrompt()
    try pty.type(.search)
    try pty.wait(for: "bck:")
  }

  @Test(arguments: ["bind -v\n", "nonsense\nbind\nbind ^A\n\u{1}\n", "edit off\n", ""])
  func `any ~/.editrc leaves a prompt that takes lines`(settings: String) throws {
    let home = try Scratch()
    try home.write(settings, to: ".editrc")
    let pty = try Probe.program(environment: ["HOME": home.path]).atTerminal()
    try pty.wait("the prompt") { $0.cursorLine == "probe>" }
    try pty.type("sub\r")
    try pty.wait(for: "got sub\n")
    try pty.wait("the prompt") { $0.cursorLine == "probe>" }
    try pty.type(.interrupt)
    try pty.wait(for: "interrupted\n")
    try pty.type(.endOfInput)
    #expect(try pty.waitForExit() == .code(0))
  }

  @Test func `vi's keys have their command mode`() throws {
    let home = try Scratch()
    try home.write("bind -v\n", to: ".editrc")
    let pty = try Probe.program(environment: ["HOME": home.path]).atTerminal()
    try pty.wait("the prompt") { $0.cursorLine == "probe>" }
    try pty.type("hello")
    try pty.wait("the word") { $0.cursorLine == "probe> hello" }
    // Escape, to the beginning, and insert there.
    try pty.type("\u{1B}0iXX")
    try pty.wait("the edited word") { $0.cursorLine == "probe> XXhello" }
  }

  @Test(arguments: ["", "/nonexistent", "/dev/null"])
  func `a home that is none does no harm`(home: String) throws {
    let pty = try Probe.atTerminal(environment: ["HOME": home])
    try pty.enter("next")
  }

  @Test func `no home at all does no harm`() throws {
    var program = Probe.program()
    program.environment["HOME"] = nil
    let pty = try PTY(program)
    try pty.waitForPrompt()
    try pty.enter("next")
  }
}

extension Program {
  fileprivate func atTerminal() throws -> PTY { try PTY(self) }
}
