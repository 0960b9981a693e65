import Terminal
import Testing

/// A number that makes a test's random choices, and makes them again.
struct Seed: Sendable, CustomTestStringConvertible, RandomNumberGenerator {
  let start: UInt64
  private var state: UInt64

  init(_ start: UInt64) {
    self.start = start
    state = start
  }

  static func range(_ numbers: Range<UInt64>) -> [Seed] { numbers.map { Seed($0) } }

  var testDescription: String { "seed \(start)" }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed: UInt64 = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Text with everything in it that can go wrong on a terminal.
  mutating func text(_ length: Int) -> String {
    let pieces: [String] = [
      "a", "Zone", " ", " ", "  ", "\n", "\t", "\u{1b}[31m", "\u{9b}", "\u{7}", "\r", "\r\n", "\0",
      "\u{202e}", "\u{2066}", "é", "e\u{301}", "日本", "☕", "☕\u{fe0f}", "👩\u{200d}🍳", "🇺🇸",
      "\u{200b}", "\u{feff}", "\u{e0041}", "\u{fffd}", "\u{fffe}", "-", "/cafe", "*", "`", "[x](y)",
      "<b>", "&#27;", "> ", "- ", "1. ", "# ", "![p](q)", "\\", "─", "한\u{1161}",
      "Primary-Website-Health", "\u{2028}", "\u{7f}", "|",
    ]
    return (0..<length).map { (_: Int) in one(of: pieces) }.joined()
  }

  mutating func display() -> Display {
    Display(
      width: 20 + below(110),
      colour: false,
      unicode: below(2) == 0,
      linear: below(3) == 0
    )
  }
}
