import Support
import Testing

/// The real program at a terminal: what a learner types and sees.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct PromptTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test(arguments: [(80, 24), (60, 20)])
  func `the greeting fits the screen and ends in a prompt`(columns: Int, rows: Int) throws {
    let pty = try shop.sit(columns: columns, rows: rows)
    #expect(pty.screen.text.contains("The café that stays open"))
    #expect(pty.screen.text.contains("Two days ago"))
    #expect(pty.screen.text.contains("`next` goes on."))
    // The step stands in colour, and what is typed does not.
    #expect(pty.screen.style(row: pty.screen.row, column: 0).colour == 6)
    #expect(pty.screen.style(row: pty.screen.row, column: 0).isBold)
    try pty.type("x")
    try pty.wait("the letter") { $0.cursorLine == "story 08:00:00> x" }
    #expect(pty.screen.style(row: pty.screen.row, column: pty.screen.column - 1) == Screen.Style())
    #expect(pty.screen.modesEverSet.isDisjoint(with: [2004, 1049]))
  }

  @Test(arguments: [Key.interrupt.rawValue, "q", "\u{1B}"])
  func `the rest of a text can be skipped at a full screen`(key: String) throws {
    let pty = try PTY(shop.cafe())
    try pty.wait("the first screenful") { $0.cursorLine.contains("(more") }
    try pty.type(key)
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    #expect(pty.screen.text.contains("(the rest was skipped)"))
    try pty.type("task\r")
    try pty.wait(for: "Two days ago")
  }

  @Test func `a question that stood in what was skipped is asked all the same`() throws {
    let pty = try PTY(shop.cafe())
    try pty.wait("the first screenful") { $0.cursorLine.contains("(more") }
    try pty.type("q")
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.type("next\r")
    try pty.wait("a screenful of the step") { $0.cursorLine.contains("(more") }
    try pty.type("q")
    try pty.wait("the guess") { $0.cursorLine == "your guess>" }
    #expect(pty.screen.text.contains("what do you expect?"))
  }

  @Test func `a screenful waits for a key`() throws {
    let pty = try PTY(shop.cafe())
    try pty.wait("the first screenful") {
      $0.cursorLine.contains("(more: any key goes on, q skips the rest)")
    }
    #expect(pty.screen.lines[0] == "The café that stays open")
    #expect(pty.screen.scrolledOff.isEmpty)
    var screenfuls = 1
    while pty.screen.cursorLine != "story 08:00:00>" {
      let rows = pty.screen.scrolledOff.count
      try pty.type(" ")
      try pty.wait("the next screenful") {
        $0.cursorLine == "story 08:00:00>"
          || $0.scrolledOff.count > rows && $0.cursorLine.contains("(more")
      }
      screenfuls += 1
    }
    #expect(screenfuls > 3)
    #expect(!pty.screen.text.contains("(more"))
  }

  @Test func `TAB completes verbs, and names of things that exist now`() throws {
    let pty = try shop.sit()
    try pty.type("expl", .tab)
    try pty.wait("the verb") { $0.cursorLine == "story 08:00:00> explain" }
    try pty.type(.interrupt)
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.type("kill Cafe", .tab)
    try pty.wait("the names") {
      $0.cursorLine == "story 08:00:00> kill CafeInstance" || $0.text.contains("CafeInstance2  ")
    }
    try pty.type("2", .tab, .interrupt)
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.enter(
      "create health-check unlikely --ip-address CafeInstance1",
      prompt: "story 08:00:00>"
    )
    try pty.type("show unl", .tab)
    try pty.wait("the new name") { $0.cursorLine == "story 08:00:00> show unlikely" }
    try pty.type(.interrupt)
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.type("create health-check y --fail", .tab)
    try pty.wait("the option") {
      $0.cursorLine == "story 08:00:00> create health-check y --failure-threshold"
    }
  }

  @Test func `lines come back after a restart, by the arrow and by a search`() throws {
    let first = try shop.sit()
    try first.enter("list instances", prompt: "story 08:00:00>")
    try first.enter("now", prompt: "story 08:00:00>")
    try first.type(.endOfInput)
    #expect(try first.waitForExit() == .code(0))

    let second = try shop.sit()
    #expect(second.screen.text.contains("Welcome back"))
    try second.type(.up)
    try second.wait("the last line") { $0.cursorLine == "story 08:00:00> now" }
    try second.type(.up)
    try second.wait("the line before") { $0.cursorLine == "story 08:00:00> list instances" }
    try second.type(.interrupt)
    try second.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try second.type(.search)
    try second.type("list")
    try second.wait("what was searched for") { $0.text.contains("list instances") }
    try second.type(.enter)
    try second.wait("the list") { $0.text.contains("us-west-2b") && $0.cursorLine.hasSuffix("00>") }
  }

  @Test(arguments: ["C", "POSIX", "en_US.UTF-8", ""])
  func `letters beyond ASCII arrive whole under any locale`(language: String) throws {
    let pty = try shop.sit(environment: ["LANG": language])
    #expect(pty.screen.text.contains("The café that stays open"))
    try pty.type("bookmark café日本", .left, .left)
    try pty.type("é")
    try pty.wait("the line") { $0.cursorLine == "story 08:00:00> bookmark caféé日本" }
    try pty.type(.enter)
    try pty.wait(for: "goto caféé日本")
  }

  @Test func `Ctrl-C drops the line and nothing else`() throws {
    let pty = try shop.sit()
    try pty.type("kill CafeInstance1", .interrupt)
    try pty.wait(for: "the line was dropped")
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.enter("list instances", prompt: "story 08:00:00>")
    #expect(!pty.screen.text.contains("loses its power"))
    try pty.type("quit", .enter)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.modes == pty.modesAtStart)
  }

  @Test func `a line that ends in a backslash goes on behind a prompt of its own`() throws {
    let pty = try shop.sit()
    try pty.type("create \\", .enter)
    try pty.wait("the second prompt") { $0.cursorLine == ">" }
    try pty.type("topic dropped", .interrupt)
    try pty.wait(for: "the line was dropped")
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.type("list \\", .enter)
    try pty.wait("the second prompt") { $0.cursorLine == ">" }
    try pty.type("instances", .enter)
    try pty.wait("the list") { $0.text.contains("us-west-2b") && $0.cursorLine.hasSuffix("00>") }
  }

  @Test func `Ctrl-D leaves with 0 and gives the terminal back`() throws {
    let pty = try shop.sit()
    try pty.type(.endOfInput)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.modes == pty.modesAtStart)
  }

  @Test func `a resized window is drawn for at the next line`() throws {
    let pty = try shop.sit()
    pty.resize(columns: 60, rows: 20)
    try pty.enter("diagram", prompt: "story 08:00:00>")
    let widest = pty.screen.text.split(separator: "\n").suffix(12).map(\.count).max()
    #expect(widest ?? 99 <= 60)
    pty.resize(columns: 100, rows: 30)
    try pty.enter("diagram", prompt: "story 08:00:00>")
    let wider = pty.screen.text.split(separator: "\n").suffix(12).map(\.count).max()
    #expect(wider ?? 0 > 60)
  }

  @Test func `several lines that are pasted are carried out one by one`() throws {
    let pty = try shop.sit()
    try pty.type("wait 10s\rwait 20s\rbookmark pasted\r")
    try pty.wait("all three") {
      $0.cursorLine == "story 08:00:30>" && $0.text.contains("`goto pasted` comes back")
    }
  }

  @Test func `~/.editrc is obeyed`() throws {
    _ = try shop.write("cafe:bind ^T ed-clear-screen\n", to: "home/.editrc")
    let pty = try shop.sit()
    try pty.type("\u{14}")
    try pty.wait("the cleared screen") { $0.row == 0 && $0.cursorLine == "story 08:00:00>" }
  }
}
