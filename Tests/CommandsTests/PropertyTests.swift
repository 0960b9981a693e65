import CafeWorld
import Commands
import Testing

struct `Any line` {
  static let setting = Setting()

  private static let seeds = Array(0..<100) as [UInt64]

  @Test(arguments: seeds)
  func `of random bytes is read or refused, and completed, without a trap`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<10 {
      let bytes = (0..<dice.roll(40)).map { _ in UInt8(truncatingIfNeeded: dice.roll(256)) }
      let line = String(decoding: bytes, as: UTF8.self)
      if let error = Self.setting.refusal(line) {
        #expect(error.message.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" })
      }
      _ = complete(line, cursor: dice.roll(50), in: Self.setting.context)
    }
  }

  private static let vocabulary: [String] = [
    "--ttl", "5", "www", "A", "CafeInstance1", "Primary", "Cafe-Alerts", "--zone", "cafe.example",
    "\"", "'", "\\", "#", "--", "-x", "to", "from", "@home", "+short", "30s", "--for", "--status",
    "503", "=", "--failover=primary", "x", "1", "--help", "sofia", "--name", "http://www/",
    "--weight", "99999999999999999999", "--near", "-33.9,151.2", "--bias", "-99", "--cidr",
    "offices/*", "--country", "--alias", "--evaluate-target-health", "--vpc", "a=b,c",
    "--set-identifier", "FailoverPrimary", "--health-check", "…", "*",
  ]

  @Test(arguments: seeds)
  func `of known words is read or refused, and completed, without a trap`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let verbs = Lines.everyVerb
    for _ in 0..<5 {
      let words = (0..<dice.roll(7)).map { _ in
        Self.vocabulary[dice.roll(Self.vocabulary.count)] + (dice.roll(9) == 0 ? "'" : "")
      }
      let line = ([verbs[dice.roll(verbs.count)]] + words).joined(separator: " ")
      _ = Self.setting.refusal(line)?.message
      _ = complete(line, cursor: dice.roll(line.utf8.count + 1), in: Self.setting.context)
    }
  }

  @Test func `of known words is sometimes read and sometimes refused`() {
    var dice = Dice(seed: 1)
    var read = 0
    let verbs = Lines.everyVerb
    for _ in 0..<300 {
      let word = Self.vocabulary[dice.roll(Self.vocabulary.count)]
      if Self.setting.refusal("\(verbs[dice.roll(verbs.count)]) \(word)") == nil { read += 1 }
    }
    #expect((10..<290).contains(read))
  }

  @Test(arguments: seeds)
  func `reads a quoted word as the same word`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let letters: [Unicode.Scalar] = [
      "a", "'", "\"", "\\", " ", "\t", "#", "-", "é", "\u{301}", "=", "$", "☕",
    ]
    for _ in 0..<20 {
      var word = ""
      for _ in 0..<dice.roll(9) { word.unicodeScalars.append(letters[dice.roll(letters.count)]) }
      guard !word.hasPrefix("-") else { continue }
      let request = try Self.setting.parse("why \(quoted(word))")
      #expect(request == .lesson(.why(word)))
    }
  }

  @Test(arguments: seeds)
  func `reads a duration's text as the same duration`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for size in [1_000, 1_000_000, 1_000_000_000] {
      let time = Milliseconds(dice.roll(size))
      #expect(Durations.milliseconds(Durations.text(time)) == time)
    }
  }
}

/// Numbers that are the same for the same seed.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  /// A number from 0 up to, but not, `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return sides < 1 ? 0 : Int((state >> 33) % UInt64(sides))
  }
}
