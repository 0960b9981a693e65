extension FrontMatter {
  /// The front matter of a lesson's file without the rest, for whoever puts lessons in order; nil:
  /// it cannot be read.
  ///
  /// The scene that it names is not looked for.
  public init?(atTopOf bytes: [UInt8]) {
    var log = DiagnosticLog()
    let source = LessonSource(Self.top(of: bytes), log: &log)
    guard let front = Self.read(source.lines, scenes: Scenes(), &log).front else { return nil }
    self = front
  }

  /// Whether a file names no lesson that comes before it, which is seen without reading it.
  public static func standsAlone(_ bytes: [UInt8]) -> Bool {
    let line = top(of: bytes).split(separator: newline).first { $0.starts(with: "after:".utf8) }
    return line.map { $0.dropFirst("after:".utf8.count).filter { !$0.isBlank } == Array("[]".utf8) }
      ?? true
  }

  /// The lines up to the second `---`; all that a front matter may have, where there is none.
  private static func top(of bytes: [UInt8]) -> [UInt8] {
    var start = bytes.startIndex
    for number in 0..<(LessonLimits.frontMatterLines + 2) where start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.endIndex
      let line = bytes[start..<end].filter { !" \t\r".utf8.contains($0) }
      start = min(end + 1, bytes.endIndex)
      if number > 0, line.elementsEqual("---".utf8) { break }
    }
    return Array(bytes[..<start])
  }
}
