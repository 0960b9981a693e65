/// The subnet of a resolver's client, as the resolver tells it (EDNS Client Subnet, RFC 7871 §6).
public struct ClientSubnet: Hashable, Sendable {
  /// Nil: the resolver tells nothing, and wants nobody else to (family 0).
  public let block: AddressBlock?

  public init(block: AddressBlock?) {
    self.block = block
  }

  /// The subnet that answers may depend on; nil: nothing of the client's address is told
  /// (RFC 7871 §7.1.2).
  public var told: AddressBlock? {
    block.flatMap { $0.length > 0 ? $0 : nil }
  }

  static let option: UInt16 = 8

  /// Reads an option's data, which must be as short as its prefix allows, with no bit behind it.
  static func read(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> (ClientSubnet, scope: Int) {
    let family = try cursor.short(message)
    let length = Int(try cursor.octet(message))
    let scope = Int(try cursor.octet(message))
    let count = cursor.end - cursor.place
    let most = family == 1 ? 32 : family == 2 ? 128 : 0
    guard family <= 2, length <= most, count == (length + 7) / 8 else { throw .badClientSubnet }
    var bits: UInt128 = 0
    for _ in 0..<count { bits = bits << 8 | UInt128(try cursor.octet(message)) }
    // `most` is a multiple of 8.
    bits <<= UInt128(most - 8 * count)
    let address: IPAddress
    switch family {
    case 1: address = .v4(IPv4Address(bits: UInt32(truncatingIfNeeded: bits)))
    case 2: address = .v6(IPv6Address(bits: bits))
    default: return (ClientSubnet(block: nil), scope)
    }
    let block = AddressBlock(address, length: length)
    guard block.first == address else { throw .badClientSubnet }
    return (ClientSubnet(block: block), scope)
  }

  /// How many octets of the address there are.
  private var addressCount: Int { ((block?.length ?? 0) + 7) / 8 }

  /// The size of the whole option.
  var optionCount: Int { 8 + addressCount }

  /// Appends the option with the prefix for which the answer holds.
  func write(scope: Int, to octets: inout [UInt8]) {
    let (family, bits): (UInt8, UInt128) =
      switch block?.first {
      case .v4(let address): (1, UInt128(address.bits) << 96)
      case .v6(let address): (2, address.bits)
      case nil: (0, 0)
      }
    octets.append(0)
    octets.append(UInt8(Self.option))
    octets.append(0)
    octets.append(UInt8(4 + addressCount))
    octets.append(0)
    octets.append(family)
    octets.append(UInt8(block?.length ?? 0))
    octets.append(UInt8(scope))
    for place in 0..<addressCount {
      octets.append(UInt8(truncatingIfNeeded: bits >> UInt128(120 - 8 * place)))
    }
  }
}
