import Commands

/// Walks the lines once.
///
/// Only fences, headings of the second level and figures end a piece of prose.
struct OutlineReader {
  private var outline = Outline()
  private var prose: [SourceLine] = []
  private var open: OpenFence?
  /// Whether it was said that there are too many steps.
  private var hasTooMany = false

  private struct OpenFence {
    let marker: UInt8
    let length: Int
    let word: String
    let line: SourceLine
    /// Nil for a block of code, which is prose.
    var fence: Outline.Fence?
  }

  static func read(_ lines: ArraySlice<SourceLine>, _ log: inout DiagnosticLog) -> Outline {
    var reader = Self()
    for line in lines { reader.take(line, &log) }
    reader.closeUnclosed(&log)
    reader.endProse()
    return reader.outline
  }

  private mutating func take(_ line: SourceLine, _ log: inout DiagnosticLog) {
    if open != nil {
      if closes(line) { return close(line) }
      guard open?.fence != nil, startsAfresh(line) else { return inside(line) }
      closeUnclosed(&log)
    }
    if let start = Self.opening(of: line) { return begin(start, line, &log) }
    if line.text.begins(with: "## ") { return heading(line, &log) }
    if Self.isFigure(line) {
      endProse()
      return append(.figure(line.trimmed()))
    }
    prose.append(line)
  }

  private mutating func inside(_ line: SourceLine) {
    if open?.fence == nil { prose.append(line) } else { open?.fence?.lines.append(line) }
  }

  /// A heading with an id or a typed fence inside a typed fence: its end was forgotten.
  private func startsAfresh(_ line: SourceLine) -> Bool {
    if line.text.begins(with: "## "), line.text.range(of: "{#") != nil,
      line.trimmed().text.ends(with: "}")
    {
      return true
    }
    guard let start = Self.opening(of: line) else { return false }
    return FenceKind(rawValue: start.info.firstWord().word.string) != nil
  }

  private static let tick = UInt8(ascii: "`")

  private static func opening(
    of line: SourceLine
  ) -> (marker: UInt8, length: Int, info: SourceLine)? {
    let spaces = line.text.leading { $0 == UInt8(ascii: " ") }
    let text = line.text[spaces.endIndex...]
    guard let marker = text.utf8.first, marker == tick || marker == UInt8(ascii: "~") else {
      return nil
    }
    let run = text.leading { $0 == marker }
    let info = line.part(text[run.endIndex...]).trimmed()
    guard spaces.utf8.count <= 3, run.utf8.count >= 3, marker != tick || !info.contains(tick) else {
      return nil
    }
    return (marker, run.utf8.count, info)
  }

  private func closes(_ line: SourceLine) -> Bool {
    guard let end = Self.opening(of: line), let open else { return false }
    return end.marker == open.marker && end.length >= open.length && end.info.text.isEmpty
  }

  private mutating func close(_ line: SourceLine) {
    if let fence = open?.fence { append(.fence(fence)) } else { prose.append(line) }
    open = nil
  }

  private mutating func closeUnclosed(_ log: inout DiagnosticLog) {
    guard let current = open else { return }
    log.add(.unclosedFence(current.word), at: current.line.trimmed().position)
    if let fence = current.fence { append(.fence(fence)) }
    open = nil
  }

  private mutating func begin(
    _ start: (marker: UInt8, length: Int, info: SourceLine),
    _ line: SourceLine,
    _ log: inout DiagnosticLog
  ) {
    let (word, rest) = start.info.firstWord()
    var fence: Outline.Fence?
    if let kind = FenceKind(rawValue: word.string) {
      fence = Outline.Fence(kind: kind, name: rest.text.isEmpty ? nil : rest, opening: line)
      endProse()
    } else {
      check(word, &log)
      prose.append(line)
    }
    open = OpenFence(
      marker: start.marker,
      length: start.length,
      word: word.string,
      line: line,
      fence: fence
    )
  }

  private func check(_ word: SourceLine, _ log: inout DiagnosticLog) {
    guard !word.text.isEmpty, !FenceKind.plainLanguages.contains(word.string) else { return }
    let near = nearest(to: word.string, in: FenceKind.allCases.map(\.rawValue))
    log.add(.unknownFence(word.string, near: near), at: word.position)
  }

  private mutating func heading(_ line: SourceLine, _ log: inout DiagnosticLog) {
    endProse()
    let text = line.droppingFirst(3).trimmed()
    var title = text
    var id: SourceLine?
    if text.text.ends(with: "}"), let parts = text.split(at: "{#") {
      title = parts.before.trimmed()
      id = parts.after.part(parts.after.text.dropLast())
    }
    guard outline.steps.count < LessonLimits.steps else {
      if !hasTooMany { log.add(.tooManySteps(limit: LessonLimits.steps), at: line.position) }
      hasTooMany = true
      return
    }
    outline.steps.append(Outline.Section(heading: line, title: title, id: id))
  }

  private mutating func endProse() {
    if prose.contains(where: { !$0.isBlank }) { append(.prose(prose)) }
    prose = []
  }

  private mutating func append(_ piece: Outline.Piece) {
    if outline.steps.isEmpty {
      outline.preamble.append(piece)
    } else {
      outline.steps[outline.steps.count - 1].pieces.append(piece)
    }
  }

  /// A line that is nothing but one image.
  static func isFigure(_ line: SourceLine) -> Bool {
    let text = line.trimmed().text
    guard !line.isIndented, text.begins(with: "!["), text.ends(with: ")") else { return false }
    guard let middle = text.range(of: "](") else { return false }
    return !text[middle.upperBound...].dropLast().contains { "()[] ".contains($0) }
  }
}
