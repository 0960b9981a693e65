import DNS

extension HostedZone {
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
}
