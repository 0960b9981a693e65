/// The bytes of a lesson file as clean lines.
///
/// What could not be kept is in the log.
struct LessonSource {
  let lines: [SourceLine]

  /// Reads UTF-8 with or without a byte order mark, with LF or CRLF.
  ///
  /// Bad bytes become U+FFFD and control
  /// characters are left out, each with a finding, so that the rest can be read and nothing is
  /// echoed raw.
  init(_ bytes: [UInt8], log: inout DiagnosticLog) {
    let start = SourcePosition(line: 1, column: 1)
    guard bytes.count <= LessonLimits.bytes else {
      log.add(.fileTooLarge(limit: LessonLimits.bytes), at: start)
      lines = []
      return
    }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      log.add(.notUTF8, at: start)
      lines = []
      return
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var raw = Self.lines(of: content)
    if raw.count > LessonLimits.lines {
      let position = SourcePosition(line: LessonLimits.lines + 1, column: 1)
      log.add(.tooManyLines(limit: LessonLimits.lines), at: position)
      raw.removeLast(raw.count - LessonLimits.lines)
    }
    lines = raw.enumerated().map { index, line in
      SourceLine(Self.text(of: line, line: index + 1, log: &log)[...], line: index + 1)
    }
  }

  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: newline) {
      lines.append(bytes[start..<end])
      start = end + 1
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
    return lines
  }

  private static func text(
    of bytes: ArraySlice<UInt8>,
    line: Int,
    log: inout DiagnosticLog
  ) -> String {
    var bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
    if bytes.count > LessonLimits.lineBytes {
      log.add(
        .lineTooLong(limit: LessonLimits.lineBytes),
        at: SourcePosition(line: line, column: 1)
      )
      bytes = bytes.prefix(LessonLimits.lineBytes)
      while let last = bytes.last, last >= 0x80 { bytes.removeLast() }
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    if String(validating: bytes, as: UTF8.self) == nil {
      let column = text.prefix { $0 != "\u{FFFD}" }.count + 1
      log.add(.notUTF8, at: SourcePosition(line: line, column: column))
    }
    if let bad = text.unicodeScalars.firstIndex(where: isRefused) {
      let column = text[..<bad].count + 1
      let scalar = text.unicodeScalars[bad].value
      log.add(.controlCharacter(scalar), at: SourcePosition(line: line, column: column))
      text.unicodeScalars.removeAll(where: isRefused)
    }
    return text
  }

  /// Control characters but the tab, and those that reorder or break lines without being seen.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
