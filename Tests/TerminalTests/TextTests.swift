import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Text on a terminal` {
  @Test(arguments: [
    ("", 0), ("cafe", 4), ("Sofía", 5), ("Sofi\u{301}a", 5), ("日本", 4), ("☕", 2), ("é\n", 1),
    ("👩\u{200d}🍳", 2), ("🇺🇸", 2), ("☎\u{fe0f}", 2), ("☎", 1), ("한", 2), ("ｆ", 2), ("─═╳█", 4),
    ("\u{1112}\u{1161}\u{11ab}", 2), ("\u{20000}", 2), ("…", 1),
  ])
  func `takes these columns`(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }

  @Test(arguments: [
    ("plain", "plain"), ("two\nlines", "two\nlines"), ("a\tb", "a    b"), ("a\r\nb", "a\nb"),
    ("a\rb", "a\\x0db"), ("a\r", "a\\x0d"), ("\u{1b}[31mred", "\\x1b[31mred"), ("\0", "\\x00"),
    ("\u{7f}", "\\x7f"), ("\u{9b}31m", "\\x9b31m"), ("\u{202e}cod", "\\u{202e}cod"),
    ("\u{feff}x", "\\u{feff}x"), ("a\u{ad}b", "a\\u{ad}b"), ("\u{2028}", "\\u{2028}"),
    ("\u{fffe}", "\\u{fffe}"), ("\u{e0041}", "\\u{e0041}"), ("👩\u{200d}🍳", "👩\u{200d}🍳"),
  ])
  func `is made safe to print`(text: String, safe: String) {
    #expect(sanitised(text) == safe)
    #expect(Styled(text).text == safe)
  }

  @Test func `wraps at spaces and keeps the indentation of its first line`() {
    let text: Styled = "  the primary is down again"
    #expect(text.wrapped(to: 16).map(\.text) == ["  the primary is", "down again"])
    #expect(
      text.wrapped(to: 16, hanging: "  ").map(\.text) == ["  the primary is", "  down again"]
    )
  }

  @Test func `breaks a word that is wider than a line, at a joint if it can`() {
    #expect(
      Styled("see Primary-Website-Health now").wrapped(to: 18).map(\.text)
        == ["see", "Primary-Website-", "Health now"]
    )
    #expect(Styled("aaaaaaaaaa").wrapped(to: 4).map(\.text) == ["aaaa", "aaaa", "aa"])
    #expect(Styled("日本語").wrapped(to: 5).map(\.text) == ["日本", "語"])
  }

  @Test func `a short command is not broken, with colour and without`() {
    let said: Styled = "Now bring it back with `start Cafe1`, and then `wait 2m` or so."
    #expect(
      said.wrapped(to: 30).map(\.text)
        == ["Now bring it back with", "`start Cafe1`, and then", "`wait 2m` or so."]
    )
    let styled: Styled = "Now bring it back with \("start Cafe1", .command), and then wait."
    #expect(
      styled.wrapped(to: 30).map(\.text) == [
        "Now bring it back with", "start Cafe1, and then wait.",
      ]
    )
  }

  @Test func `a command of more than half a line is broken at spaces`() {
    #expect(
      Styled("`create record www A`").wrapped(to: 16).map(\.text) == ["`create record", "www A`"]
    )
    #expect(Styled("a stray ` stays").wrapped(to: 11).map(\.text) == ["a stray `", "stays"])
  }

  @Test func `is padded and cut by columns`() {
    #expect(Styled("日本").padded(to: 6).text == "日本  ")
    #expect(Styled("日本").padded(to: 6, .right).text == "  日本")
    #expect(Styled("日本").padded(to: 7, .centre).text == " 日本  ")
    #expect(Styled("日本語").truncated(to: 5).text == "日本…")
    #expect(Styled("日本語").truncated(to: 4).text == "日…")
    #expect(Styled("cafe.example").truncated(to: 7, ellipsis: "...").text == "cafe...")
    #expect(Styled("cafe").truncated(to: 4).text == "cafe")
  }

  @Test func `is rendered with one balanced escape for each styled line`() {
    let text: Styled = "a \("b\nc", Style.bad.bold) \(7, .value)"
    #expect(
      render(text, on: Display())
        == "a \u{1b}[31;1mb\u{1b}[0m\n\u{1b}[31;1mc\u{1b}[0m \u{1b}[1m7\u{1b}[0m"
    )
    #expect(render(text, on: Display(colour: false)) == "a b\nc 7")
  }

  @Test func `keeps neighbours of one style in one run`() {
    let text: Styled = Styled("a", .good) + Styled("b", .good) + "c" + "" + Styled("d")
    #expect(text.runs.map(\.text) == ["ab", "cd"])
    #expect(text.lines == [text])
    #expect(Styled("a\n\nb").lines.map(\.text) == ["a", "", "b"])
  }

  @Test(arguments: [
    (0, "0 s"), (500, "500 ms"), (30_000, "30 s"), (119_000, "119 s"), (125_000, "2 min 5 s"),
    (3_600_000, "1 h"), (3_900_000, "1 h 5 min"), (86_400_000, "24 h"),
    (30 * 86_400_000, "30 d"), (49 * 3_600_000, "2 d 1 h"),
  ])
  func `says a length of time in two units`(milliseconds: Int, words: String) {
    #expect(duration(milliseconds) == words)
  }

  @Test(arguments: [
    (1_000, "1 s has passed"), (3_600_000, "1 h has passed"), (3_900_000, "1 h 5 min have passed"),
    (60_000, "60 s have passed"), (0, "0 s have passed"),
  ])
  func `says that one has passed, and that several have`(milliseconds: Int, words: String) {
    #expect(timePassed(milliseconds) == words)
  }

  @Test(arguments: [(0, "00:00:00"), (28_890_000, "08:01:30"), (-1, "23:59:59")])
  func `says a time of day`(milliseconds: Int, words: String) {
    #expect(timeOfDay(milliseconds) == words)
  }
}
