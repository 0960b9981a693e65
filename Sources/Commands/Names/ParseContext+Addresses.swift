import CafeWorld
import DNS
import Route53

/// Where an address is expected the name of an instance means the address that it has now.
extension ParseContext {
  /// The public address of an instance.
  func publicAddress(of instance: Instance) throws(CommandError) -> IPv4Address {
    if let address = instance.publicAddress { return address }
    switch instance.state {
    case .shuttingDown, .terminated: throw .instanceGone(instance.name)
    case .pending, .running, .stopping, .stopped:
      throw .noPublicAddress(instance: instance.name)
    }
  }

  /// The addresses that checkers are cut off from: one that is given, or those of an instance, of
  /// all instances of an Availability Zone, or of a resource.
  func checkedAddresses(of name: String) throws(CommandError) -> [IPv4Address] {
    if let address = IPv4Address(name) { return [address] }
    if let resource = world.resource(name) { return resource.addresses }
    guard let zone = try? availabilityZone(name) else {
      return [try publicAddress(of: try instance(name))]
    }
    return world.instances.filter { $0.zone == zone }.compactMap(\.publicAddress)
  }

  /// Text for a service that judges addresses itself: an instance's address, or what was written
  /// when it looks like an address at all.
  func addressText(_ text: String) throws(CommandError) -> String {
    if text.looksLikeAddress { return text }
    return try publicAddress(of: try instance(text)).description
  }

  /// The value of an address record: an instance's address; what is near no instance goes through,
  /// for the service to refuse.
  func recordAddress(_ text: String) throws(CommandError) -> String {
    let names = world.instances.map(\.name)
    let isMistyped = !nearMisses(of: text, in: names).isEmpty
    guard !text.looksLikeAddress, world.instance(text) != nil || isMistyped else { return text }
    return try addressText(text)
  }

  /// An Elastic IP of the account, by address, allocation id, or the instance that has it.
  func elasticAddress(_ text: String) throws(CommandError) -> ElasticAddress {
    let owner = world.instance(text)
    let found = world.elasticAddresses.first {
      $0.address.description == text || $0.allocationID == text
        || (owner != nil && $0.instance == owner?.id)
    }
    if let found { return found }
    let known = world.elasticAddresses.map(\.address.description)
    throw .unknownName(.address, text, near: nearMisses(of: text, in: known))
  }

  /// The Elastic IP that is meant when none is named: the only one that fits.
  func onlyElasticAddress(
    where fits: (ElasticAddress) -> Bool
  ) throws(CommandError) -> ElasticAddress {
    let found = world.elasticAddresses.filter(fits)
    guard let first = found.first else { throw .unknownName(.address, "", near: []) }
    guard found.count == 1 else {
      throw .ambiguous(.address, "address", choices: found.map(\.address.description))
    }
    return first
  }
}

extension String {
  /// Whether only what stands in addresses stands here, dots or colons among it.
  fileprivate var looksLikeAddress: Bool {
    let marks: [Character] = [".", ":"]
    return contains { marks.contains($0) } && allSatisfy { $0.isHexDigit || marks.contains($0) }
  }
}
