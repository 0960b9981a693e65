import Glibc
import Support
import Testing

/// Signals, and the terminal as the program leaves it.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct SignalTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `a signal to end gives the terminal back`(signal: Int32) throws {
    let pty = try Probe.shell(["-c", "\"$PROBE\"; echo \"left $?\"; read wait"])
    try pty.waitForPrompt()
    let process = try pty.probeProcessID()
    try pty.type("half a line")
    try pty.waitForPrompt("half a line")
    #expect(!pty.modes.isCooked)
    kill(process, signal)
    try pty.wait(for: "terminated \(signal)\n")
    try pty.wait(for: "left 0\n")
    #expect(pty.modes == pty.modesAtStart)
    #expect(pty.screen.lines.contains("probe> half a line"))
  }

  @Test func `a signal to end while something moves gives the terminal back`() throws {
    let pty = try Probe.shell(["-c", "\"$PROBE\"; echo \"left $?\"; read wait"])
    try pty.waitForPrompt()
    let process = try pty.probeProcessID()
    try pty.type("animate\r")
    try pty.wait(for: "moving\n")
    kill(process, SIGTERM)
    try pty.wait(for: "left 0\n")
    #expect(pty.screen.text.contains("terminated 15\n"))
    #expect(pty.modes == pty.modesAtStart)
  }

  @Test(arguments: ["quit\r", "\u{4}"])
  func `an ordinary end gives the terminal back`(typed: String) throws {
    let pty = try Probe.shell(["-c", "\"$PROBE\"; echo \"left $?\"; read wait"])
    try pty.waitForPrompt()
    try pty.type(typed)
    try pty.wait(for: "left 0\n")
    #expect(pty.modes == pty.modesAtStart)
  }

  @Test func `what is typed during work appears behind the next prompt, and only there`() throws {
    let pty = try Probe.atTerminal()
    let process = try pty.probeProcessID()
    try pty.type("work\r")
    try pty.wait(for: "working\n")
    try pty.type("typed ahead")
    kill(process, SIGINT)
    try pty.waitForPrompt("typed ahead")
    #expect(pty.screen.lines.suffix(20).contains("work stopped"))
    #expect(pty.screen.text.ranges(of: "typed").count == 1)
  }

  @Test func `a signal for this process alone does not reach another of its group`() throws {
    let pty = try Probe.shell([
      "-c", "sleep 50 & \"$PROBE\"; kill -0 $! && echo \"sibling lives\"; read wait",
    ])
    try pty.waitForPrompt()
    kill(try pty.probeProcessID(), SIGTERM)
    try pty.wait(for: "terminated 15\n")
    try pty.wait(for: "sibling lives\n")
  }

  @Test func `Ctrl-Z stops, the shell has its terminal, and fg paints the line again`() throws {
    let pty = try Probe.shell(["-i"])
    try pty.wait("the shell") { $0.cursorLine == "sh>" }
    try pty.type("\"$PROBE\"\r")
    try pty.waitForPrompt()
    try pty.type("half", .left)
    try pty.waitForPrompt("half")
    for _ in 0..<2 {
      try pty.type(.suspend)
      try pty.wait("the shell") { $0.cursorLine == "sh>" }
      #expect(pty.modes.isCooked)
      try pty.type("fg\r")
      try pty.waitForPrompt("half")
    }
    try pty.type("X", .enter)
    try pty.wait(for: "got halXf\n")
  }

  @Test func `a process that was stopped from outside takes its terminal back`() throws {
    let pty = try Probe.shell(["-i"])
    try pty.wait("the shell") { $0.cursorLine == "sh>" }
    try pty.type("\"$PROBE\"\r")
    try pty.waitForPrompt()
    let process = try pty.probeProcessID()
    try pty.type("half")
    try pty.waitForPrompt("half")
    kill(process, SIGSTOP)
    try pty.wait("the shell") { $0.cursorLine.hasSuffix("sh>") }
    try pty.type("fg\r")
    try pty.waitForPrompt("half")
    #expect(!pty.modes.isCooked)
    try pty.type("!", .enter)
    try pty.wait(for: "got half!\n")
  }

  @Test func `a closed window ends the program`() throws {
    let pty = try Probe.atTerminal()
    try pty.type("half")
    try pty.waitForPrompt("half")
    pty.hangUp()
    #expect(try pty.waitForExit() == .code(0))
  }
}
