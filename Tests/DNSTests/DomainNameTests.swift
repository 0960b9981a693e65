import DNS
import Foundation
import Testing

struct `Domain names` {
  // DG:DomainNameFormat.
  @Test(arguments: [
    ("WWW.Example.COM", "www.example.com."),
    ("www.example.com.", "www.example.com."),
    ("*.example.com", "\\052.example.com."),
    ("\\052.example.com", "\\052.example.com."),
    ("\\101bc.example", "abc.example."),
    ("a_b-c.example", "a_b-c.example."),
    ("a\\056b.example", "a\\056b.example."),
    ("a!b.example", "a\\041b.example."),
    ("\\000\\377.example", "\\000\\377.example."),
    (".", "."),
  ])
  func `are held as Route 53 prints them`(text: String, printed: String) throws {
    #expect(try DomainName(text).description == printed)
  }

  static let faults: [(String, DomainNameError)] = [
    ("", .empty),
    ("a..b", .emptyLabel),
    (".a", .emptyLabel),
    ("a..", .emptyLabel),
    ("..", .emptyLabel),
    ("\(String(repeating: "a", count: 64)).b", .labelTooLong(String(repeating: "a", count: 64))),
    (name(octets: 254), .nameTooLong(254)),
    ("a b", .unsupportedCharacter(" ")),
    ("café.example", .unsupportedCharacter("é")),
    ("a\\9bc", .unsupportedCharacter("\\")),
    ("a\\400", .unsupportedCharacter("\\")),
    ("a\\12", .unsupportedCharacter("\\")),
    ("a\u{1b}[2J", .unsupportedCharacter("\u{1b}")),
    ("a\r\nb", .unsupportedCharacter("\r\n")),
  ]

  @Test(arguments: faults)
  func `say what is wrong with a text`(text: String, fault: DomainNameError) {
    #expect(throws: fault) { try DomainName(text) }
  }

  @Test func `may have 253 octets and labels of 63`() throws {
    #expect(try DomainName(Self.name(octets: 253)).withoutDot.utf8.count == 253)
    #expect(try DomainName(String(repeating: "\\052", count: 63)).labels.count == 1)
  }

  // M:ListResourceRecordSets: labels reversed, each with its dot.
  @Test func `sort by octets from the right, with the dots`() throws {
    let sorted: [String] = [
      ".", "com.", "example-a.com.", "www.example-a.com.", "example.com.", "\\052.example.com.",
      "0.example.com.", "a-b.example.com.", "a.example.com.", "z.a.example.com.",
      "b.example.com.", "a.org.",
    ]
    let names = try sorted.map { try DomainName($0) }
    #expect(names.reversed().sorted() == names)
    for (index, name) in names.enumerated() {
      for later in names[(index + 1)...] {
        #expect(name < later && !(later < name))
      }
    }
  }

  @Test func `know what lies within them`() throws {
    let zone = try DomainName("cafe.example")
    #expect(try DomainName("www.cafe.example").isWithin(zone))
    #expect(zone.isWithin(zone) && zone.isWithin(.root))
    #expect(try !DomainName("mycafe.example").isWithin(zone))
    #expect(try !DomainName("example").isWithin(zone))
    #expect(try zone.parent == DomainName("example"))
    #expect(DomainName.root.parent == nil && DomainName.root.withoutDot.isEmpty)
    #expect(try zone.wildcard == DomainName("*.cafe.example"))
    #expect(zone.wildcard.isWildcard && !zone.isWildcard)
  }

  @Test func `are one string in JSON and refuse what is no name`() throws {
    let json = try JSONEncoder().encode([DomainName("*.Cafe.example")])
    #expect(String(decoding: json, as: UTF8.self) == #"["\\052.cafe.example."]"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([DomainName].self, from: Data(#"["a..b"]"#.utf8))
    }
  }

  @Test(arguments: 0..<300)
  func `read back as what they print`(seed: Int) throws {
    var draws = Draws(seed: seed)
    let labels = (0..<Int.random(in: 1...4, using: &draws)).map { _ in
      (0..<Int.random(in: 1...12, using: &draws)).map { _ in
        let digits = String(UInt8.random(in: 0...255, using: &draws), radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }.joined()
    }
    let name = try DomainName(labels.joined(separator: "."))
    #expect(name.labels.count == labels.count)
    #expect(try DomainName(name.description) == name)
    #expect(try DomainName(name.withoutDot.uppercased()) == name)
  }

  private static func name(octets: Int) -> String {
    let label = String(repeating: "a", count: 49)
    let head = Array(repeating: label, count: 4).joined(separator: ".")
    return head + "." + String(repeating: "b", count: octets - head.count - 1)
  }
}
