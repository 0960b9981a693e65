import DNS

/// A 64-bit hash that is the same in every process and on every machine: FNV-1a, then mixed so
/// that sums of hashes stay apart.
struct StableHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in a text and where it ends.
  mutating func combine(_ text: String) {
    for octet in text.utf8 { combine(octet) }
    combine(0xff)
  }

  /// Takes in a text that may be absent, which differs from every text.
  mutating func combine(_ text: String?) {
    if let text { combine(text) } else { combine(0xfe) }
  }

  private mutating func combine(_ octet: UInt8) {
    state = (state ^ UInt64(octet)) &* 0x0000_0100_0000_01b3
  }

  var value: UInt64 {
    SplitMix64.mixed(state)
  }

  static func value(of set: ResourceRecordSet) -> UInt64 {
    var hash = StableHash()
    hash.combine(set.name.description)
    hash.combine(set.type.rawValue)
    hash.combine(set.setIdentifier)
    hash.combine(set.routing.identity)
    hash.combine(set.ttl.map(String.init))
    hash.combine(set.healthCheckID?.text)
    for value in set.values { hash.combine(value.description) }
    if let alias = set.alias {
      hash.combine(alias.zone.text)
      hash.combine(alias.name.description)
      hash.combine(alias.evaluatesTargetHealth ? "evaluated" : "taken as it is")
    }
    return hash.value
  }
}

extension Routing {
  /// A text that no other routing has; nil for a simple record set.
  fileprivate var identity: String? {
    switch self {
    case .simple: nil
    case .failover(let role): role.rawValue
    case .weighted(let weight): "weight \(weight)"
    case .latency(let region): "latency \(region)"
    case .geolocation(let location): "geolocation \(location)"
    case .geoproximity(let location): "geoproximity \(location)"
    case .multivalue: "multivalue"
    case .ipBased(let location): "cidr \(location.collection) \(location.location)"
    }
  }
}
