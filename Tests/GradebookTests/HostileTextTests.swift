import Gradebook
import OrderedCollections
import Support
import Testing

/// Names and responses that try to be more than text.
@Suite struct `What a learner writes` {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
    "<\u{0301}b>", "\"\u{0301} onclick=x", "&lt;b&gt;", "]]>", "<!--", "{{title}}", "{{{title}}}",
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "＝1+1",
    "a;=1+1", "a\n=1+1", "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{9B}31m", "\u{202E}cod.exe",
    "\u{2066}x\u{2069}", "\u{200B}", "a|b|c", "| --- |", "`code`", "```\nfence\n```", "~~~",
    "[a](javascript:alert(1))", "![x](http://evil.example/x.png)", "<http://evil.example>",
    "http://evil.example", "www.evil.example", "# heading", "    code", "***", "- [ ] task",
    "\u{0}", "\\", "\\`", "$x$", "\u{0600}<b>", "a\u{2028}b", "ﷺ", "👩‍👩‍👧",
  ]

  private static func grades(_ text: String) -> ClassGrades {
    let learner = SampleClass.learner("id" + text, text, [("note" + text, text)])
    let item = SampleClass.item(
      "check",
      met: false,
      responses: [(text, false, nil), (text, false, "idea " + text)],
      mistake: text,
      found: text
    )
    return ClassGrades(
      quiz: SampleClass.quiz(["check"]),
      grades: [
        SampleClass.graded(
          learner,
          [item],
          facts: [.sameCommands(as: text), .anotherSubmission(text), .anotherSitting(text)]
        ),
        SampleClass.refused(
          SampleClass.learner("other" + text, text),
          .notAllowed(row: 1, kind: text),
          file: text
        ),
      ]
    )
  }

  /// Some of them behind each other.
  private static func mixtures() -> [String] {
    var dice = Dice(7)
    return (0..<150).map { _ in
      (0...dice.below(3)).map { _ in dice.one(of: hostile) }.joined()
    }
  }

  @Test func `reaches no report as anything but text`() throws {
    let harmless = try Array(SampleClass.files(of: Self.grades("x")).values)
    for text in Self.hostile + Self.mixtures() {
      let files = try SampleClass.files(of: Self.grades(text))
      #expect(files.count == harmless.count)
      for (place, (path, content)) in files.enumerated() {
        Self.checkUnseen(content, path, text)
        if path.hasSuffix(".html") { Self.checkPage(content, harmless[place], text) }
        if path.hasSuffix(".csv") { Self.checkTable(content, path, text) }
        if path.hasSuffix(".md") { Self.checkMarkdown(content, path, text) }
      }
    }
  }

  /// Nothing moves a cursor, turns the direction, or hides.
  private static func checkUnseen(_ content: String, _ path: String, _ text: String) {
    let bad = content.unicodeScalars.dropFirst(path == "gradebook.csv" ? 1 : 0).first { scalar in
      let value = scalar.value
      return (value < 0x20 && value != 0x0A && value != 0x0D && value != 0x09)
        || (0x7F..<0xA0).contains(value) || (0x202A...0x202E).contains(value)
        || (0x2066...0x2069).contains(value) || value == 0x200B || value == 0xFEFF
    }
    if let bad {
      Issue.record("\(path) holds U+\(String(bad.value, radix: 16)): \(text.debugDescription)")
    }
  }

  /// Whatever the text is, the page has the marks that a harmless one has, but for code.
  private static func checkPage(_ content: String, _ harmless: String, _ text: String) {
    func marks(_ page: String) -> Int {
      page.unicodeScalars.count { $0 == "<" || $0 == ">" } - 4 * page.ranges(of: "<code>").count
    }
    #expect(marks(content) == marks(harmless), "\(text.debugDescription)")
    #expect(
      content.unicodeScalars.count { $0 == "\"" } == harmless.unicodeScalars.count { $0 == "\"" }
    )
  }

  /// No cell begins a formula, and every row has as many cells as the first.
  private static func checkTable(_ content: String, _ path: String, _ text: String) {
    let rows = cells(content)
    for row in rows {
      #expect(row.count == rows[0].count, "\(path): \(text.debugDescription)")
      for cell in row {
        let first = cell.unicodeScalars.first { !$0.properties.isWhitespace && $0.value != 0xFEFF }
        let isFormula = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        #expect(!isFormula, "\(path): \(cell.debugDescription)")
      }
    }
  }

  /// Reads RFC 4180.
  private static func cells(_ content: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    for scalar in content.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        cell.unicodeScalars.append(scalar)
      } else if scalar == "," || scalar == "\n" {
        rows[rows.count - 1].append(cell)
        cell = ""
        if scalar == "\n" { rows.append([]) }
      } else if scalar != "\r" {
        cell.unicodeScalars.append(scalar)
      }
    }
    return rows.filter { !$0.isEmpty }
  }

  /// Outside blocks of code no mark stands without its backslash.
  private static func checkMarkdown(_ content: String, _ path: String, _ text: String) {
    var fence: Substring?
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      let run = line.prefix { $0 == "`" }
      if let open = fence {
        if line == open { fence = nil }
        continue
      }
      if run.count >= 3 {
        fence = run
        continue
      }
      let bare = outside(line)
      let scalars = bare.unicodeScalars
      for bad in ["<", "](", "://", "www."] where scalars.contains(bad.unicodeScalars) {
        Issue.record("\(path) has a bare \(bad): \(text.debugDescription)")
      }
    }
    #expect(fence == nil, "\(path): a block is left open by \(text.debugDescription)")
  }

  /// A line without its code spans and without what a backslash makes plain, by scalars, as
  /// Markdown is read.
  private static func outside(_ line: Substring) -> String {
    var outside = ""
    var rest = Array(line.unicodeScalars)[...]
    while let scalar = rest.first {
      if scalar == "\\" {
        rest = rest.dropFirst(2)
        outside += " "
      } else if scalar == "`" {
        let run = rest.prefix { $0 == "`" }
        rest = rest[run.endIndex...]
        guard let end = rest.firstRange(of: run) else { continue }
        rest = rest[end.upperBound...]
      } else {
        outside.unicodeScalars.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return outside
  }
}
