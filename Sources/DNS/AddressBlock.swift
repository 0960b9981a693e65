/// Addresses that begin with the same bits, in CIDR notation (RFC 4632 §3.1).
public struct AddressBlock: Hashable, Sendable {
  /// The first address of the block.
  public let first: IPAddress
  /// How many leading bits all its addresses share: at most 32, or 128 for IPv6.
  public let length: Int

  /// The block of `length` leading bits around an address; a length beyond the address's is cut.
  public init(_ address: IPAddress, length: Int) {
    switch address {
    case .v4(let address):
      self.length = min(max(length, 0), 32)
      let mask = self.length == 0 ? 0 : UInt32.max << UInt32(32 - self.length)
      first = .v4(IPv4Address(bits: address.bits & mask))
    case .v6(let address):
      self.length = min(max(length, 0), 128)
      let mask = self.length == 0 ? 0 : UInt128.max << UInt128(128 - self.length)
      first = .v6(IPv6Address(bits: address.bits & mask))
    }
  }

  /// Reads `ADDRESS/LENGTH`, or an address alone; bits behind the length must be zero.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = IPAddress(String(parts[0])) else { return nil }
    let most = Self.bits(of: address)
    guard parts.count == 2 else {
      self.init(address, length: most)
      return
    }
    let digits = parts[1]
    guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let length = Int(digits), length <= most
    else { return nil }
    self.init(address, length: length)
    guard first == address else { return nil }
  }

  /// Whether every address of `other` lies in this block.
  public func contains(_ other: AddressBlock) -> Bool {
    length <= other.length && AddressBlock(other.first, length: length) == self
  }

  public func contains(_ address: IPAddress) -> Bool {
    contains(AddressBlock(address, length: Self.bits(of: address)))
  }

  private static func bits(of address: IPAddress) -> Int {
    switch address {
    case .v4: 32
    case .v6: 128
    }
  }
}

extension AddressBlock: CustomStringConvertible {
  public var description: String {
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends what `description` is.
  public func write(to text: inout [UInt8]) {
    switch first {
    case .v4(let address): address.write(to: &text)
    case .v6(let address): text += address.description.utf8
    }
    text.append(UInt8(ascii: "/"))
    if length > 99 { text.append(UInt8(ascii: "0") + UInt8(length / 100)) }
    if length > 9 { text.append(UInt8(ascii: "0") + UInt8(length / 10 % 10)) }
    text.append(UInt8(ascii: "0") + UInt8(length % 10))
  }
}

extension AddressBlock: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let block = AddressBlock(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no block in CIDR")
    }
    self = block
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
