import Support
import Testing

/// Printing from elsewhere while a line is half typed.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct NoticeTests {
  private let scratch: Scratch
  private let fifo: String

  init() throws {
    scratch = try Scratch()
    fifo = try scratch.makeFIFO("notices")
  }

  @Test(arguments: [
    (typed: "half", back: 0, rows: ["probe> half"]),
    (typed: "half", back: 2, rows: ["probe> half"]),
    // Exactly to the last column, so that the cursor stands on a row of its own.
    (typed: "abcdefghijklm", back: 0, rows: ["probe> abcdefghijklm", ""]),
    (
      typed: "abcdefghijklmnopqrstuvwxyz0123456789", back: 0,
      rows: ["probe> abcdefghijklm", "nopqrstuvwxyz0123456", "789"]
    ),
    (
      typed: "abcdefghijklmnopqrstuvwxyz0123456789", back: 25,
      rows: ["probe> abcdefghijklm", "nopqrstuvwxyz0123456", "789"]
    ),
    // A double-width character that does not fit in the last column goes to the next row.
    (typed: "日本語日本語日本", back: 0, rows: ["probe> 日本語日本語", "日本"]),
  ])
  func `a notice stands above the line, which is painted as it was`(
    typed: String,
    back: Int,
    rows: [String]
  ) throws {
    let pty = try Probe.atTerminal(["--notices", fifo], columns: 20)
    try pty.type(typed)
    try pty.wait("the line") { $0.lines.starts(with: rows) }
    for _ in 0..<back { try pty.type(.left) }
    try scratch.send("a notice\n", to: "notices")
    try pty.wait("the notice") { $0.lines.starts(with: ["a notice"] + rows) }
    try pty.type("!", .enter)
    let at = typed.index(typed.endIndex, offsetBy: -back)
    try pty.wait("the line") {
      $0.lines.joined().contains("got " + typed[..<at] + "!" + typed[at...])
    }
  }

  @Test func `notices come one after another, and at the bottom of the screen too`() throws {
    let pty = try Probe.atTerminal(["--notices", fifo], columns: 20, rows: 5)
    try pty.type("keep this in mind")
    for number in 1...9 {
      try scratch.send("notice \(number)\n", to: "notices")
      try pty.wait(for: "notice \(number)\n")
    }
    try pty.wait("the end") {
      $0.lines == ["notice 7", "notice 8", "notice 9", "probe> keep this in", "mind"]
    }
    #expect(pty.screen.scrolledOff == (1...6).map { "notice \($0)" })
  }
}
