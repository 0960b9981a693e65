import DNS
import Testing

struct `Queries from the wire` {
  static let www = "03'www'04'cafe'07'example'00"
  /// A query with id 1 and RD for the A records of `www.cafe.example`.
  static let plain = "0001 0100 0001 0000 0000 0000" + www + "0001 0001"
  static let opt = "00 0029 04d0 00000000 0000"
  static func extended(_ opt: String) -> String {
    "0001 0100 0001 0000 0000 0001" + www + "0001 0001" + opt
  }

  @Test func `are read whole`() throws {
    let text =
      "abcd 0100 0001 0000 0000 0001 03'wWW'04'CAFE'07'example'00 001c 0001"
      + "00 0029 1000 0000 8000 000b 0008 0007 0001 18 00 c63364"
    let octets = octets(text)
    let query = try #require(asked(octets))
    #expect(query.id == 0xabcd && query.fault == nil)
    #expect(query.type.recordType == .aaaa)
    #expect(try query.name(in: octets.span) == DomainName("www.cafe.example"))
    let extensions = try #require(query.extensions)
    #expect(extensions.udpMost == 4_096 && extensions.wantsDNSSEC)
    #expect(extensions.clientSubnet?.told == AddressBlock("198.51.100.0/24"))
    #expect(query.udpLimit(isLocal: true) == 4_096)
    #expect(query.udpLimit(isLocal: false) == 1_232)
  }

  @Test func `have one hash however their letters are written`() throws {
    let lower = try #require(asked(octets(Self.plain)))
    let mixed = try #require(asked(octets(Self.plain.replacing("'www'", with: "'WwW'"))))
    let other = try #require(asked(octets(Self.plain.replacing("'www'", with: "'wwx'"))))
    #expect(lower.hash == mixed.hash && lower.hash != other.hash)
    let type = try #require(asked(octets(Self.plain.dropLast(9) + "001c 0001")))
    #expect(lower.hash != type.hash)
  }

  // RFC 1035 §4.1.1: there must be a header to answer, and answers are never answered.
  @Test(arguments: ["", "0001 0100 0001 0000 0000 00", "0001 8100 0001 0000 0000 0000"])
  func `that leave nobody to answer are none`(text: String) {
    #expect(asked(octets(text)) == nil)
  }

  static let faults: [(String, WireCode)] = [
    // Opcodes: inverse query, status, notify, update.
    ("0001 0900 0001 0000 0000 0000" + www + "0001 0001", .notImplemented),
    ("0001 1000 0000 0000 0000 0000", .notImplemented),
    ("0001 2000 0001 0000 0000 0000" + www + "0006 0001", .notImplemented),
    ("0001 2800 0001 0000 0000 0000" + www + "0006 0001", .notImplemented),
    // No question, two (RFC 9619), an answer among them.
    ("0001 0000 0000 0000 0000 0000", .formatError),
    ("0001 0000 0002 0000 0000 0000" + www + "0001 0001" + www + "0001 0001", .formatError),
    (
      "0001 0000 0001 0001 0000 0000" + www + "0001 0001 c00c 0001 0001 00000000 0000", .formatError
    ),
    // Names that are cut, too long in a label, of unknown labels, with a pointer.
    ("0001 0000 0001 0000 0000 0000 03'ww'", .formatError),
    ("0001 0000 0001 0000 0000 0000 03'www'", .formatError),
    ("0001 0000 0001 0000 0000 0000 40'www'00 0001 0001", .formatError),
    ("0001 0000 0001 0000 0000 0000 c00c 0001 0001", .formatError),
    ("0001 0000 0001 0000 0000 0000" + www + "0001 00", .formatError),
    // What stands behind the end.
    (plain + "00", .formatError),
    // Classes: CHAOS, ANY.
    (plain.dropLast(4) + "0003", .refused),
    (plain.dropLast(4) + "00ff", .refused),
    // Whole zones: AXFR and IXFR, which brings its SOA.
    (plain.dropLast(9) + "00fc 0001", .refused),
    (
      "0001 0000 0001 0000 0001 0000" + www + "00fb 0001 c00c 0006 0001 00000000 0000", .refused
    ),
    // MAILA, MAILB, TKEY; TSIG, OPT and a number among them.
    (plain.dropLast(9) + "00fe 0001", .notImplemented),
    (plain.dropLast(9) + "00fd 0001", .notImplemented),
    (plain.dropLast(9) + "00f9 0001", .notImplemented),
    (plain.dropLast(9) + "00fa 0001", .formatError),
    (plain.dropLast(9) + "0029 0001", .formatError),
    (plain.dropLast(9) + "0080 0001", .formatError),
    // EDNS: another version, twice, not at the root, options that are cut (RFC 6891 §6.1).
    (extended("00 0029 04d0 00010000 0000"), .badVersion),
    (extended("00 0029 04d0 00010000 0003 ffffff"), .badVersion),
    (
      "0001 0100 0001 0000 0000 0002" + www + "0001 0001" + opt + opt, .formatError
    ),
    (extended("01'x'00 0029 04d0 00000000 0000"), .formatError),
    (extended("00 0029 04d0 00000000 0003 000a 00"), .formatError),
    (extended("00 0029 04d0 00000000 0004 000a 0001"), .formatError),
    // Client subnets: a scope, which only answers have; bits behind the prefix, too few and too
    // many octets, a prefix that is too long, a family that there is not (RFC 7871 §6).
    (extended("00 0029 04d0 00000000 000b 0008 0007 0001 1818 c63364"), .formatError),
    (extended("00 0029 04d0 00000000 000b 0008 0007 0001 1700 c63301"), .formatError),
    (extended("00 0029 04d0 00000000 000a 0008 0006 0001 1800 c633"), .formatError),
    (extended("00 0029 04d0 00000000 000c 0008 0008 0001 1800 c6336400"), .formatError),
    (extended("00 0029 04d0 00000000 000d 0008 0009 0001 2800 c633640000"), .formatError),
    (extended("00 0029 04d0 00000000 000b 0008 0007 0003 1800 c63364"), .formatError),
  ]

  @Test(arguments: faults)
  func `are refused for what is wrong with them`(text: String, code: WireCode) throws {
    let octets = octets(text)
    #expect(asked(octets)?.fault == code)
    let answer = try message(try #require(Query.answer(octets, Response(code: code))))
    #expect(answer.id == 1 && answer.code == code && answer.flags & 0x8000 != 0)
    #expect(answer.flags & 0x7900 == UInt16(octets[2]) << 8 & 0x7900)
  }

  static let extendedFaults: [(String, WireCode)] = [
    // An opcode that is not known, no question, two of them.
    ("0001 1000 0001 0000 0000 0001" + www + "0006 0001" + opt, .notImplemented),
    ("0001 0000 0000 0000 0000 0001" + opt, .formatError),
    (
      "0001 0000 0002 0000 0000 0001" + www + "0001 0001" + www + "0001 0001" + opt, .formatError
    ),
    // What stands behind the end.
    (extended(opt) + "00", .formatError),
    // Options that are cut, and client subnets that say what none may.
    (extended("00 0029 04d0 00000000 0004 000a 0001"), .formatError),
    (extended("00 0029 04d0 00000000 000b 0008 0007 0001 1818 c63364"), .formatError),
    (extended("00 0029 04d0 00000000 000b 0008 0007 0003 1800 c63364"), .formatError),
  ]

  // RFC 6891 §7.
  @Test(arguments: extendedFaults)
  func `are refused with EDNS if they have it`(text: String, code: WireCode) throws {
    let octets = octets(text)
    #expect(asked(octets)?.fault == code)
    let answer = try message(try #require(Query.answer(octets, Response(code: code))))
    #expect(answer.code == code && answer.extensions == Extensions(udpMost: 4_096))
  }

  @Test(arguments: [
    // Unknown options, cookies and NSID among them, change nothing.
    extended("00 0029 04d0 00000000 0010 000a 0008 0011223344556677 0003 0000"),
    // A record of no known type among the additional ones.
    extended("c00c ff00 0001 00000000 0002 abcd"),
    // Types that nobody knows and ANY.
    plain.dropLast(9) + "ff00 0001", plain.dropLast(9) + "00ff 0001",
    // A client that tells nothing: prefix 0 of a family, and of none.
    extended("00 0029 04d0 00000000 0008 0008 0004 0001 0000"),
    extended("00 0029 04d0 00000000 0008 0008 0004 0000 0000"),
  ])
  func `are questions in spite of what need not be understood`(text: String) throws {
    let query = try #require(asked(octets(text)))
    #expect(query.fault == nil)
    #expect(query.extensions?.clientSubnet?.told == nil)
  }

  @Test(arguments: [
    (0, 512), (511, 512), (512, 512), (1_000, 1_000), (4_096, 4_096), (65_535, 4_096),
  ])
  func `say how much their client takes`(size: UInt16, limit: Int) throws {
    let name = try DomainName("a.example")
    let sent = Message(
      id: 7,
      asking: .init(name, TypeCode(.a)),
      extensions: Extensions(udpMost: Int(size))
    )
    #expect(asked(sent.octets)?.udpLimit(isLocal: true) == limit)
    #expect(asked(sent.octets)?.udpLimit(isLocal: false) == min(limit, 1_232))
    #expect(asked(octets(Self.plain))?.udpLimit(isLocal: true) == 512)
  }

  @Test(arguments: ["10.0.0.0/8", "198.51.100.128/25", "2001:db8::/56", "2001:db8::1/128"])
  func `carry subnets that come back as they were`(text: String) throws {
    let subnet = ClientSubnet(block: AddressBlock(text))
    let sent = Message(
      id: 9,
      asking: .init(try DomainName("a.example"), TypeCode(.a)),
      extensions: Extensions(udpMost: 1_400, wantsDNSSEC: true, clientSubnet: subnet)
    )
    #expect(asked(sent.octets)?.extensions?.clientSubnet == subnet)
    let answer = try message(
      try #require(Query.answer(sent.octets, Response(code: .noError)))
    )
    #expect(answer.extensions?.clientSubnet == subnet)
    #expect(answer.extensions?.scope == subnet.block?.length)
    #expect(answer.extensions?.wantsDNSSEC == true && answer.extensions?.udpMost == 4_096)
  }
}
