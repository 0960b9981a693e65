import DNS
import Foundation
import Testing

struct `Record data` {
  @Test(arguments: [
    (RecordType.a, "54.184.10.7", "54.184.10.7"),
    (.aaaa, "2600:1F14::0001", "2600:1f14::1"),
    (.cname, "WWW.Cafe.example", "www.cafe.example."),
    (.ns, "ns-447.awsdns-55.com", "ns-447.awsdns-55.com."),
    (.mx, "10   mail.cafe.example", "10 mail.cafe.example."),
    (
      .soa, "ns-1.awsdns-00.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400",
      "ns-1.awsdns-00.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"
    ),
    (.caa, "0 Issue \"ca.example\"", "0 issue \"ca.example\""),
    (.caa, "128 policy ca.example", "128 policy \"ca.example\""),
    (.ds, "123 8 2 0aFf", "123 8 2 0AFF"),
    (.https, "1 . alpn=h2,h3 port=8443", "1 . alpn=\"h2,h3\" port=\"8443\""),
    (.https, "0 Pool.Example", "0 pool.example."),
    (.naptr, "1 2 \"U\" \"E2U+sip\" \"!^.*$!x!\" .", "1 2 \"U\" \"E2U+sip\" \"!^.*$!x!\" ."),
    (.ptr, "Host.Cafe.example", "host.cafe.example."),
    (.spf, "\"v=spf1 -all\"", "\"v=spf1 -all\""),
    (.srv, "1  10 5269 Xmpp.Example", "1 10 5269 xmpp.example."),
    (
      .sshfp, "2 1 123456789abcdef67890123456789abcdef67890",
      "2 1 123456789ABCDEF67890123456789ABCDEF67890"
    ),
    (.svcb, "16 x ohttp no-default-alpn alpn=h2", "16 x. alpn=\"h2\" no-default-alpn ohttp"),
    (.tlsa, "3 1 1 0d6fce3a", "3 1 1 0D6FCE3A"),
    (.txt, #""v=spf1 -all""#, #""v=spf1 -all""#),
    (.txt, #""one""two"   "three""#, #""one" "two" "three""#),
    (.txt, #""say \"hi\" \\ \101\351""#, #""say \"hi\" \\ A\351""#),
    (.txt, #""""#, #""""#),
  ])
  func `is printed in one form`(type: RecordType, text: String, form: String) throws {
    let data = try RecordData(text, type: type)
    #expect(data.description == form)
    #expect(data.type == type)
    #expect(try RecordData(form, type: type) == data)
  }

  static let long = String(repeating: "x", count: 256)
  static let faults: [(RecordType, String, RecordDataError)] = [
    (.a, "", .empty),
    (.a, " \t", .empty),
    (.a, "1.2.3.4 5.6.7.8", .notOneField("1.2.3.4 5.6.7.8")),
    (.a, "999.1.1.1", .notIPv4("999.1.1.1")),
    (.a, "::1", .notIPv4("::1")),
    (.aaaa, "1.2.3.4", .notIPv6("1.2.3.4")),
    (.cname, "a b", .notOneField("a b")),
    (.cname, "a..b", .name(.emptyLabel, in: "a..b")),
    (.mx, "mail.cafe.example", .fieldCount("mail.cafe.example", expected: 2)),
    (.mx, "65536 mail.example", .notNumber("65536", max: 65_535, .preference)),
    (.mx, "-1 mail.example", .notNumber("-1", max: 65_535, .preference)),
    (.caa, "0 policy \"x\"", .unknownTag("policy")),
    (.caa, "0 issue", .fieldCount("0 issue", expected: 3)),
    (.ds, "1 2 3 xyz", .notHexadecimal("xyz", .digest)),
    (.ds, "1 2 3", .fieldCount("1 2 3", expected: 4)),
    (.naptr, "1 2 U \"s\" \"\" .", .fieldNotQuoted("1 2 U \"s\" \"\" .")),
    (.naptr, "1 2 \"U\" \"s\" \"!a!b!\" x.", .twoRewrites("1 2 \"U\" \"s\" \"!a!b!\" x.")),
    (.naptr, "70000 2 \"U\" \"s\" \"\" .", .notNumber("70000", max: 65_535, .order)),
    (.srv, "1 2 3", .fieldCount("1 2 3", expected: 4)),
    (.sshfp, "4 3 00", .unassigned("3", .fingerprintType)),
    (.sshfp, "5 1 00", .unassigned("5", .algorithm)),
    (.sshfp, "4 1 zz", .notHexadecimal("zz", .fingerprint)),
    (.tlsa, "4 1 1 00", .unassigned("4", .certificateUsage)),
    (.tlsa, "3 2 1 00", .unassigned("2", .selector)),
    (.tlsa, "3 1 3 00", .unassigned("3", .matchingType)),
    (.tlsa, "3 1 1 0", .notHexadecimal("0", .certificateData)),
    (.https, "1", .fieldCount("1", expected: 2)),
    (.https, "32768 .", .notNumber("32768", max: 32_767, .priority)),
    (.https, "1 . foo=1", .unknownKey("foo")),
    (.https, "1 . key7=1", .unknownKey("key7")),
    (.https, "1 . alpn", .keyWithoutValue("alpn")),
    (.https, "1 . ohttp=1", .keyWithValue("ohttp")),
    (.https, "1 . port=1 port=2", .keyTwice("port")),
    (.svcb, "1 . no-default-alpn", .noProtocol),
    (.svcb, "0 x.example port=1", .aliasWithParameters("port=\"1\"")),
    (.soa, "a. b. 1 2 3 4", .fieldCount("a. b. 1 2 3 4", expected: 7)),
    (.soa, "a. b. 1 2 3 4 2147483648", .notNumber("2147483648", max: 2_147_483_647, .minimum)),
    (.txt, "bare", .notQuoted("bare")),
    (.txt, #""open"#, .notQuoted(#""open"#)),
    (.txt, #""open\"#, .notQuoted(#""open\"#)),
    (.txt, "\"\(long)\"", .stringTooLong(long)),
    (.txt, "\"caf\u{e9}\"", .unsupportedCharacter("é")),
    (.txt, "\"\u{7}\"", .unsupportedCharacter("\u{7}")),
  ]

  @Test(arguments: faults)
  func `says what is wrong with a text`(
    type: RecordType,
    text: String,
    fault: RecordDataError
  ) {
    #expect(throws: fault) { try RecordData(text, type: type) }
  }

  @Test(arguments: 0..<300)
  func `reads back as what it prints, in text and in JSON`(seed: Int) throws {
    var draws = Draws(seed: seed)
    let data = try Self.anything(&draws)
    #expect(try RecordData(data.description, type: data.type) == data)
    let json = try JSONEncoder().encode([data])
    #expect(try JSONDecoder().decode([RecordData].self, from: json) == [data])
  }

  static func anything(_ draws: inout Draws) throws -> RecordData {
    let label = String(Int.random(in: 0...999_999, using: &draws), radix: 36)
    let name = try DomainName("\(label).example")
    let small = UInt32.random(in: 0...2_147_483_647, using: &draws)
    let bytes = (0..<Int.random(in: 1...40, using: &draws)).map { _ in
      UInt8.random(in: .min ... .max, using: &draws)
    }
    let text = try Self.text(&draws)
    let short = UInt16(small & 0xffff)
    switch RecordType.allCases.randomElement(using: &draws) {
    case .a: return .a(IPv4Address(bits: small))
    case .aaaa: return .aaaa(IPv6Address(bits: UInt128(small) << 40))
    case .caa: return try RecordData("128 \(label) \(text)", type: .caa)
    case .cname: return .cname(name)
    case .ds:
      return .ds(keyTag: short, algorithm: 8, digestType: UInt8(small & 0xff), digest: bytes)
    case .https, .svcb: return try Self.binding(&draws, name)
    case .mx: return .mx(preference: short, exchange: name)
    case .naptr: return try RecordData("\(short) 1 \"S\" \(text) \"\" \(name)", type: .naptr)
    case .ns: return .ns(name)
    case .ptr: return .ptr(name)
    case .soa:
      return .soa(
        StartOfAuthority(
          primary: name,
          mailbox: name,
          serial: small,
          refresh: small,
          retry: 0,
          expire: 1,
          minimum: small
        )
      )
    case .spf: return try RecordData(text, type: .spf)
    case .srv: return .srv(priority: short, weight: 1, port: 2, target: name)
    case .sshfp: return .sshfp(algorithm: 4, fingerprintType: 2, fingerprint: bytes)
    case .tlsa: return .tlsa(usage: 3, selector: 1, matchingType: 2, data: bytes)
    case .txt, nil: return try RecordData("\(text) \"\"", type: .txt)
    }
  }

  private static func binding(_ draws: inout Draws, _ name: DomainName) throws -> RecordData {
    let keys: [String] = ["alpn=h2", "port=1", "ech=AA==", "dohpath=/q{?dns}", "ohttp"]
    let chosen = keys.filter { _ in Bool.random(using: &draws) }.shuffled(using: &draws)
    let priority = Int.random(in: 1...32_767, using: &draws)
    let type: RecordType = Bool.random(using: &draws) ? .https : .svcb
    return try RecordData(
      "\(priority) \(name) \(chosen.joined(separator: " "))",
      type: type
    )
  }

  /// Any octets, each as an escape, between quotation marks.
  private static func text(_ draws: inout Draws) throws -> String {
    let escapes = (0..<Int.random(in: 0...255, using: &draws)).map { _ in
      let digits = String(UInt8.random(in: 0...255, using: &draws), radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
    return "\"\(escapes.joined())\""
  }
}
