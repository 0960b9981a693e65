import Terminal

/// A text on its way to the display, line by line: headings, sentences, rows and drawings.
struct Sheet {
  let display: Display
  private(set) var lines: [Styled] = []

  init(on display: Display) {
    self.display = display
  }

  var text: Styled {
    var lines = lines
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines.joined()
  }

  /// An empty line, unless one is there or nothing is.
  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append(Styled()) }
  }

  mutating func heading(_ title: String) {
    gap()
    lines += Styled(title, .heading).wrapped(to: display.width)
  }

  /// A sentence, wrapped: prose at the margin, or an entry that is indented and continues two
  /// columns further in unless `hanging` says where.
  mutating func say(_ sentence: Styled, indent: Int = 0, hanging: Int? = nil) {
    let front = Styled(String(repeating: " ", count: indent))
    let column = hanging ?? (indent == 0 ? 0 : indent + 2)
    let further = Styled(String(repeating: " ", count: column))
    let width = indent == 0 ? display.proseWidth : display.width
    lines += (front + sentence.withCommands).wrapped(to: width, hanging: further)
  }

  /// Lines that are as long as they should be.
  mutating func draw(_ drawing: Styled) {
    lines += drawing.lines
  }

  /// Cells one below the other; on a linear display each row is a sentence.
  mutating func rows(_ rows: [[Styled]], indent: Int = 2) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let front = Styled(String(repeating: " ", count: indent))
    let further = Styled(String(repeating: " ", count: indent + 4))
    for row in rows {
      let line =
        display.linear
        ? row.filter { !$0.isEmpty }.joined(separator: ", ")
        : zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
      let whole = (front + line).withoutTrailingSpaces
      lines += whole.wrapped(to: display.width, hanging: further)
    }
  }

  /// What is known of a thing: a word and its value, a line each.
  mutating func facts(_ facts: [(String, Styled)], indent: Int = 2) {
    guard display.linear else {
      return rows(facts.map { [Styled($0 + ":"), $1] }, indent: indent)
    }
    for (word, value) in facts { say(Styled("\(word): ") + value, indent: indent) }
  }

  /// A mark of how something fares, with a space after it; on a linear display the words say it.
  func mark(_ sign: Sign) -> Styled {
    if display.linear { return Styled() }
    if display.unicode { return sign.drawn(on: display) + " " }
    switch sign {
    case .done: return Styled("OK ", .good)
    case .failed: return Styled("X  ", .bad)
    case .open: return Styled("-  ", .quiet)
    case .note: return Styled(">  ", .accent)
    case .warning: return Styled("!  ", .warning)
    }
  }
}

extension Styled {
  /// This text with what stands between backticks shown as a command.
  var withCommands: Styled {
    var result = Styled()
    var isCommand = false
    for run in runs {
      for (index, part) in run.text.split(separator: "`", omittingEmptySubsequences: false)
        .enumerated()
      {
        let style = run.style
        if index > 0 {
          isCommand.toggle()
          result.append("`", style)
        }
        let isPlain = style == .plain || style == .quiet
        result.append(String(part), isCommand && isPlain ? .command : style)
      }
    }
    return result
  }

  /// This line without the spaces at its end.
  var withoutTrailingSpaces: Styled {
    let kept = text.reversed().drop { $0 == " " }.count
    guard kept < text.count else { return self }
    return truncated(to: displayWidth(of: String(text.prefix(kept))), ellipsis: "")
  }
}
