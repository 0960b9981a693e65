import Glibc

/// One file, and a copy of its bytes in which every comment and text is blank.
struct Source {
  /// From the top of the project.
  let path: String
  /// `Sources` or `Tests`, or the name of a file at the top.
  let half: String
  /// The target's folder, such as `Route53`; empty for a file at the top.
  let room: String
  let bytes: [UInt8]
  let code: [UInt8]
  private let lineStarts: [Int]

  init(path: String, bytes: [UInt8]) {
    let parts = path.split(separator: "/")
    self.path = path
    half = String(parts[0])
    room = parts.count > 2 ? String(parts[1]) : ""
    self.bytes = bytes
    code = path.hasSuffix(".swift") ? Blanking.blanked(bytes) : bytes
    lineStarts = [0] + positions(of: "\n", in: bytes).map { $0 + 1 }
  }

  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  var fileName: Substring { path.split(separator: "/").last ?? "" }

  var lineCount: Int { bytes.last == newline ? lineStarts.count - 1 : lineStarts.count }

  /// The line, counted from 1, that holds the byte at `offset`.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of the line `number`, counted from 1, without its end.
  func range(ofLine number: Int) -> Range<Int> {
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    return start..<max(start, end)
  }

  /// The line `number` without comments and texts.
  func codeLine(_ number: Int) -> String {
    String(decoding: code[range(ofLine: number)], as: UTF8.self)
  }

  /// Where `word` stands in the code, not as a part of a longer word.
  func occurrences(of word: String) -> [Int] {
    let needle = Array(word.utf8)
    return positions(of: word, in: code).filter { position in
      let before = position == 0 ? newline : code[position - 1]
      let end = position + needle.count
      let after = end < code.count ? code[end] : newline
      return !(isWord(needle[0]) && isWord(before))
        && !(isWord(needle[needle.count - 1]) && isWord(after))
    }
  }

  /// The name that begins at or after `offset`: letters, digits, underscores and dots.
  func name(at offset: Int) -> String {
    var start = offset
    while start < code.count, code[start] == UInt8(ascii: " ") { start += 1 }
    var end = start
    while end < code.count, isWord(code[end]) || code[end] == UInt8(ascii: ".") { end += 1 }
    return String(decoding: code[start..<end], as: UTF8.self)
  }
}

let newline = UInt8(ascii: "\n")

func isWord(_ byte: UInt8) -> Bool {
  (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "_")
}

/// Every place where a text begins, up to the first zero byte.
///
/// The search itself is the C library's, so it is fast in a debug build too.
func positions(of text: String, in bytes: [UInt8]) -> [Int] {
  var found: [Int] = []
  unsafe (bytes + [0]).withUnsafeBytes { haystack in
    guard let start = unsafe haystack.assumingMemoryBound(to: CChar.self).baseAddress else {
      return
    }
    var rest = unsafe start
    while let hit = unsafe strstr(rest, text) {
      unsafe found.append(start.distance(to: hit))
      unsafe rest = UnsafePointer(hit) + text.utf8.count
    }
  }
  return found
}
