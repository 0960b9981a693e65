import Lab
import Progress
import Testing

@Suite(.timeLimit(.minutes(1)))
struct AttemptFileTests {
  let file = AttemptFile(
    origin: origin,
    rows: chain(4, typed: "note \u{1B}[31m é \u{9B}2J \u{202E}")
  )

  private func text(_ file: AttemptFile) -> String {
    String(decoding: file.encoded(), as: UTF8.self)
  }

  private func decoding(_ text: String) throws(AttemptFileError) -> AttemptFile {
    try AttemptFile(decoding: Array(text.utf8))
  }

  @Test func `an attempt comes back from its file`() throws {
    #expect(try AttemptFile(decoding: file.encoded()) == file)
    let empty = AttemptFile(origin: origin, rows: [])
    #expect(try AttemptFile(decoding: empty.encoded()) == empty)
  }

  @Test func `no control character stands in the file as itself`() {
    let scalars = text(file).unicodeScalars.filter { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x202E
    }
    #expect(scalars.allSatisfy { $0 == "\n" })
    #expect(text(file).contains(#"\u001b[31m é \u009b2J \u202e"#))
  }

  @Test func `taking in the same attempt twice keeps one`() throws {
    let store = try Store.inMemory()
    let id = try store.add(file)
    #expect(try store.add(file) == id)
    #expect(try store.journal(of: id).rows() == file.rows)
    let longer = AttemptFile(origin: origin, rows: file.rows + chain(1, after: file.rows))
    #expect(try store.add(longer) != id)
  }

  @Test(arguments: 1..<5)
  func `a row that was changed, taken out or doubled breaks the chain`(line: Int) throws {
    let lines = text(file).split(separator: "\n").map(String.init)
    var changed = lines
    changed[line] = changed[line].replacing("30000", with: "30001")
    var shorter = lines
    shorter.remove(at: line)
    var doubled = lines
    doubled.insert(lines[line], at: line)
    for lines in [changed, shorter, doubled] {
      let error = try #require(throws: AttemptFileError.self) {
        try decoding(lines.joined(separator: "\n"))
      }
      switch error {
      case .chainBroken, .incomplete: break
      default: Issue.record("\(error)")
      }
    }
  }

  @Test func `a file that was cut short is noticed`() {
    let lines = text(file).split(separator: "\n")
    #expect(throws: AttemptFileError.incomplete(expected: 4, found: 3)) {
      try decoding(lines.dropLast().joined(separator: "\n"))
    }
  }

  @Test(arguments: [
    ("", AttemptFileError.empty),
    ("\n\n", .empty),
    ("hello", .notARow(line: 1)),
    ("[]", .notARow(line: 1)),
    (#"{"format":2,"more":[]}"#, .newerFormat(found: 2, known: 1)),
    ("\u{1B}[2J", .controlCharacter(line: 1)),
    ("{\"format\":1}\t", .controlCharacter(line: 1)),
  ])
  func `what is no attempt is refused with the place`(text: String, error: AttemptFileError) {
    #expect(throws: error) { try decoding(text) }
  }

  @Test(arguments: [
    ("[", 200_000, AttemptFileError.notARow(line: 1)),
    (" ", 5 << 20, .lineTooLong(line: 1, limit: 4 << 20)),
    ("1\n", 100_002, .tooManyRows(limit: 100_000)),
    (" ", (64 << 20) + 1, .tooLarge(bytes: (64 << 20) + 1, limit: 64 << 20)),
  ])
  func `what is too deep or too large is refused`(
    text: String,
    times: Int,
    error: AttemptFileError
  ) {
    #expect(throws: error) { try decoding(String(repeating: text, count: times)) }
  }

  @Test func `a lesson's id that leads out of the folder is refused`() {
    let path = AttemptOrigin(
      lesson: "../x",
      created: 0,
      engine: "1",
      lessonHash: "a",
      scene: "",
      seed: 0
    )
    #expect(throws: AttemptFileError.badValue(line: 1, field: "lesson")) {
      try AttemptFile(decoding: AttemptFile(origin: path, rows: []).encoded())
    }
  }

  @Test func `a hash depends on every field and on where each ends`() {
    let row = { (kind: String, typed: String) in
      JournalRow(
        sequence: 0,
        virtualTime: 0,
        wallTime: 0,
        kind: kind,
        typed: typed,
        canonical: "",
        previousHash: "",
        digest: ""
      )
    }
    #expect(row("ab", "c").hash != row("a", "bc").hash)
    #expect(row("ab", "c").hash == row("ab", "c").hash)
  }
}
