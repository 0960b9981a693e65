import Commands

/// Reads CBOR as Smithy's RPC v2 has it (RFC 8949).
///
/// That is maps with text keys, arrays, texts, numbers, true, false, null, and moments, which
/// become numbers of seconds. Byte strings have no use here.
struct CBORReader {
  static let bytesMost = 1 << 20
  static let depthMost = 24
  static let itemsMost = 50_000

  private let bytes: [UInt8]
  private var index = 0
  private var items = 0

  static func value(of bytes: [UInt8]) throws(CBORFault) -> JSONValue {
    guard bytes.count <= bytesMost else { throw .tooLong(most: bytesMost) }
    var reader = CBORReader(bytes)
    let value = try reader.item(depth: 0)
    guard reader.index == bytes.count else { throw .trailingBytes }
    return value
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func item(depth: Int) throws(CBORFault) -> JSONValue {
    guard depth < Self.depthMost else { throw .tooDeep(most: Self.depthMost) }
    items += 1
    guard items <= Self.itemsMost else { throw .tooManyItems(most: Self.itemsMost) }
    let initial = try next()
    switch initial >> 5 {
    case 0: return .number(String(try argument(initial)))
    case 1:
      let value = try argument(initial)
      return .number(value == .max ? "-18446744073709551616" : "-\(value + 1)")
    case 3: return .string(try text(initial))
    case 4: return .list(try elements(initial, depth))
    case 5: return .object(try members(initial, depth))
    case 6:
      // RFC 8949 §3.4.2: seconds since 1970.
      guard try argument(initial) == 1 else { throw .unexpected(initialByte: initial) }
      let value = try item(depth: depth + 1)
      guard case .number = value else { throw .unexpected(initialByte: initial) }
      return value
    case 7: return try simple(initial)
    default: throw .unexpected(initialByte: initial)
    }
  }

  private mutating func simple(_ initial: UInt8) throws(CBORFault) -> JSONValue {
    switch initial {
    case 0xF4: return false
    case 0xF5: return true
    case 0xF6, 0xF7: return .null
    case 0xF9: return try number(Self.double(half: UInt16(try integer(2))), initial)
    case 0xFA: return try number(Double(Float(bitPattern: UInt32(try integer(4)))), initial)
    case 0xFB: return try number(Double(bitPattern: try integer(8)), initial)
    default: throw .unexpected(initialByte: initial)
    }
  }

  private func number(_ value: Double, _ initial: UInt8) throws(CBORFault) -> JSONValue {
    guard value.isFinite else { throw .unexpected(initialByte: initial) }
    return .number("\(value)")
  }

  /// RFC 8949, appendix D.
  private static func double(half: UInt16) -> Double {
    let exponent = Int(half >> 10 & 0x1F)
    let fraction = Double(half & 0x3FF)
    let magnitude: Double =
      switch exponent {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? .infinity : .nan
      default:
        (1 + fraction * 0x1p-10) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
      }
    return half >> 15 == 0 ? magnitude : -magnitude
  }

  private mutating func elements(
    _ initial: UInt8,
    _ depth: Int
  ) throws(CBORFault) -> [JSONValue] {
    var elements: [JSONValue] = []
    if initial & 0x1F == 31 {
      while try !isBreak() { elements.append(try item(depth: depth + 1)) }
      return elements
    }
    for _ in 0..<(try count(initial)) { elements.append(try item(depth: depth + 1)) }
    return elements
  }

  private mutating func members(
    _ initial: UInt8,
    _ depth: Int
  ) throws(CBORFault) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if initial & 0x1F == 31 {
      while try !isBreak() { members.append(try member(depth)) }
      return members
    }
    for _ in 0..<(try count(initial)) { members.append(try member(depth)) }
    return members
  }

  private mutating func member(_ depth: Int) throws(CBORFault) -> JSONValue.Member {
    let initial = try next()
    guard initial >> 5 == 3 else { throw .unexpected(initialByte: initial) }
    let key = try text(initial)
    return .init(key: key, value: try item(depth: depth + 1))
  }

  private mutating func text(_ initial: UInt8) throws(CBORFault) -> String {
    guard initial & 0x1F == 31 else { return try chunk(initial) }
    var text = ""
    while try !isBreak() {
      let part = try next()
      guard part >> 5 == 3, part & 0x1F != 31 else { throw .unexpected(initialByte: part) }
      text += try chunk(part)
    }
    return text
  }

  private mutating func chunk(_ initial: UInt8) throws(CBORFault) -> String {
    let count = try count(initial)
    defer { index += count }
    guard let text = String(validating: bytes[index..<(index + count)], as: UTF8.self) else {
      throw .notUTF8
    }
    return text
  }

  /// How many bytes or items follow; each needs a byte at least.
  private mutating func count(_ initial: UInt8) throws(CBORFault) -> Int {
    let value = try argument(initial)
    guard value <= UInt64(bytes.count - index) else { throw .unfinished }
    return Int(value)
  }

  private mutating func isBreak() throws(CBORFault) -> Bool {
    guard index < bytes.count else { throw .unfinished }
    guard bytes[index] == 0xFF else { return false }
    index += 1
    return true
  }

  private mutating func argument(_ initial: UInt8) throws(CBORFault) -> UInt64 {
    switch initial & 0x1F {
    case let small where small < 24: UInt64(small)
    case 24: try integer(1)
    case 25: try integer(2)
    case 26: try integer(4)
    case 27: try integer(8)
    default: throw .unexpected(initialByte: initial)
    }
  }

  private mutating func integer(_ width: Int) throws(CBORFault) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<width { value = value << 8 | UInt64(try next()) }
    return value
  }

  private mutating func next() throws(CBORFault) -> UInt8 {
    guard index < bytes.count else { throw .unfinished }
    defer { index += 1 }
    return bytes[index]
  }
}
