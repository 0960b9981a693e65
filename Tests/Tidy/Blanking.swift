/// Walks through Swift source and blanks what is not code.
struct Blanking {
  private let bytes: [UInt8]
  private var code: [UInt8]
  private var position = 0

  /// The same bytes with spaces in place of comments, texts and names in backquotes.
  static func blanked(_ bytes: [UInt8]) -> [UInt8] {
    var walk = Blanking(bytes)
    walk.walk(until: nil)
    return walk.code
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    code = bytes
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  /// Passes code, up to the closing bracket that ends an interpolation when there is one.
  private mutating func walk(until closing: UInt8?) {
    var depth = 0
    while true {
      while position < bytes.count, isPlain[Int(bytes[position])] { position += 1 }
      guard let current = byte() else { return }
      switch current {
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): blank(to: lineEnd)
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): blankBlockComment()
      case UInt8(ascii: "\""): blankText(hashes: 0)
      case UInt8(ascii: "#"): passHashes()
      case UInt8(ascii: "`"): blankQuotedName()
      case UInt8(ascii: "("):
        depth += 1
        position += 1
      case UInt8(ascii: ")"):
        position += 1
        if closing != nil, depth == 0 { return }
        depth -= 1
      default: position += 1
      }
    }
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if code[position] != newline { code[position] = UInt8(ascii: " ") }
      position += 1
    }
  }

  /// Blanks up to `end`, with no line's end between.
  private mutating func blank(to end: Int) {
    let spaces = repeatElement(UInt8(ascii: " "), count: end - position)
    code.replaceSubrange(position..<end, with: spaces)
    position = end
  }

  private var lineEnd: Int { bytes[position...].firstIndex(of: newline) ?? bytes.count }

  private mutating func blankBlockComment() {
    var depth = 0
    while let current = byte() {
      let pair = (current, byte(1) ?? 0)
      if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
        depth += 1
        blank(2)
      } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
        depth -= 1
        blank(2)
        if depth == 0 { return }
      } else {
        blank()
      }
    }
  }

  private mutating func blankQuotedName() {
    position += 1
    while let current = byte(), current != UInt8(ascii: "`"), current != newline { blank() }
    position += 1
  }

  /// A `#` that begins a raw text, or one of a directive or a macro.
  private mutating func passHashes() {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    let isText = byte(hashes) == UInt8(ascii: "\"")
    position += hashes
    if isText { blankText(hashes: hashes) }
  }

  private mutating func blankText(hashes: Int) {
    let quote = UInt8(ascii: "\"")
    let quotes = byte(1) == quote && byte(2) == quote ? 3 : 1
    position += quotes
    while true {
      blankPlainText()
      guard let current = byte() else { return }
      if current == UInt8(ascii: "\\"), stands(UInt8(ascii: "#"), hashes, from: 1) {
        blank(1 + hashes)
        if byte() == UInt8(ascii: "(") {
          position += 1
          walk(until: UInt8(ascii: ")"))
        } else {
          blank()
        }
      } else if stands(quote, quotes, from: 0), stands(UInt8(ascii: "#"), hashes, from: quotes) {
        position += quotes + hashes
        return
      } else {
        blank()
      }
    }
  }

  /// Passes the bytes of a text that mean nothing to it.
  private mutating func blankPlainText() {
    var end = position
    while end < bytes.count, isPlainText[Int(bytes[end])] { end += 1 }
    if end > position { blank(to: end) }
  }

  private func stands(_ expected: UInt8, _ count: Int, from ahead: Int) -> Bool {
    for index in 0..<count where byte(ahead + index) != expected { return false }
    return true
  }
}

/// Tables, since in a debug build a look into one is the quickest question about a byte.
private let isPlain = table(except: "/\"#`()")
private let isPlainText = table(except: "\\\"\n")

private func table(except marks: String) -> [Bool] {
  var table = [Bool](repeating: true, count: 256)
  for mark in marks.utf8 { table[Int(mark)] = false }
  return table
}
