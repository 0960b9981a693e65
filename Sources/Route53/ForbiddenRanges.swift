public import DNS

/// The addresses that Route 53 refuses to probe (`CP:healthcheck-ipaddress-private-range`).
public enum ForbiddenRanges {
  public static func contains(_ address: IPv4Address) -> Bool {
    blocks.contains { block in
      address.bits >> (32 - block.prefix) == block.bits >> (32 - block.prefix)
    }
  }

  /// Loopback, link-local, unique-local, multicast, documentation; by symmetry with IPv4.
  public static func contains(_ address: IPv6Address) -> Bool {
    let top = UInt16(truncatingIfNeeded: address.bits >> 112)
    return address.bits <= 1 || top >> 8 == 0xff || top >> 6 == 0xfe80 >> 6 || top >> 9 == 0xfc >> 1
      || address.bits >> 96 == 0x2001_0db8
  }

  private static let blocks: [(bits: UInt32, prefix: UInt32)] = [
    (0x0000_0000, 8),  // this network
    (0x0a00_0000, 8),  // 10.0.0.0, RFC 1918
    (0x6440_0000, 10),  // 100.64.0.0, shared by carriers
    (0x7f00_0000, 8),  // loopback
    (0xa9fe_0000, 16),  // 169.254.0.0, link-local
    (0xac10_0000, 12),  // 172.16.0.0, RFC 1918
    (0xc000_0000, 24),  // 192.0.0.0, IETF protocols
    (0xc000_0200, 24),  // 192.0.2.0, documentation
    (0xc058_6300, 24),  // 192.88.99.0, 6to4 relays
    (0xc0a8_0000, 16),  // 192.168.0.0, RFC 1918
    (0xc612_0000, 15),  // 198.18.0.0, benchmarks
    (0xc633_6400, 24),  // 198.51.100.0, documentation
    (0xcb00_7100, 24),  // 203.0.113.0, documentation
    (0xe000_0000, 3),  // multicast and beyond
  ]
}
