import Testing

@testable import Lab

struct `Findings in the bytes of a file` {
  private func findings(_ bytes: [UInt8]) -> [Diagnostic] { LessonReading(bytes).diagnostics }

  private let good = Array((MarkedLesson.front + "## A step {#step}\n\nProse.\n").utf8)

  @Test func `a plain lesson has none`() { #expect(findings(good).isEmpty) }

  @Test func `a byte order mark and CRLF change nothing`() throws {
    let text = String(decoding: good, as: UTF8.self)
    let crlf = text.split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: "\r\n"
    )
    let reading = LessonReading([0xEF, 0xBB, 0xBF] + Array(crlf.utf8))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.lesson?.steps == LessonReading(good).lesson?.steps)
  }

  @Test func `L001 more bytes than a lesson may have`() {
    let found = findings(good + [UInt8](repeating: 0x61, count: LessonLimits.bytes))
    #expect(found.contains { $0.code == "L001" })
  }

  @Test func `L002 Latin-1 is found where it stands`() {
    let found = findings(good + [0x43, 0x61, 0x66, 0xE9, 0x0A])
    #expect(found.map(\.code) == ["L002"])
    #expect(found.first?.position == SourcePosition(line: 12, column: 4))
  }

  @Test func `L002 UTF-16 is one finding and no flood`() {
    let wide: [UInt8] = [0xFF, 0xFE] + good.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    #expect(findings(wide).count { $0.code == "L002" } == 1)
    #expect(findings(wide).count < 5)
  }

  @Test(arguments: ["\u{1B}[2J", "\u{0}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{8}"])
  func `L003 a control character is named and not echoed`(bad: String) throws {
    let reading = LessonReading(good + Array("Look \(bad) here\n".utf8))
    let found = try #require(reading.diagnostics.first)
    #expect(found.code == "L003")
    #expect(found.position == SourcePosition(line: 12, column: 6))
    #expect(!found.description.unicodeScalars.contains(where: LessonSource.isRefused))
    #expect(found.message.contains("U+"))
  }

  @Test func `L004 a line of a megabyte is cut`() {
    let line = [UInt8](repeating: 0x61, count: 100_000) + [0x0A]
    #expect(findings(good + line).map(\.code) == ["L004"])
  }

  @Test func `L005 too many lines`() {
    let lines = [UInt8](repeating: 0x0A, count: LessonLimits.lines)
    #expect(findings(good + lines).map(\.code) == ["L005"])
  }

  @Test func `L006 too many steps`() {
    let steps = (0...LessonLimits.steps).map { "## Step {#s\($0)}\n" }.joined()
    let found = findings(Array((MarkedLesson.front + steps).utf8))
    #expect(found.map(\.code) == ["L006"])
  }

  @Test func `L007 too many items of one kind`() {
    let hints = String(repeating: "Look.\n", count: LessonLimits.itemsOfFence + 1)
    let reading = MarkedLesson(step: "1️⃣```hint\n\(hints)```\n")
    #expect(reading.reading.diagnostics.map(\.code) == ["L007"])
  }

  @Test func `nothing at all is a lesson that lacks everything`() {
    #expect(findings([]).map(\.code) == ["L010", "L020"])
  }

  @Test(arguments: 0..<200)
  func `a damaged lesson never traps`(seed: Int) throws {
    var bytes = Array(MarkedLesson(task: SampleFences.task).text.utf8)
    bytes += Array("\n".utf8) + Array(SampleFences.others.utf8)
    var generator = Generator(seed: UInt64(seed))
    for _ in 0...generator.below(6) {
      let place = generator.below(bytes.count)
      switch generator.below(4) {
      case 0: bytes[place] = UInt8(generator.below(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: Array("```{#${([".utf8), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(80)))
      }
    }
    let reading = LessonReading(bytes)
    #expect((reading.lesson == nil) == !reading.diagnostics.isEmpty)
    for found in reading.diagnostics {
      #expect(!found.code.isEmpty && !found.message.isEmpty)
      #expect(!found.description.unicodeScalars.contains(where: LessonSource.isRefused))
    }
  }
}

/// A small seeded generator for tests (SplitMix64).
struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
