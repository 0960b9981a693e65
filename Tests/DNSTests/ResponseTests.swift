import DNS
import Testing

struct `Responses on the wire` {
  static func record(
    _ name: String,
    _ ttl: Int,
    _ type: RecordType,
    _ value: String
  ) throws
    -> ResourceRecord
  {
    ResourceRecord(name: try DomainName(name), ttl: ttl, data: try RecordData(value, type: type))
  }

  // RFC 1035 §4.1.4: a name's end that stands there already is a pointer of two octets.
  @Test func `share the ends of names, in the letters of the question`() throws {
    let asked = octets("0001 0100 0001 0000 0000 0000 03'wWw'04'Cafe'07'example'00 0005 0001")
    let response = Response(
      code: .noError,
      isAuthoritative: true,
      records: [try Self.record("www.cafe.example", 60, .cname, "cdn.cafe.example")],
      authority: [try Self.record("cafe.example", 172_800, .ns, "ns-1.awsdns-00.com")]
    )
    let expected = octets(
      "0001 8500 0001 0001 0001 0000 03'wWw'04'Cafe'07'example'00 0005 0001"
        + "c00c 0005 0001 0000003c 0006 03'cdn'c010"
        + "c010 0002 0001 0002a300 0014 04'ns-1'09'awsdns-00'03'com'00"
    )
    #expect(Query.answer(asked, response) == expected)
  }

  // RFC 3597 §4: only the types of RFC 1035 may have pointers in their data.
  @Test func `leave the names of newer types whole`() throws {
    let target = "www.cafe.example"
    let values: [(RecordType, String, isShort: Bool)] = [
      (.mx, "1 \(target)", true), (.cname, target, true), (.ptr, target, true),
      (.ns, target, true), (.soa, "\(target) \(target) 1 2 3 4 5", true),
      (.srv, "1 2 3 \(target)", false), (.naptr, #"1 2 "" "" "" "# + target, false),
      (.svcb, "1 \(target)", false), (.https, "1 \(target)", false),
    ]
    let whole = octets(`Queries from the wire`.www)
    for (type, value, isShort) in values {
      let answer = try #require(
        Query.answer(
          octets(`Queries from the wire`.plain),
          Response(code: .noError, records: [try Self.record(target, 1, type, value)])
        )
      )
      let found = (12..<answer.count - whole.count + 1).count {
        answer[$0..<$0 + whole.count].elementsEqual(whole)
      }
      #expect(found == (isShort ? 1 : 2), "\(type)")
    }
  }

  private static func many(_ count: Int) throws -> [ResourceRecord] {
    try (0..<count).map { try record("www.cafe.example", 60, .a, "192.0.2.\($0)") }
  }

  // RFC 2181 §9.
  @Test func `are cut at record sets and say so`() throws {
    let asked = octets(`Queries from the wire`.plain)
    let servers = try (1...4).map {
      try Self.record("cafe.example", 172_800, .ns, "ns-\($0).awsdns-0\($0).com")
    }
    // 34 octets of header and question; 16 for each address.
    let fits = Response(code: .noError, records: try Self.many(29), authority: servers)
    let whole = try message(try #require(Query.answer(asked, fits)))
    #expect(whole.records.count == 29 && !whole.isTruncated && whole.authority.isEmpty)

    let long = Response(code: .noError, records: try Self.many(30), authority: servers)
    let cut = try message(try #require(Query.answer(asked, long)))
    #expect(cut.records.isEmpty && cut.isTruncated && cut.authority.isEmpty)
    let stream = try message(try #require(Query.answer(asked, long, limit: 65_535)))
    #expect(stream.records.count == 30 && stream.authority.count == 4 && !stream.isTruncated)

    let chain = Response(
      code: .noError,
      records: [try Self.record("www.cafe.example", 60, .cname, "a.example")]
        + (try (0..<30).map { try Self.record("a.example", 60, .a, "192.0.2.\($0)") })
    )
    let head = try message(try #require(Query.answer(asked, chain)))
    #expect(head.records.count == 1 && head.isTruncated)
  }

  // RFC 9471 §3.1.
  @Test func `are truncated when glue is missing, or a denial's SOA`() throws {
    let asked = octets(`Queries from the wire`.plain)
    let servers = [try Self.record("cafe.example", 60, .ns, "ns.cafe.example")]
    let glue = try (0..<30).map { try Self.record("ns.cafe.example", 60, .a, "192.0.2.\($0)") }
    let referral = Response(code: .noError, authority: servers, glue: glue)
    let cut = try message(try #require(Query.answer(asked, referral)))
    #expect(cut.authority.count == 1 && cut.additional.isEmpty && cut.isTruncated)
    let stream = try message(try #require(Query.answer(asked, referral, limit: 65_535)))
    #expect(stream.additional.count == 30 && !stream.isTruncated)
    let denial = Response(
      code: .nxDomain,
      authority: [try Self.record("cafe.example", 900, .soa, "a.example. b.example. 1 2 3 4 5")]
    )
    let small = try message(try #require(Query.answer(asked, denial, limit: 40)))
    #expect(small.isTruncated && small.code == .nxDomain)
  }

  @Test(arguments: [512, 700, 1_232], [1, 20, 40, 80, 200])
  func `never outgrow their limit`(limit: Int, count: Int) throws {
    let name = try DomainName("www.cafe.example")
    let asked = Message(
      id: 1,
      asking: .init(name, TypeCode(.a)),
      extensions: Extensions(
        udpMost: limit,
        clientSubnet: ClientSubnet(block: AddressBlock("2001:db8::/120"))
      )
    )
    let response = Response(code: .noError, records: try Self.many(count))
    let answer = try #require(Query.answer(asked.octets, response))
    #expect(answer.count <= limit)
    let read = try message(answer)
    #expect(read.isTruncated == (read.records.count < count))
  }
}
