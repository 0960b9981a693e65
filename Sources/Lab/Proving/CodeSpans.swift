/// What stands in backticks in a text of Markdown, and the lines of its blocks of code.
struct CodeSpans {
  let inline: [String]
  /// The lines of the blocks.
  let lines: [String]

  var all: [String] { inline + lines }

  init(_ text: String) {
    var lines: [String] = []
    var prose = ""
    var fence: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " }
      let marks = content.prefix { $0 == "`" }
      if let open = fence {
        if marks == content, marks.count >= open.count {
          fence = nil
        } else {
          lines.append(String(line))
        }
      } else if marks.count >= 3, !content.dropFirst(marks.count).contains("`") {
        fence = marks
      } else {
        prose += line + " "
      }
    }
    self.lines = lines
    inline = Self.inline(prose)
  }

  /// A run of backticks opens a span, and the next run of as many closes it.
  private static func inline(_ text: String) -> [String] {
    var spans: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "`") {
      let marks = rest[start...].prefix { $0 == "`" }
      let inside = rest[marks.endIndex...]
      rest = inside
      var from = inside
      while let next = from.firstIndex(of: "`") {
        let run = from[next...].prefix { $0 == "`" }
        from = from[run.endIndex...]
        guard run.count == marks.count else { continue }
        spans.append(String(inside[..<next]))
        rest = from
        break
      }
    }
    return spans
  }
}

extension Template {
  /// The lines of the blocks of code in it.
  public var codeLines: [String] { CodeSpans(description).lines }
}
