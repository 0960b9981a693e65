import DNS
import Testing

struct `Record data on the wire` {
  static let forms: [(RecordType, String, String)] = [
    (.a, "192.0.2.1", "c0000201"),
    (.aaaa, "2001:db8::1", "20010db8 00000000 00000000 00000001"),
    (.caa, "128 issue \"ca.example\"", "80 05'issue' 'ca.example'"),
    (.cname, "x.y", "01'x'01'y'00"),
    (.ds, "60485 5 1 2BB183AF", "ec45 05 01 2bb183af"),
    // RFC 9460 §D.2: figures 2 to 7 and 9.
    (.https, "0 foo.example.com", "0000 03'foo'07'example'03'com'00"),
    (.svcb, "1 .", "0001 00"),
    (.svcb, "16 foo.example.com port=53", "0010 03'foo'07'example'03'com'00 0003 0002 0035"),
    (
      .svcb, "1 foo.example.com ipv6hint=\"2001:db8::1,2001:db8::53:1\"",
      "0001 03'foo'07'example'03'com'00 0006 0020"
        + "20010db8000000000000000000000001 20010db8000000000000000000530001"
    ),
    (
      .svcb, #"16 foo.example.org alpn="f\\\\oo\\,bar,h2""#,
      "0010 03'foo'07'example'03'org'00 0001 000c 08'f\\oo,bar'02'h2'"
    ),
    (
      .https, "1 . alpn=\"h2,h3\" no-default-alpn ipv4hint=\"192.0.2.1\" ech=\"AEX+DQ==\" ohttp",
      "0001 00 0001 0006 02'h2'02'h3' 0002 0000 0004 0004 c0000201 0005 0004 0045fe0d 0008 0000"
    ),
    (.mx, "10 mx.x", "000a 02'mx'01'x'00"),
    (.naptr, "1 2 \"U\" \"E2U+sip\" \"!^.*$!x!\" .", "0001 0002 01'U'07'E2U+sip'08'!^.*$!x!' 00"),
    (.ns, "x.y", "01'x'01'y'00"),
    (.ptr, ".", "00"),
    (.soa, "a. b. 1 2 3 4 5", "01'a'00 01'b'00 00000001 00000002 00000003 00000004 00000005"),
    (.spf, "\"v=spf1\" \"\"", "06'v=spf1'00"),
    (.srv, "1 2 5269 x.y", "0001 0002 1495 01'x'01'y'00"),
    (.sshfp, "4 2 00FF", "04 02 00ff"),
    (.tlsa, "3 1 1 0D6F", "03 01 01 0d6f"),
    (.txt, #""a\"b\\c\303\251""#, "07'a\"b\\c'c3a9"),
  ]

  @Test(arguments: forms)
  func `has the octets of the RFCs`(type: RecordType, text: String, wire: String) throws {
    let data = try RecordData(text, type: type)
    let name = try DomainName("q")
    let record = ResourceRecord(name: name, ttl: 258, data: data)
    let asked = octets("0001 0000 0001 0000 0000 0000 01'q'00 0001 0001")
    let answer = try #require(Query.answer(asked, Response(code: .noError, records: [record])))
    let expected = octets(wire)
    #expect(Array(answer.suffix(expected.count)) == expected)
    let count = answer.count - asked.count - 12
    #expect(count == expected.count)
    #expect(try message(answer).records.map(\.value) == [.known(data)])
    #expect(TypeCode(type).recordType == type)
  }

  @Test func `is there for every type`() {
    #expect(Set(Self.forms.map(\.0)) == Set(RecordType.allCases))
    let numbers = RecordType.allCases.map { TypeCode($0).rawValue }
    #expect(Set(numbers).count == RecordType.allCases.count)
  }

  @Test func `leaves out a parameter whose text is no value of its key`() throws {
    for text in ["port=coffee", "ipv4hint=x", "ipv6hint=1.2.3.4", "ech=a", "alpn=\"a,,b\""] {
      let data = try RecordData("1 . \(text)", type: .https)
      let asked = octets(`Queries from the wire`.plain)
      let record = ResourceRecord(name: try DomainName("a"), ttl: 1, data: data)
      let answer = try #require(Query.answer(asked, Response(code: .noError, records: [record])))
      #expect(try message(answer).values.map(\.description) == ["1 ."])
    }
  }

  @Test(arguments: 0..<1_000)
  func `comes back as it was sent`(seed: Int) throws {
    var draws = Draws(seed: seed)
    let data = try `Record data`.anything(&draws)
    let record = ResourceRecord(name: try DomainName("www.example"), ttl: seed, data: data)
    let asked = Message(id: 3, asking: .init(record.name, TypeCode(data.type))).octets
    let response = Response(code: .noError, records: [record, record])
    let answer = try #require(Query.answer(asked, response, limit: 65_535))
    #expect(try message(answer).values == [data, data])
  }

  @Test(arguments: [
    // Data of another length than its type has, and names that do not end in it.
    ("0001", "c00002"), ("0001", "c000020100"), ("001c", "00"), ("0005", "01'x'"),
    ("0005", "01'x'00 00"), ("0010", "05'x'"), ("0006", "00 00 00"),
    // A pointer to itself and one ahead.
    ("0005", "c020"), ("0005", "c0ff"), ("0041", "0001 c00c"),
  ])
  func `that is malformed is an error`(type: String, wire: String) {
    let value = octets(wire)
    let count = String(value.count, radix: 16)
    let text =
      "0001 8000 0001 0001 0000 0000 01'q'00 0001 0001"
      + "c00c \(type) 0001 00000000 00" + (count.count == 1 ? "0" : "") + count
    #expect(throws: WireError.self) { try message(octets(text) + value) }
  }

  // RFC 3597 §3.
  @Test func `of unknown types stays as it is`() throws {
    let text =
      "0001 8000 0001 0002 0000 0000 01'q'00 ff00 0001"
      + "c00c ff00 0001 00000000 0003 c00cff c00c 0041 0001 00000000 0007 0001 00 fff0 0000"
    let read = try message(octets(text))
    #expect(read.records.map(\.value).first == .opaque([0xc0, 0x0c, 0xff]))
    #expect(read.records.map(\.value).last == .opaque([0, 1, 0, 0xff, 0xf0, 0, 0]))
    #expect(try message(read.octets) == read)
  }
}
