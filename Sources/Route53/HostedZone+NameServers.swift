public import DNS

extension HostedZone {
  /// Four name servers in Route 53's pattern, one of each top-level domain: N below 512 is com,
  /// then net, org and co.uk; the second number is N within its 512, divided by 8.
  ///
  /// - Parameters:
  ///   - seed: decides which.
  ///   - taken: name servers that must not be among them.
  /// - Returns: the names, in an order that the seed decides too.
  public static func nameServers(
    seed: UInt64,
    avoiding taken: Set<DomainName> = []
  ) -> [DomainName] {
    var numbers = SplitMix64(seed: seed)
    let domains: [String] = ["com", "net", "org", "co.uk"]
    let names: [DomainName] = domains.enumerated().map { index, domain in
      let first = numbers.next(below: placesOfDomain)
      let free = (0..<placesOfDomain).lazy.map { step in
        nameServer((first + step) % placesOfDomain, of: index, domain)
      }
      return free.first { !taken.contains($0) } ?? nameServer(first, of: index, domain)
    }
    return names.shuffled(draw: numbers.next())
  }

  private static let placesOfDomain = 512

  private static func nameServer(_ place: Int, of index: Int, _ domain: String) -> DomainName {
    let group = String(place / 8)
    let digits = group.count < 2 ? "0" + group : group
    let text = "ns-\(index * placesOfDomain + place).awsdns-\(digits).\(domain)"
    guard let name = try? DomainName(text) else {
      preconditionFailure("a name server's name is malformed: \(text)")
    }
    return name
  }
}
