import Testing

@testable import LineEditor

struct LineSplitterTests {
  private func entries(_ pieces: [[UInt8]]) -> [Entry] {
    var splitter = LineSplitter()
    var entries: [Entry] = []
    for piece in pieces {
      splitter.append(piece)
      while let entry = splitter.next() { entries.append(entry) }
    }
    splitter.finish()
    while let entry = splitter.next(), entry != .end { entries.append(entry) }
    return entries
  }

  private func entries(_ text: String) -> [Entry] { entries([Array(text.utf8)]) }

  @Test(
    arguments: [
      ("", []),
      ("\n", [.line("")]),
      ("a\nb\n", [.line("a"), .line("b")]),
      ("a\r\nb\r\n", [.line("a"), .line("b")]),
      ("a\nunfinished", [.line("a"), .line("unfinished")]),
      ("a\n\nb", [.line("a"), .line(""), .line("b")]),
      ("\u{FEFF}start\n\u{FEFF}x\n", [.line("start"), .line("\u{FEFF}x")]),
      ("nul\u{0}\nb\n", [.notText, .line("b")]),
      ("é日本\n", [.line("é日本")]),
    ] as [(String, [Entry])]
  )
  func `text becomes lines`(text: String, expected: [Entry]) {
    #expect(entries(text) == expected)
    #expect(entries(text.utf8.map { [$0] }) == expected)
  }

  @Test func `a line that is no UTF-8 is reported`() {
    #expect(entries([[0x61, 0xFF, 0x0A, 0x62, 0x0A]]) == [.notText, .line("b")])
    #expect(entries([[0xE6, 0x97, 0x0A]]) == [.notText])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a line may have 4096 bytes and no more`(end: String) {
    let longest = String(repeating: "x", count: 4096)
    #expect(entries(longest + end + "b\n") == [.line(longest), .line("b")])
    #expect(entries("x" + longest + end + "b\n") == [.tooLong, .line("b")])
  }

  @Test func `an endless line is reported once, at its end`() {
    let pieces = Array(repeating: [UInt8](repeating: 0x78, count: 10_000), count: 50)
    #expect(entries(pieces + [Array("\nb\n".utf8)]) == [.tooLong, .line("b")])
    #expect(entries(pieces) == [.tooLong])
  }
}
