public import DNS

extension HostedZone {
  /// Four name servers as Route 53 names them, one of each top-level domain: N below 512 is com,
  /// then net, org and co.uk; the second number is N within its 512, divided by 8.
  public static func nameServers(seed: UInt64) -> [DomainName] {
    var numbers = SplitMix64(seed: seed)
    let domains: [String] = ["com", "net", "org", "co.uk"]
    let names: [DomainName] = domains.enumerated().map { index, domain in
      let place = numbers.next(below: 512)
      let group = String(place / 8)
      let digits = group.count < 2 ? "0" + group : group
      return apexName("ns-\(index * 512 + place).awsdns-\(digits).\(domain)")
    }
    return names.shuffled(draw: numbers.next())
  }

  /// The NS and SOA that every zone begins with (`DG:SOA-NSrecords`, `LS:test_route53`).
  static func apexRecords(name: DomainName, nameServers: [DomainName]) -> RecordSets {
    let servers = ResourceRecordSet(
      name: name,
      type: .ns,
      ttl: 172_800,
      values: nameServers.map(RecordData.ns)
    )
    let authority = StartOfAuthority(
      primary: nameServers.first ?? name,
      mailbox: DomainName(known: "awsdns-hostmaster.amazon.com"),
      serial: 1,
      refresh: 7_200,
      retry: 900,
      expire: 1_209_600,
      minimum: 86_400
    )
    let start = ResourceRecordSet(name: name, type: .soa, ttl: 900, values: [.soa(authority)])
    return RecordSets([servers, start])
  }

  private static func apexName(_ text: String) -> DomainName {
    guard let name = try? DomainName(text) else {
      preconditionFailure("a name server's name is malformed: \(text)")
    }
    return name
  }
}
