/// Text in runs of one style each, safe to show.
///
/// Every way in passes through ``sanitised(_:)``, so a `Styled` never holds a control character
/// other than the newline, whatever it was made from.
public struct Styled: Sendable, Equatable {
  /// A stretch of text in one style.
  public struct Run: Sendable, Equatable {
    public fileprivate(set) var text: String
    public let style: Style
  }

  /// The runs, none empty and no two neighbours alike in style.
  public private(set) var runs: [Run] = []

  public init() {}

  public init(_ text: String, _ style: Style = .plain) {
    append(run: Run(text: sanitised(text), style: style))
  }

  init(glyphs: some Sequence<Glyph>) {
    var text: String = ""
    var style: Style = .plain
    for glyph: Glyph in glyphs {
      if glyph.style != style {
        append(run: Run(text: text, style: style))
        text = ""
        style = glyph.style
      }
      text.append(glyph.character)
    }
    append(run: Run(text: text, style: style))
  }

  /// The text without its styles.
  public var text: String { runs.map(\.text).joined() }

  public var isEmpty: Bool { runs.isEmpty }

  /// The columns of the widest line.
  public var width: Int { lines.map { displayWidth(of: $0.text) }.max() ?? 0 }

  /// The lines between the newlines, at least one.
  public var lines: [Styled] {
    var lines: [Styled] = [Styled()]
    for run: Run in runs {
      // A newline is a byte of its own: what is safe to show holds no carriage return.
      let parts = run.text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append(Styled()) }
        lines[lines.count - 1].append(run: Run(text: String(Substring(part)), style: run.style))
      }
    }
    return lines
  }

  /// This text with `style` wherever it is plain.
  public func over(_ style: Style) -> Styled {
    var result: Styled = Styled()
    for run: Run in runs {
      result.append(run: Run(text: run.text, style: run.style == .plain ? style : run.style))
    }
    return result
  }

  public mutating func append(_ other: Styled) {
    for run: Run in other.runs { append(run: run) }
  }

  public mutating func append(_ text: String, _ style: Style = .plain) {
    append(run: Run(text: sanitised(text), style: style))
  }

  public static func + (left: Styled, right: Styled) -> Styled {
    var sum: Styled = left
    sum.append(right)
    return sum
  }

  public static func += (left: inout Styled, right: Styled) { left.append(right) }

  private mutating func append(run: Run) {
    guard !run.text.isEmpty else { return }
    let last: Int = runs.count - 1
    if last >= 0 && runs[last].style == run.style {
      runs[last].text += run.text
    } else {
      runs.append(run)
    }
  }
}

extension Sequence<Styled> {
  /// One text of all these, with `separator` between each two.
  public func joined(separator: String = "\n") -> Styled {
    var result: Styled = Styled()
    for (index, part) in enumerated() {
      if index > 0 { result.append(separator) }
      result.append(part)
    }
    return result
  }
}
