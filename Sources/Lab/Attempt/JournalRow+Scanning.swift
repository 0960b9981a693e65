/// Reads lines of an attempt's file in one pass, exactly as `AttemptFile` writes them.
///
/// A class hands in tens of thousands of rows, and a decoder that takes keys in any order spends
/// more on each than its replay does.
extension JournalRow {
  /// Nil: the line is written in another way, and may be a row all the same.
  init?(scanning line: ArraySlice<UInt8>) {
    var scanner = RowScanner(line)
    guard let canonical = scanner.text(after: "{\"canonical\":"),
      let digest = scanner.text(after: ",\"digest\":"),
      let kind = scanner.text(after: ",\"kind\":"),
      let previousHash = scanner.text(after: ",\"previousHash\":"),
      let sequence = scanner.number(after: ",\"sequence\":"),
      let typed = scanner.text(after: ",\"typed\":"),
      let virtualTime = scanner.number(after: ",\"virtualTime\":"),
      let wallTime = scanner.number(after: ",\"wallTime\":"),
      scanner.take("}"), scanner.isAtEnd
    else { return nil }
    self.init(
      sequence: Int(sequence),
      virtualTime: virtualTime,
      wallTime: wallTime,
      kind: kind,
      typed: typed,
      canonical: canonical,
      previousHash: previousHash,
      digest: digest
    )
  }
}

private struct RowScanner {
  private let line: ArraySlice<UInt8>
  private var place: Int

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    place = line.startIndex
  }

  var isAtEnd: Bool { place == line.endIndex }

  mutating func take(_ word: String) -> Bool {
    guard line[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  /// A text between quotes, in which nothing but quotes and backslashes is escaped.
  mutating func text(after key: String) -> String? {
    guard take(key), take("\"") else { return nil }
    let start = place
    while place < line.endIndex {
      switch line[place] {
      case UInt8(ascii: "\""):
        defer { place += 1 }
        return String(validating: line[start..<place], as: UTF8.self)
      case UInt8(ascii: "\\"): return escapedText(from: start)
      case ..<0x20, 0x7F: return nil
      default: place += 1
      }
    }
    return nil
  }

  private mutating func escapedText(from start: Int) -> String? {
    var bytes = Array(line[start..<place])
    while place < line.endIndex {
      let byte = line[place]
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(validating: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard place + 1 < line.endIndex,
          [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(line[place + 1])
        else { return nil }
        bytes.append(line[place + 1])
        place += 2
      case ..<0x20, 0x7F: return nil
      default:
        bytes.append(byte)
        place += 1
      }
    }
    return nil
  }

  mutating func number(after key: String) -> Int64? {
    guard take(key) else { return nil }
    let start = place
    while place < line.endIndex, isOfNumber(line[place]) { place += 1 }
    let digits = line[start..<place]
    // JSON has no plus sign and no zeros in front.
    guard digits.first != UInt8(ascii: "0") || digits.count == 1,
      !digits.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "0")])
    else { return nil }
    return Int64(String(decoding: digits, as: UTF8.self))
  }

  private func isOfNumber(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
}
