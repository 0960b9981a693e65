import Testing

@testable import LineEditor

struct JoinedLineTests {
  /// What comes of entries, one after another, up to the end.
  private func entries(_ pieces: [Entry]) -> [Entry] {
    var line = JoinedLine()
    var entries: [Entry] = []
    for piece in pieces + [.end] {
      guard let entry = line.take(piece) else { continue }
      entries.append(entry)
      line = JoinedLine()
    }
    return entries.last == .end ? Array(entries.dropLast()) : entries
  }

  @Test(
    arguments: [
      (["a"], ["a"]), (["a \\", "b"], ["a b"]), (["a\\", "  b\\", "c", "d"], ["a  bc", "d"]),
      (["a\\\\", "b"], ["a\\\\", "b"]), (["a\\\\\\", "b"], ["a\\\\b"]),
      (["# a\\", "b"], ["# a\\", "b"]),
      (["\\", "b"], ["b"]), (["é日本\\", ""], ["é日本"]), (["a \\"], ["a \\"]),
    ] as [([String], [String])]
  )
  func `a line that ends in a backslash goes on in the next`(
    pieces: [String],
    whole: [String]
  ) {
    #expect(entries(pieces.map { Entry.line($0) }) == whole.map { Entry.line($0) })
  }

  @Test func `the limit is that of the whole line, and the rest of it is no other line`() {
    let half = String(repeating: "x", count: 2048)
    #expect(entries([.line(half + "\\"), .line(half + "x")]) == [.tooLong])
    #expect(
      entries([.line(half + "\\"), .line(half + "\\"), .line("b"), .line("c")])
        == [.tooLong, .line("c")]
    )
    #expect(entries([.line(half + "\\"), .line("b")]) == [.line(half + "b")])
  }

  @Test(arguments: [Entry.interrupted, .tooLong, .notText, .terminated(15)])
  func `what is no line drops the half before it`(entry: Entry) {
    #expect(entries([.line("a \\"), entry, .line("b")]) == [entry, .line("b")])
  }
}
