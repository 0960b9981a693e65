import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Markdown at its edges` {
  private let display: Display = Display(width: 60, colour: false)

  private func page(_ source: String) -> String {
    render(Markdown(source).drawn(on: display), on: display)
  }

  @Test(arguments: [
    ("", ""), ("  \n\n", ""), ("a\\\nb", "a\nb"), ("a\nb", "a b"), ("a &amp; b", "a & b"),
    ("&#27;[31m", "\\x1b[31m"), ("a\u{1b}[2Jb", "a\\x1b[2Jb"), ("a\0b", "a\u{fffd}b"),
    ("<script>x</script>", "<script>x</script>"), ("a <i>b</i>", "a <i>b</i>"),
    ("![alt](p.svg)", "[alt]"), ("![](p.svg)", "[image]"), ("a ![b](c) d", "a [b] d"),
    ("[a](#step)", "a"), ("<a@b.example>", "a@b.example"), ("[u](u)", "u"),
    ("[a](u) [b](u)", "a (u) b"), ("- a\n- b", "• a\n• b"), ("- a\n\n- b", "• a\n\n• b"),
    ("-\n- b", "•\n• b"), ("7. a\n8. b", "7. a\n8. b"), ("> a\n>\n> b", "│ a\n│\n│ b"),
    ("- a\n  > b\n\nc", "• a\n  │ b\n\nc"), ("- - a", "• ◦ a"), ("    code  x", "    code  x"),
    ("# A\nb", "A\n═\nb"), ("## A", "A\n─"), ("a\n\n---\n\nb", "a\n\n" + rule + "\n\nb"),
  ])
  func `is shown as`(source: String, expected: String) {
    #expect(page(source) == expected)
  }

  private static let rule: String = String(repeating: "─", count: 60)

  @Test func `puts a figure between the text around it`() {
    let drawn: Styled = Markdown("before ![a](f.svg) after").drawn(on: display) { path, alt in
      "\(path): \(alt)\n  end\n"
    }
    #expect(drawn.text == "before\n\nf.svg: a\n  end\n\nafter")
  }

  @Test func `says what a figure shows where its picture has no room or no sense`() {
    let wide: String = String(repeating: "─", count: 61)
    let figure: (String, String) -> String? = { _, _ in wide }
    #expect(Markdown("![a](f)").drawn(on: display, figure: figure).text == "[a]")
    let linear: Display = Display(linear: true)
    #expect(Markdown("![a](f)").drawn(on: linear, figure: figure).text == "[a]")
    #expect(Markdown("![a](f)").drawn(on: linear) { _, _ in "Two cafés." }.text == "Two cafés.")
  }

  @Test func `turns a picture into ASCII column for column`() {
    let ascii: Display = Display(width: 60, colour: false, unicode: false)
    let drawn: Styled = Markdown("![a](f)").drawn(on: ascii) { _, _ in Scenes.figure }
    #expect(drawn.text == "+------+   +------+\n| café |-->| you  |\n+------+   +------+")
  }

  @Test(arguments: ["> ", "- ", "1. ", "*a ", "[", "![", "<", "`x", "<!A ", "**a _b "])
  func `survives depth and length`(piece: String) {
    let deep: String = String(repeating: piece, count: 20_000) + "end"
    let drawn: Styled = Markdown(deep).drawn(on: display)
    #expect(drawn.width <= 60)
    #expect(!drawn.isEmpty)
  }

  @Test func `cuts a text that is too long, and says so`() {
    let drawn: Styled = Markdown(String(repeating: "coffee ", count: 100_000)).drawn(on: display)
    #expect(drawn.text.suffix(80).contains("longer than 64 KiB"))
    #expect(drawn.text.utf8.count < Markdown.limit + 200)
  }
}
