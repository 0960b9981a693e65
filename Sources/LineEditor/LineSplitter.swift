/// Turns the bytes of a script into entries; holds no more than one line's worth of an endless one.
struct LineSplitter {
  /// The most bytes that a line may have without its end.
  let longest: Int

  private var waiting: ArraySlice<UInt8> = []
  private var isAtStart = true
  private var isOverlong = false
  private var hasEnded = false

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(longest: Int = Entry.longestLine) {
    self.longest = longest
  }

  mutating func append(_ bytes: some Collection<UInt8>) {
    waiting += bytes
  }

  /// Says that no more bytes will come, so that a last line without a line feed counts.
  mutating func finish() {
    hasEnded = true
  }

  /// Forgets the bytes of a line that has only begun.
  mutating func discardBegunLine() {
    waiting = []
    isOverlong = false
  }

  /// The next entry, `nil` when more bytes are needed, `.end` after the last line.
  mutating func next() -> Entry? {
    if let end = waiting.firstIndex(of: Self.lineFeed) {
      let line = waiting[..<end]
      waiting = waiting[(end + 1)...]
      return entry(for: line)
    }
    if hasEnded {
      if waiting.isEmpty && !isOverlong { return .end }
      let line = waiting
      waiting = []
      return entry(for: line)
    }
    // One byte more than the limit may still be the carriage return of a line that fits.
    if waiting.count > longest + 1 {
      isOverlong = true
      waiting = []
    }
    return nil
  }

  private mutating func entry(for bytes: ArraySlice<UInt8>) -> Entry {
    var line = bytes
    if isAtStart && line.starts(with: Self.byteOrderMark) { line = line.dropFirst(3) }
    if line.last == Self.carriageReturn { line = line.dropLast() }
    defer { (isAtStart, isOverlong) = (false, false) }
    return isOverlong || line.count > longest ? .tooLong : Entry(line: line)
  }
}
