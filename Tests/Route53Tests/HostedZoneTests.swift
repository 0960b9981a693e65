import DNS
import Foundation
import Route53
import Testing

struct `A hosted zone` {
  // LS:test_route53.
  @Test func `begins with its NS and SOA`() throws {
    let zone = Cafe().zone
    #expect(zone.records == zone.served && zone.holdsOnlyItsOwnRecords)
    let (servers, start) = (zone.records.all[0], zone.records.all[1])
    #expect(zone.records.count == 2)
    #expect(servers.type == .ns && servers.ttl == 172_800)
    #expect(servers.values == zone.nameServers.map { RecordData.ns($0) })
    #expect(start.type == .soa && start.ttl == 900)
    #expect(
      start.values.map(\.description) == [
        "\(zone.nameServers[0]) awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"
      ]
    )
  }

  @Test(arguments: 0..<100)
  func `has four name servers in the pattern of Route 53`(seed: UInt64) throws {
    let names = HostedZone.nameServers(seed: seed).map(\.withoutDot)
    #expect(names == HostedZone.nameServers(seed: seed).map(\.withoutDot))
    #expect(names.count == 4)
    for (block, domain) in ["com", "net", "org", "co.uk"].enumerated() {
      let name = try #require(names.first { $0.hasSuffix(".\(domain)") })
      let match = try #require(name.wholeMatch(of: /ns-(\d+)\.awsdns-(\d\d)\.[a-z.]+/))
      let number = try #require(Int(match.1))
      #expect(number / 512 == block)
      #expect(Int(match.2) == number % 512 / 8)
    }
  }

  // M:ListResourceRecordSets
  @Test func `lists a change at once and answers it when its time has come`() throws {
    var cafe = Cafe()
    let after = try cafe.validated([Change(.create, .a("www.cafe.example", Cafe.main))])
    cafe.zone.submit(after, of: [], change: ChangeID("/change/C7"), at: 1_000, inSyncAt: 31_000)
    #expect(cafe.zone.records == after && cafe.zone.served != after)
    #expect(cafe.zone.pending.map(\.id.text) == ["C7"])
    cafe.zone.settle(at: 30_999)
    #expect(try cafe.dig("www.cafe.example").code == .nxDomain)
    cafe.zone.settle(at: 31_000)
    #expect(try cafe.dig("www.cafe.example").code == .noError)
    #expect(cafe.zone.pending.isEmpty)
  }

  @Test func `never serves a later change before an earlier one`() throws {
    var cafe = Cafe()
    let first = try cafe.validated([Change(.create, .a("a.cafe.example", Cafe.main))])
    cafe.zone.submit(first, of: [], change: ChangeID("C1"), at: 0, inSyncAt: 50)
    let second = try cafe.validated([Change(.create, .a("b.cafe.example", Cafe.main))])
    cafe.zone.submit(second, of: [], change: ChangeID("C2"), at: 1, inSyncAt: 10)
    #expect(cafe.zone.pending.map(\.inSyncAt) == [50, 50])
    var other = cafe
    cafe.zone.settle(at: 49)
    #expect(cafe.zone.pending.count == 2)
    cafe.zone.settle(at: 50)
    #expect(cafe.zone.served == second)
    other.zone.publish(ChangeID("C1"))
    #expect(other.zone.served == first && other.zone.pending.map(\.id.text) == ["C2"])
  }

  @Test func `reads back from JSON`() throws {
    var cafe = Cafe()
    cafe.health = [Cafe.check: .healthy]
    let after = try cafe.validated([
      Change(.create, .primary("www.cafe.example")),
      Change(.create, .secondary("www.cafe.example")),
    ])
    cafe.zone.submit(after, of: [], change: ChangeID("C1"), at: 0, inSyncAt: 9)
    let json = try JSONEncoder().encode(cafe.zone)
    #expect(try JSONDecoder().decode(HostedZone.self, from: json) == cafe.zone)
  }
}
