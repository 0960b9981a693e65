import DNS
import Foundation
import Testing

struct `Addresses` {
  @Test(arguments: ["0.0.0.0", "54.184.10.7", "255.255.255.255"])
  func `of version 4 are four octets`(text: String) throws {
    #expect(try #require(IPv4Address(text)).description == text)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.+4", "1.2.3.4 ", "1..3.4", "a.b.c.d",
    "1.2.3.٤",
  ])
  func `of version 4 are nothing else`(text: String) {
    #expect(IPv4Address(text) == nil)
  }

  // RFC 5952 §4.
  @Test(arguments: [
    ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("2001:0DB8::0001", "2001:db8::1"),
    ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ("::", "::"),
    ("::1", "::1"),
    ("1::", "1::"),
    ("::ffff:192.0.2.1", "::ffff:c000:201"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
  ])
  func `of version 6 have one recommended form`(text: String, form: String) throws {
    #expect(try #require(IPv6Address(text)).description == form)
  }

  @Test(arguments: [
    "", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "1.2.3.4",
    "1.2.3.4::", "fe80::1%eth0", "1:2:3:4:5:6:7:8::", "::1.2.3",
  ])
  func `of version 6 are nothing else`(text: String) {
    #expect(IPv6Address(text) == nil)
  }

  @Test(arguments: 0..<300)
  func `read back as what they print`(seed: Int) throws {
    var draws = Draws(seed: seed)
    let four = IPv4Address(bits: .random(in: .min ... .max, using: &draws))
    let mask = UInt128.random(in: .min ... .max, using: &draws)
    let six = IPv6Address(bits: mask & .random(in: .min ... .max, using: &draws))
    #expect(IPv4Address(four.description) == four)
    #expect(IPv6Address(six.description) == six)
    #expect(
      try JSONDecoder().decode([IPv4Address].self, from: JSONEncoder().encode([four])) == [four]
    )
    #expect(
      try JSONDecoder().decode([IPv6Address].self, from: JSONEncoder().encode([six])) == [six]
    )
  }

  @Test func `sort by their octets`() throws {
    #expect(IPv4Address(bits: 9) < IPv4Address(bits: 10))
    #expect(IPv6Address(bits: 9) < IPv6Address(bits: 10))
  }
}
