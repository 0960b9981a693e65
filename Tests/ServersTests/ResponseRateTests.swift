import DNS
import Testing

@testable import Servers

struct `Replies to a network` {
  private static func address(_ text: String) throws -> IPAddress {
    try #require(IPAddress(text))
  }

  @Test func `are as many a second as allowed, the rest is short or silence`() throws {
    var rate = ResponseRate(perSecond: 10)
    var counts: [ResponseRate.Verdict: Int] = [:]
    for number in 0..<30 {
      let address = try Self.address("198.51.100.\(number)")
      counts[rate.verdict(address, at: 5_000), default: 0] += 1
    }
    #expect(counts == [.whole: 10, .truncated: 10, .silence: 10])
    let again = try Self.address("198.51.100.1")
    #expect(rate.verdict(again, at: 5_099) != .whole)
    #expect(rate.verdict(again, at: 5_200) == .whole)
    #expect(rate.verdict(try Self.address("198.51.101.1"), at: 5_099) == .whole)
  }

  @Test func `of version 6 are counted for each /56`() throws {
    var rate = ResponseRate(perSecond: 1)
    #expect(rate.verdict(try Self.address("2001:db8:0:12::1"), at: 0) == .whole)
    #expect(rate.verdict(try Self.address("2001:db8:0:34::1"), at: 0) == .silence)
    #expect(rate.verdict(try Self.address("2001:db8:0:134::1"), at: 0) == .whole)
  }

  @Test func `are cut to their question`() throws {
    let asked = Message(id: 3, asking: .init(try DomainName("www.cafe.example"), TypeCode(.a)))
    let octets = asked.octets
    let read = Query(octets.span)
    let query = try #require(read)
    let record = ResourceRecord(
      name: try DomainName("www.cafe.example"),
      ttl: 1,
      data: .a(IPv4Address(bits: 1))
    )
    var (reply, _) = Response(code: .noError, records: [record]).body(
      question: octets[12...],
      name: record.name,
      limit: 512
    )
    query.finish(&reply, octets.span)
    Response.truncate(&reply)
    let message = try Message(reply.span)
    #expect(message.isTruncated && message.records.isEmpty && message.question == asked.question)
    #expect(reply.count == octets.count)
  }
}
