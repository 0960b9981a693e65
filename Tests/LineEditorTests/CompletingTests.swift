import Support
import Testing

/// TAB at a terminal.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct CompletingTests {
  @Test func `TAB completes as far as the candidates agree, then lists them`() throws {
    let pty = try Probe.atTerminal()
    try pty.type("sta", .tab)
    try pty.wait("the list") { $0.lines.starts(with: ["status  start", "probe> sta"]) }
    try pty.type("t", .tab)
    try pty.waitForPrompt("status")
    #expect(pty.screen.column == 14)
    try pty.type("--a", .tab)
    try pty.wait("the options") {
      $0.lines.starts(with: [
        "status  start", "--address  the address to watch", "--after    how long to wait first",
        "probe> status --a",
      ])
    }
  }

  @Test func `what is behind the cursor stays`() throws {
    let pty = try Probe.atTerminal()
    try pty.type("sub tail", .home, .right, .right, .right, .tab)
    try pty.waitForPrompt("subscribe tail")
    #expect(pty.screen.column == 16)
  }

  @Test func `double-width words are completed`() throws {
    let pty = try Probe.atTerminal(environment: ["LANG": "C"])
    try pty.type("é 日", .tab)
    try pty.wait("the list") { $0.lines.starts(with: ["日本  日常", "probe> é 日"]) }
    try pty.type("本", .tab, .enter)
    try pty.wait(for: "got é 日本")
  }

  @Test func `a long list stays within the screen`() throws {
    let pty = try Probe.atTerminal(columns: 40, rows: 12)
    try pty.type("n", .tab)
    try pty.waitForPrompt("number-")
    try pty.type(.tab)
    try pty.wait("the list") { $0.text.contains(" more") && $0.cursorLine == "probe> number-" }
    #expect(pty.screen.lines[0].hasPrefix("number-0 "))
    #expect(pty.screen.lines[9] == "and 273 more")
    #expect(pty.screen.scrolledOff.isEmpty || pty.screen.scrolledOff == ["probe> number-"])
  }

  @Test func `nothing that fits rings the bell`() throws {
    let pty = try Probe.atTerminal()
    try pty.type("zzz", .tab)
    try pty.wait("the bell") { $0.bells == 1 && $0.cursorLine == "probe> zzz" }
  }

  @Test func `a list above a wrapped line leaves nothing behind`() throws {
    let pty = try Probe.atTerminal(columns: 20)
    let line = String(repeating: "y", count: 30) + " sta"
    try pty.type(line, .tab)
    try pty.wait("the list") {
      $0.lines.prefix(4) == [
        "status  start", "probe> yyyyyyyyyyyyy", "yyyyyyyyyyyyyyyyy st", "a",
      ]
    }
  }
}
