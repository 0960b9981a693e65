/// How long files, functions and lines are, and what lies around in them.
enum Shapes {
  static let lineWidth = 100
  static let functionLines = 60
  static let sourceLines = 400
  static let testLines = 600

  static func findings(_ source: Source) -> [Finding] {
    fileLength(source) + lineLengths(source) + blankLines(source) + functionLengths(source)
      + deadCode(source)
  }

  private static func fileLength(_ source: Source) -> [Finding] {
    let limit = source.half == "Tests" ? testLines : sourceLines
    guard source.lineCount > limit else { return [] }
    return [
      Finding(
        path: source.path,
        line: source.lineCount,
        rule: .fileLength,
        message: "\(source.lineCount) lines (use at most \(limit): one idea a file)"
      )
    ]
  }

  private static func lineLengths(_ source: Source) -> [Finding] {
    (1...max(source.lineCount, 1)).compactMap { number in
      let range = source.range(ofLine: number)
      // Bytes that continue a character are not counted, and only long lines are looked at.
      guard range.count > lineWidth else { return nil }
      let width = source.bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      guard width > lineWidth else { return nil }
      return Finding(
        path: source.path,
        line: number,
        rule: .lineLength,
        message: "\(width) columns (use at most \(lineWidth))"
      )
    }
  }

  private static func blankLines(_ source: Source) -> [Finding] {
    positions(of: "\n\n\n", in: source.bytes).map { offset in
      Finding(
        path: source.path,
        line: source.line(at: offset) + 2,
        rule: .blankLines,
        message: "two blank lines (use one)"
      )
    }
  }

  private static func functionLengths(_ source: Source) -> [Finding] {
    guard source.path.hasSuffix(".swift") else { return [] }
    return ["func ", "init(", "init?(", "init<", "deinit ", "subscript("].flatMap { keyword in
      source.occurrences(of: keyword).compactMap { offset in
        let start = source.line(at: offset)
        guard let end = bodyEnd(source, from: start) else { return nil }
        let length = end - start + 1
        guard length > functionLines else { return nil }
        return Finding(
          path: source.path,
          line: start,
          rule: .functionLength,
          message: "\(length) lines in a function (use at most \(functionLines): name its parts)"
        )
      }
    }
  }

  /// The line of the bracket that closes what is declared in line `start`, by its indentation.
  private static func bodyEnd(_ source: Source, from start: Int) -> Int? {
    let margin = indentation(source, start)
    var number = start + 1
    while number <= source.lineCount {
      let range = source.range(ofLine: number)
      let own = indentation(source, number)
      if own < range.count, own <= margin {
        let first = source.code[range.lowerBound + own]
        if first == UInt8(ascii: "}") { return own == margin ? number : nil }
        // The rest of a signature that is broken over lines.
        guard own == margin,
          first == UInt8(ascii: ")") || first == UInt8(ascii: "w")
            || first == UInt8(ascii: "{")
        else { return nil }
      }
      number += 1
    }
    return nil
  }

  /// How many spaces the line begins with in the code.
  private static func indentation(_ source: Source, _ number: Int) -> Int {
    let range = source.range(ofLine: number)
    var count = 0
    while count < range.count, source.code[range.lowerBound + count] == UInt8(ascii: " ") {
      count += 1
    }
    return count
  }

  private static func deadCode(_ source: Source) -> [Finding] {
    guard source.path.hasSuffix(".swift") else { return [] }
    return positions(of: "// ", in: source.bytes).compactMap { offset in
      let line = source.line(at: offset)
      let range = source.range(ofLine: line)
      let isWhole = source.bytes[range.lowerBound..<offset].allSatisfy { $0 == UInt8(ascii: " ") }
      let last = source.bytes[range].last ?? newline
      // Inside a text, the blanked copy has no code before it either, but the text began above.
      guard isWhole, "{};".utf8.contains(last) else { return nil }
      return Finding(
        path: source.path,
        line: line,
        rule: .deadCode,
        message: "code in a comment (use the history to keep it)"
      )
    }
  }
}
