import DNS
import Testing

struct `Any octets at all` {
  /// What the mutations begin with: queries and answers of each kind, and what once was hard.
  static let corpus: [[UInt8]] =
    (`Queries from the wire`.faults.map(\.0)
    + [
      `Queries from the wire`.plain,
      `Queries from the wire`.extended(`Queries from the wire`.opt),
      `Queries from the wire`.extended(
        "00 0029 04d0 00008000 000b 0008 0007 0001 1800 c63364"
      ),
      // A chain of pointers, each to the one before.
      "0001 8000 0000 0002 0000 0000 01'a'00 0005 0001 00000000 0004 01'b'c00c"
        + "c015 0005 0001 00000000 0002 c015",
      // Names of 255 octets.
      "0001 0000 0001 0000 0000 0000"
        + String(repeating: "3f'" + String(repeating: "x", count: 63) + "'", count: 3)
        + "3d'" + String(repeating: "y", count: 61) + "'00 0001 0001",
    ]).map { octets($0) }
    + `Record data on the wire`.forms.map { form in
      var text = octets("0001 8400 0001 0001 0000 0001 01'q'00 00ff 0001 c00c")
      let value = octets(form.2)
      let type = TypeCode(form.0).rawValue
      text += [UInt8(type >> 8), UInt8(type & 255), 0, 1, 0, 0, 1, 44]
      text += [UInt8(value.count >> 8), UInt8(value.count & 255)]
      return text + value + octets(`Queries from the wire`.opt)
    }

  @Test func `of the corpus are read as they should be`() {
    #expect(Self.corpus.count { asked($0)?.fault == nil && asked($0) != nil } == 4)
    let messages = Self.corpus.compactMap { try? message($0) }
    #expect(messages.count > `Record data on the wire`.forms.count)
    for message in messages { #expect(throws: Never.self) { try DNSTests.message(message.octets) } }
  }

  private static func mutated(_ draws: inout Draws) -> [UInt8] {
    var octets = corpus[Int.random(in: 0..<corpus.count, using: &draws)]
    for _ in 0..<Int.random(in: 0...4, using: &draws) {
      guard !octets.isEmpty else { break }
      let place = Int.random(in: 0..<octets.count, using: &draws)
      switch Int.random(in: 0..<6, using: &draws) {
      case 0: octets[place] ^= 1 << UInt8.random(in: 0..<8, using: &draws)
      case 1: octets[place] = .random(in: .min ... .max, using: &draws)
      case 2: octets[place] = [0, 0x3f, 0x40, 0x80, 0xc0, 0xff][place % 6]
      case 3: octets.removeSubrange(place...)
      case 4: octets.insert(.random(in: .min ... .max, using: &draws), at: place)
      default:
        let other = corpus[Int.random(in: 0..<corpus.count, using: &draws)]
        octets += other.suffix(other.count / 2)
      }
    }
    return octets
  }

  /// A hundred thousand datagrams, in a hundred runs that name their seed.
  @Test(arguments: 0..<100)
  func `end in a message, an error or silence`(seed: Int) throws {
    var draws = Draws(seed: seed)
    var (read, refused, questions) = (0, 0, 0)
    for _ in 0..<1_000 {
      let octets = Self.mutated(&draws)
      do {
        let message = try message(octets)
        read += 1
        #expect(try DNSTests.message(message.octets) == message)
      } catch is WireError {
        refused += 1
      }
      guard let query = asked(octets) else { continue }
      if query.fault == nil { questions += 1 }
      let response = Response(code: query.fault ?? .refused)
      let answer = try message(try #require(Query.answer(octets, response)))
      #expect(answer.id == query.id && answer.code == response.code)
      if query.fault == nil {
        #expect(answer.question?.name == query.name(in: octets.span))
        #expect(answer.question?.type == query.type)
      }
    }
    #expect(read > 50 && refused > 50 && questions > 5)
  }
}
