import DNS
import Route53

/// Believable public addresses of AWS's regions and services, none of which a health check is
/// refused for (CP: healthcheck-ipaddress-private-range).
///
/// The first 16 bits of each stand here; the rest is drawn.
public enum AddressPool {
  /// The regions in which instances can stand: those of the health checkers.
  public static let regions = HealthRules.regions

  /// Whether a text names an Availability Zone of one of them, such as `us-west-2a`.
  public static func isZone(_ text: String) -> Bool {
    regions.contains(String(text.dropLast())) && ("a"..."f").contains(text.last ?? " ")
  }

  /// Addresses of EC2 in a region.
  static func instances(in region: String) -> [UInt32] {
    byRegion[region] ?? byRegion["us-west-2", default: []]
  }

  /// Addresses of a service's own machines.
  static func machines(of kind: AwsResource.Kind, in region: String) -> [UInt32] {
    switch kind {
    case .loadBalancer: instances(in: region)
    case .website: [region == "us-west-2" || region == "eu-west-1" ? 0x34DA : 0x34DB]
    case .distribution: [0x0D20, 0x0D21, 0x0DE0, 0x1240, 0x3454, 0x36C0, 0x6354, 0x8FCC]
    }
  }

  private static let byRegion: [String: [UInt32]] = [
    "us-west-2": [0x22D2, 0x22D6, 0x2C_E2, 0x34_20, 0x34_24, 0x36_B8, 0x36_BC, 0x23A0],
    "us-west-1": [0x0D34, 0x0D38, 0x1290, 0x3212, 0x3408, 0x3434, 0x36B0, 0x36C1],
    "us-east-1": [0x0350, 0x12CC, 0x22C0, 0x2CC0, 0x3400, 0x3650, 0x3690, 0x6418],
    "eu-west-1": [0x03F8, 0x22F0, 0x3410, 0x34D0, 0x3648, 0x369A, 0x3F20, 0x6350],
    "ap-southeast-1": [0x0DE4, 0x0DFA, 0x1288, 0x344A, 0x344C, 0x3697, 0x36A9, 0x36FE],
    "ap-southeast-2": [0x0318, 0x0D36, 0x0DD2, 0x0DEC, 0x343E, 0x3440, 0x3642, 0x36CE],
    "ap-northeast-1": [0x0D70, 0x0DE6, 0x12B0, 0x3444, 0x34C0, 0x3640, 0x365F, 0x36F9],
    "sa-east-1": [0x0FE4, 0x12E4, 0x12E5, 0x3443, 0x365E, 0x36CF, 0x36E8, 0xB147],
  ]
}

extension World {
  /// A public address that nobody here has yet, out of prefixes of 16 bits; the keys decide which.
  func drawAddress(_ a: UInt64, _ b: UInt64, from prefixes: [UInt32]) -> IPv4Address {
    var attempt: UInt64 = 0
    while true {
      let word = seed.draw(.address, a, b, attempt)
      let host = UInt32(truncatingIfNeeded: word >> 8) & 0xFFFF
      let prefix = prefixes[Int(word % UInt64(prefixes.count))]
      let address = IPv4Address(bits: prefix << 16 | max(host, 0x0104))
      if !isTaken(address) { return address }
      attempt += 1
    }
  }

  private func isTaken(_ address: IPv4Address) -> Bool {
    owner(of: address) != nil || elasticAddresses.contains { $0.address == address }
      || resource(at: address) != nil
  }
}
