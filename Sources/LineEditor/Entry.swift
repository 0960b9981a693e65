/// What came of reading one line.
public enum Entry: Equatable, Sendable {
  /// The line, without its line feed.
  case line(String)

  /// Ctrl-C; what was typed has been discarded.
  case interrupted

  /// Ctrl-D on an empty line, or the end of the input.
  case end

  /// A line of more than `Entry.longestLine` bytes; it has been discarded.
  case tooLong

  /// A line that held a NUL or was not UTF-8; it has been discarded.
  case notText

  /// A signal asks the process to end; the terminal is as it was found.
  case terminated(Int32)

  /// The most bytes of UTF-8 that a line may have.
  public static let longestLine = 4096
}

extension Entry {
  /// The entry for one line's bytes, which come without their line end.
  init(line bytes: some Collection<UInt8>) {
    if bytes.count > Self.longestLine {
      self = .tooLong
    } else if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) {
      self = .line(text)
    } else {
      self = .notText
    }
  }
}
