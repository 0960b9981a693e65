import Gradebook
import Lab
import Support
import Testing

/// Files of any bytes end in a value or a problem, never in a trap.
@Suite struct `Random files` {
  private static let pieces: [[UInt8]] =
    [
      "id", "name", ",", ";", "\t", "\"", "\"\"", "\r", "\n", "\r\n", "\u{FEFF}", "sep=", "é", "{",
      "}", "=", "~", "#", "####", "::", ":", "->", "%", "%50%", "%-100%", "\\", "\\n", "T", "FALSE",
      "[html]", "<p>", "&amp;", "//", "$CATEGORY", "..", "1", "-5", "1e400", "nan", " ", "x", "|",
      "```", "${", "*",
    ].map { Array($0.utf8) } + [[0xFF], [0xFE], [0x00], [0xC3]]

  private static func bytes(_ dice: inout Dice) -> [UInt8] {
    (0...dice.below(40)).flatMap { _ in dice.one(of: pieces) }
  }

  @Test func `as rosters are read or refused with sentences`() {
    var dice = Dice(11)
    var counts = (read: 0, refused: 0)
    for _ in 0..<6_000 {
      let start = dice.chance(of: 70) ? Array("id,name\n".utf8) : []
      do {
        let roster = try Roster(start + Self.bytes(&dice))
        #expect(Set(roster.learners.map(\.id)).count == roster.learners.count)
        counts.read += 1
      } catch {
        #expect(!error.sentences.isEmpty && error.sentences.allSatisfy { $0.hasSuffix(".") })
        counts.refused += 1
      }
    }
    #expect(counts.read > 200 && counts.refused > 200, "\(counts)")
  }

  @Test func `as GIFT become lessons that read, or are left out`() throws {
    var dice = Dice(12)
    var counts = (read: 0, refused: 0)
    for _ in 0..<3_000 {
      let start = dice.chance(of: 70) ? Array("Why? {".utf8) : []
      do {
        let portable = try PortableQuestions(gift: start + Self.bytes(&dice) + Array("}".utf8))
        guard !portable.questions.isEmpty else { continue }
        let made = portable.lesson(id: "random", title: "Random")
        let reading = LessonReading(Array(made.text.utf8), id: "random")
        #expect(reading.lesson != nil, "\(reading.diagnostics)\n\(made.text)")
        counts.read += 1
      } catch {
        counts.refused += 1
      }
    }
    #expect(counts.read > 100 && counts.refused > 100, "\(counts)")
  }
}
