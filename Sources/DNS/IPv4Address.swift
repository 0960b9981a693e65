/// An IPv4 address.
public struct IPv4Address: Hashable, Sendable {
  /// The four octets, the first of them highest.
  public let bits: UInt32

  public init(bits: UInt32) {
    self.bits = bits
  }

  /// Reads four decimal octets; a leading zero, which some read as octal, is refused.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        part.count == 1 || part.first != "0", let octet = UInt8(part)
      else { return nil }
      bits = bits << 8 | UInt32(octet)
    }
    self.bits = bits
  }
}

extension IPv4Address: CustomStringConvertible {
  public var description: String {
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends what `description` is.
  public func write(to text: inout [UInt8]) {
    for place in [24, 16, 8, 0] as [UInt32] {
      let number = UInt8(truncatingIfNeeded: bits >> place)
      if number > 99 { text.append(UInt8(ascii: "0") + number / 100) }
      if number > 9 { text.append(UInt8(ascii: "0") + number / 10 % 10) }
      text.append(UInt8(ascii: "0") + number % 10)
      if place > 0 { text.append(UInt8(ascii: ".")) }
    }
  }
}

extension IPv4Address: Comparable {
  public static func < (left: IPv4Address, right: IPv4Address) -> Bool {
    left.bits < right.bits
  }
}

extension IPv4Address: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let address = IPv4Address(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no IPv4 address")
    }
    self = address
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
