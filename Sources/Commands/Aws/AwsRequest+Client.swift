import DNS
import Route53

extension AwsRequest {
  /// Whom TestDNSAnswer answers: the client subnet of EDNS0 before the resolver
  /// (`M:TestDNSAnswerRequest`); nil: nobody is given.
  func client() throws(CommandError) -> AddressBlock? {
    let mask = try number(call.text("EDNS0ClientSubnetMask"), option: "--edns0-client-subnet-mask")
    let resolver = try address("ResolverIP", option: "--resolver-ip")
    guard let client = try address("EDNS0ClientSubnetIP", option: "--edns0-client-subnet-ip") else {
      guard mask == nil else {
        throw service(
          "InvalidInput",
          "EDNS0ClientSubnetMask cannot be given without EDNS0ClientSubnetIP."
        )
      }
      return resolver.map { AddressBlock($0, length: Self.bits(of: $0)) }
    }
    let most = Self.bits(of: client)
    let length = mask ?? (most == 32 ? 24 : 64)
    guard length <= most else {
      throw .badValue(
        option: "--edns0-client-subnet-mask",
        value: String(length),
        allowed: "a whole number from 0 to \(most)",
        near: []
      )
    }
    return AddressBlock(client, length: length)
  }

  private func number(_ text: String?, option: String) throws(CommandError) -> Int? {
    try wholeNumber(text, for: option, allowed: "a whole number from 0 to 32, or 128 for IPv6")
  }

  private func address(_ member: String, option: String) throws(CommandError) -> IPAddress? {
    guard let text = call.text(member) else { return nil }
    guard let address = IPAddress(text) else {
      throw .badValue(
        option: option,
        value: text.shown(),
        allowed: "an IPv4 or IPv6 address",
        near: []
      )
    }
    return address
  }

  private static func bits(of address: IPAddress) -> Int {
    switch address {
    case .v4: 32
    case .v6: 128
    }
  }
}
