/// Reads JSON by the letter of RFC 8259, with limits, and says where it is wrong.
package struct JSONReader {
  static let depthMost = 64
  static let octetsMost = 1 << 20

  private let octets: [UInt8]
  private var index = 0

  private init(_ text: String) {
    octets = Array(text.utf8)
  }

  /// The one value of a text.
  package static func value(of text: String) throws(JSONFault) -> JSONValue {
    guard text.utf8.count <= octetsMost else {
      throw JSONFault(line: 1, column: 1, message: "longer than 1 MiB")
    }
    var reader = JSONReader(text)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.index == reader.octets.count else {
      throw reader.fault("expected the end, found \(reader.found)")
    }
    return value
  }

  private var current: UInt8? { index < octets.count ? octets[index] : nil }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= Self.depthMost else {
      throw fault("nested more than \(Self.depthMost) deep")
    }
    skipSpace()
    guard let first = current else { throw fault("expected a value, found the end") }
    switch first {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw fault("expected a value, found \(found)")
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else {
        throw fault("expected a name in double quotes, found \(found)")
      }
      let start = index
      let key = try string()
      guard keys.insert(key).inserted else {
        index = start
        throw fault("the name \"\(key.shown())\" stands here a second time")
      }
      skipSpace()
      guard take(":") else { throw fault("expected ':', found \(found)") }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault("expected ',' or '}', found \(found)") }
    return .object(members)
  }

  private mutating func list(depth: Int) throws(JSONFault) -> JSONValue {
    index += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .list([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault("expected ',' or ']', found \(found)") }
    return .list(elements)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    let end = index + word.utf8.count
    guard end <= octets.count, octets[index..<end].elementsEqual(word.utf8) else {
      throw fault("expected a value, found \(found)")
    }
    index = end
    return value
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = index
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: octets[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    guard let digit = current, (48...57).contains(digit) else {
      throw fault("expected a digit, found \(found)")
    }
    while let digit = current, (48...57).contains(digit) { index += 1 }
  }

  private mutating func string() throws(JSONFault) -> String {
    index += 1
    var bytes: [UInt8] = []
    while let octet = current, octet != UInt8(ascii: "\"") {
      guard octet >= 0x20 else { throw fault("a line break or control character inside a text") }
      if octet == UInt8(ascii: "\\") {
        bytes += try escape()
      } else {
        bytes.append(octet)
        index += 1
      }
    }
    guard take("\"") else { throw fault("a text without its closing double quote") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    index += 1
    let plain: [(UInt8, UInt8)] = [
      (0x22, 0x22), (0x5c, 0x5c), (0x2f, 0x2f), (0x62, 0x08), (0x66, 0x0c), (0x6e, 0x0a),
      (0x72, 0x0d), (0x74, 0x09),
    ]
    if let octet = plain.first(where: { $0.0 == current })?.1 {
      index += 1
      return [octet]
    }
    guard take("u") else { throw fault("an escape that JSON does not have: \\\(found)") }
    let first = try codeUnit()
    var units = [first]
    if (0xd800..<0xdc00).contains(first), take("\\"), take("u") { units.append(try codeUnit()) }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw fault("half of a pair of \\u escapes")
    }
    return Array(text.utf8)
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt16 {
    let digits = octets[index..<min(index + 4, octets.count)]
    guard digits.count == 4,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16),
      digits.first != UInt8(ascii: "+")
    else { throw fault("\\u without four hexadecimal digits") }
    index += 4
    return unit
  }

  private mutating func skipSpace() {
    while let octet = current, [0x20, 0x09, 0x0a, 0x0d].contains(octet) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private var found: String {
    let rest = String(decoding: octets[index..<min(index + 16, octets.count)], as: UTF8.self)
    return rest.first.map { "'\(String($0).shown())'" } ?? "the end"
  }

  private func fault(_ message: String) -> JSONFault {
    let lines = octets[..<index].split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    let before = String(decoding: lines.last ?? [], as: UTF8.self)
    return JSONFault(
      line: lines.count,
      column: before.unicodeScalars.count + 1,
      message: message
    )
  }
}

/// Where JSON is wrong, line and column counted from 1, and why.
package struct JSONFault: Error, Hashable, Sendable {
  package let line: Int
  package let column: Int
  package let message: String
}
