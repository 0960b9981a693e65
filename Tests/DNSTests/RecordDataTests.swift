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
    (.mx, "65536 mail.example", .notNumber("65536", max: 65_535)),
    (.mx, "-1 mail.example", .notNumber("-1", max: 65_535)),
    (.soa, "a. b. 1 2 3 4", .fieldCount("a. b. 1 2 3 4", expected: 7)),
    (.soa, "a. b. 1 2 3 4 2147483648", .notNumber("2147483648", max: 2_147_483_647)),
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

  private static func anything(_ draws: inout Draws) throws -> RecordData {
    let label = String(Int.random(in: 0...999_999, using: &draws), radix: 36)
    let name = try DomainName("\(label).example")
    let small = UInt32.random(in: 0...2_147_483_647, using: &draws)
    switch RecordType.allCases.randomElement(using: &draws) {
    case .a: return .a(IPv4Address(bits: small))
    case .aaaa: return .aaaa(IPv6Address(bits: UInt128(small) << 40))
    case .cname: return .cname(name)
    case .mx: return .mx(preference: UInt16(small & 0xffff), exchange: name)
    case .ns: return .ns(name)
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
    case .txt, nil:
      let text = (0..<Int.random(in: 0...255, using: &draws)).map { _ in
        let digits = String(UInt8.random(in: 0...255, using: &draws), radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
      return try RecordData("\"\(text.joined())\" \"\"", type: .txt)
    }
  }
}
