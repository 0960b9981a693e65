import Testing

@testable import LineEditor

struct PromptRunTests {
  private static let runs: [[PromptRun]] = (0..<16).flatMap { bits in
    let style = PromptRun.Style(
      isBold: bits & 1 != 0,
      isDim: bits & 2 != 0,
      isUnderlined: bits & 4 != 0,
      isInverse: bits & 8 != 0
    )
    return [
      [PromptRun("lab> ", style)],
      [PromptRun("lab>", style)],
      [PromptRun("step ", .bold), PromptRun("", .dim), PromptRun("lab", style), PromptRun("> ")],
      [PromptRun("a", style), PromptRun("b", .dim), PromptRun("日", .bold), PromptRun("> ", style)],
    ]
  }

  @Test(arguments: runs)
  func `no escape stands beside another or at the end`(runs: [PromptRun]) {
    let parts = runs.editorPrompt.split(separator: "\u{1}", omittingEmptySubsequences: false)
    // Texts and escapes take turns, so an empty text within would be two escapes together.
    #expect(parts.count % 2 == 1)
    for (index, part) in parts.enumerated() {
      #expect(part.hasPrefix("\u{1B}[") == (index % 2 == 1))
      if index > 0 && index % 2 == 0 { #expect(!part.isEmpty) }
    }
  }

  @Test(arguments: runs)
  func `a prompt that has a style ends plainly`(runs: [PromptRun]) {
    let parts = runs.editorPrompt.split(separator: "\u{1}")
    guard parts.count > 1 else { return }
    #expect(parts.suffix(2).first == "\u{1B}[0m")
    #expect(parts.last?.last == " ")
    #expect(runs.plainPrompt.hasSuffix(" "))
  }

  @Test func `the reset stands before the last space`() {
    let prompt = [PromptRun("lab> ", .bold)]
    #expect(prompt.editorPrompt == "\u{1}\u{1B}[0;1m\u{1}lab>\u{1}\u{1B}[0m\u{1} ")
  }

  @Test(arguments: [
    (0, "30"), (7, "37"), (8, "90"), (15, "97"), (16, "38;5;16"), (255, "38;5;255"),
  ])
  func `a colour has its code`(colour: UInt8, code: String) {
    let prompt = [PromptRun("x ", PromptRun.Style(colour: colour))]
    #expect(prompt.editorPrompt.hasPrefix("\u{1}\u{1B}[0;\(code)m\u{1}x"))
  }

  @Test func `a line feed or an escape in the text cannot reach the terminal`() {
    #expect([PromptRun("one\ntwo\u{1B}[1m\u{1}> ")].editorPrompt == "one?two?[1m?> ")
  }
}
