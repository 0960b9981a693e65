import Support
import Testing

/// What a person sees and types at the prompt.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct EditingTests {
  @Test func `a styled prompt shows its styles, and what is typed is plain`() throws {
    let pty = try Probe.atTerminal()
    for bits in 0..<16 {
      try pty.type("style \(bits)\r")
      try pty.wait("the prompt") { $0.cursorLine == "step lab>\(bits)>" }
      try pty.type("x")
      try pty.wait("the letter") { $0.cursorLine.hasSuffix("> x") }
      let (screen, row) = (pty.screen, pty.screen.row)
      var expected = Screen.Style()
      expected.isBold = bits & 1 != 0
      expected.isDim = bits & 2 != 0
      expected.isUnderlined = bits & 4 != 0
      expected.isInverse = bits & 8 != 0
      for column in 5..<(screen.cursorLine.count - 2) {
        #expect(screen.style(row: row, column: column) == expected, "style \(bits)")
      }
      #expect(screen.style(row: row, column: 0) == Screen.Style())
      #expect(screen.style(row: row, column: screen.column - 1) == Screen.Style())
      try pty.type(.backspace)
    }
  }

  @Test func `a coloured prompt has its colour`() throws {
    let pty = try Probe.atTerminal()
    try pty.type("colour 208\r")
    try pty.wait("the prompt") { $0.cursorLine == "lab>" }
    #expect(pty.screen.style(row: pty.screen.row, column: 0).colour == 208)
    #expect(pty.screen.column == 5)
  }

  @Test func `a prompt stays on one row`() throws {
    let pty = try PTY(Probe.program(["--prompt", "one\ntwo> "]))
    try pty.wait("the prompt") { $0.cursorLine == "one?two>" && $0.column == 9 }
    try pty.type("abc", .left)
    try pty.wait("the cursor") { $0.cursorLine == "one?two> abc" && $0.column == 11 }
    #expect(pty.screen.row == 0)
  }

  @Test(arguments: ["C", "C.UTF-8", "POSIX", "no_SUCH", ""])
  func `characters of any width are edited whatever the locale`(language: String) throws {
    let pty = try Probe.atTerminal(environment: ["LANG": language, "LC_ALL": language])
    try pty.type("é日本")
    try pty.wait("the characters") { $0.cursorLine == "probe> é日本" && $0.column == 12 }
    try pty.type(.left, .left)
    try pty.wait("the cursor") { $0.column == 8 }
    try pty.type("x語")
    try pty.wait("the insertion") { $0.cursorLine == "probe> éx語日本" && $0.column == 11 }
    try pty.type(.backspace, .enter)
    try pty.wait(for: "got éx日本\n")
  }

  @Test func `bytes that are no UTF-8 are reported and nothing hangs`() throws {
    let pty = try Probe.atTerminal()
    try pty.send([0x61, 0xFF, 0xE6, 0x97, 0x62, 0x0D])
    try pty.wait(for: "not text\n")
    try pty.enter("next")
  }

  @Test func `a line of more than 4 KiB is reported`() throws {
    let pty = try Probe.atTerminal()
    try pty.type(String(repeating: "x", count: 5000) + "\r")
    try pty.wait(for: "too long\n")
    try pty.enter("next")
  }

  @Test func `arrows and a search find earlier lines`() throws {
    let pty = try Probe.atTerminal(["--history", "kill one", "--history", "wait 5s"])
    try pty.type(.up)
    try pty.waitForPrompt("wait 5s")
    try pty.type(.up)
    try pty.waitForPrompt("kill one")
    try pty.type(.down)
    try pty.waitForPrompt("wait 5s")
    try pty.type(.enter)
    try pty.wait(for: "got wait 5s\n")
    try pty.waitForPrompt()
    try pty.type(.search)
    try pty.wait(for: "bck:")
    try pty.type("ill")
    try pty.wait("the search") { $0.lines.contains("probe> kill one") }
    try pty.type(.enter)
    try pty.wait(for: "got kill one\n")
  }

  @Test func `a search can be ended by Ctrl-C and another begun`() throws {
    let pty = try Probe.atTerminal(["--history", "kill one"])
    try pty.type(.search)
    try pty.wait(for: "bck:")
    try pty.type("ki")
    try pty.wait("the search") { $0.lines.contains("probe> kill one") }
    try pty.type(.interrupt)
    try pty.wait(for: "interrupted\n")
    try pty.waitForPrompt()
    try pty.type(.search)
    try pty.wait(for: "bck:")
    try pty.type("one", .enter)
    try pty.wait(for: "got kill one\n")
  }

  @Test func `Ctrl-C discards the line and Ctrl-D ends on an empty one`() throws {
    let pty = try Probe.atTerminal()
    // The terminal forgets what waits to be read when it sees Ctrl-C.
    try pty.type("half", .left)
    try pty.wait("the line") { $0.cursorLine == "probe> half" && $0.column == 10 }
    try pty.type(.interrupt)
    try pty.wait("the new prompt") {
      $0.lines.starts(with: ["probe> half^C", "interrupted", "probe>"])
    }
    try pty.type("some", .endOfInput)
    try pty.wait("the bell") { $0.bells > 0 }
    try pty.type("thing", .enter)
    try pty.wait(for: "got something\n")
    try pty.waitForPrompt()
    try pty.type(.endOfInput)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.screen.text.contains("\nend"))
  }

  @Test func `Ctrl-C on a wrapped line leaves the line and goes below it`() throws {
    let pty = try Probe.atTerminal(columns: 20)
    try pty.type(String(repeating: "x", count: 40))
    try pty.wait("the rows") { $0.row == 2 && $0.column == 7 }
    try pty.type(.home, .interrupt)
    try pty.wait("the prompt") { $0.cursorLine == "probe>" }
    let row = String(repeating: "x", count: 20)
    #expect(
      pty.screen.lines.prefix(5)
        == ["probe> " + row.dropLast(7), row, row.dropLast(13) + "^C", "interrupted", "probe>"]
    )
  }

  @Test func `a resized line is painted again`() throws {
    let pty = try Probe.atTerminal()
    let line = String(repeating: "abcde", count: 8)
    try pty.type(line)
    try pty.waitForPrompt(line)
    pty.resize(columns: 30, rows: 20)
    try pty.wait("two rows") { screen in
      let first = "probe> " + line.prefix(23)
      return screen.lines.contains(first) && screen.cursorLine == line.dropFirst(23)
    }
    try pty.type("Z")
    try pty.wait("the letter") { $0.cursorLine == line.dropFirst(23) + "Z" }
    pty.resize(columns: 100, rows: 30)
    try pty.wait("one row") { $0.cursorLine == "probe> \(line)Z" }
    try pty.type(.enter)
    try pty.wait(for: "got \(line)Z\n")
  }
}
