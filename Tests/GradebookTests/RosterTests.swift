import Gradebook
import Testing

@Suite struct `A roster` {
  private static func learners(_ text: String) throws -> [Learner] {
    try Roster(Array(text.utf8)).learners
  }

  private static func problems(_ bytes: [UInt8]) -> [RosterProblem] {
    do {
      _ = try Roster(bytes)
      return []
    } catch { return error.problems }
  }

  @Test(arguments: [",", ";", "\t"])
  func `is read with any of three separators, marks, quotes and line ends`(separator: String) throws
  {
    let text =
      ("\u{FEFF}id,name,note\r\nann,\"Müller; Änn, \"\"Ä\"\"\",x\r\nbob,李雷,\r\n\r\n,,\r\n"
      + "cy,Cy,\"two\r\nlines\"")
      .replacing(",", with: separator).replacing("; Änn\(separator)", with: "; Änn,")
    let learners = try Self.learners(text)
    #expect(learners.map(\.id) == ["ann", "bob", "cy"])
    #expect(learners.map(\.name) == ["Müller; Änn, \"Ä\"", "李雷", "Cy"])
    #expect(learners[0].columns == [RosterColumn(name: "note", value: "x")])
    #expect(learners[2].columns == [RosterColumn(name: "note", value: "two\r\nlines")])
  }

  @Test func `takes Canvas's export with its row of points`() throws {
    let learners = try Self.learners(
      """
      Student,ID,SIS User ID,SIS Login ID,Section,Quiz (12)
          Points Possible,,,,,10
      "Doe, Jane",17,s17,jane,A,
      """
    )
    #expect(learners.map(\.id) == ["17"])
    #expect(learners[0].name == "Doe, Jane")
    #expect(
      learners[0].columns.map(\.name)
        == ["Student", "SIS User ID", "SIS Login ID", "Section", "Quiz (12)"]
    )
  }

  @Test func `takes Moodle's columns, and makes one name of two`() throws {
    let learners = try Self.learners("First name;Surname;ID number;Email address\nAnn;Lee;4;a@x\n")
    #expect(learners[0].id == "4" && learners[0].name == "Ann Lee")
    #expect(learners[0].columns.contains(RosterColumn(name: "Email address", value: "a@x")))
  }

  @Test(
    arguments: [
      ("Studentnummer;Name;E-Mail\n7;Ann;a@x\n8;Bo;b@x\n", "7", "Studentnummer, names from Name"),
      ("Section;Name;E-Mail\nA;Ann;a@x\nA;Bo;b@x\n", "a@x", "E-Mail, names from Name"),
      ("Name;E-Mail\nAnn;a@x\n", "a@x", "E-Mail, names from Name"),
      (
        "Login,First name,Surname\nann,Ann,Lee\n", "ann", "Login, names from First name and Surname"
      ),
      ("id\n7\n", "7", "id, and no column of names"),
    ]
  )
  func `says which columns it took, and takes addresses last`(
    text: String,
    id: String,
    columns: String
  ) throws {
    let roster = try Roster(Array(text.utf8))
    #expect(roster.learners[0].id == id)
    #expect(roster.columnsSentence == "ids from the column " + columns)
  }

  @Test func `may be ids alone, and may name its separator`() throws {
    #expect(try Self.learners("ID\r7\r8\r").map(\.name) == ["7", "8"])
    #expect(try Self.learners("sep=;\nid;name\n1;Ann\n").map(\.name) == ["Ann"])
  }

  @Test(
    arguments: [
      ("", .empty), ("id,name\n", .nobody), ("a,b\n1,2\n", .noIDColumn(found: ["a", "b"])),
      ("id,id\n1,2\n", .columnTwice("id")), ("id,name\n1,\"x\n", .quoteUnclosed(line: 2)),
      ("id,name\n1,\"x\"y\n", .textAfterQuote(line: 2)),
      ("id,name\n1,a,b\n", .tooManyCells(line: 2, found: 3, expected: 2)),
      ("id,name\n,Ann\n", .noID(line: 2, column: "id")),
      ("id,name\n1\u{202E}2,Ann\n", .badID(line: 2, limit: 128)),
      ("id,name\n1,\"two\nlines\"\n\n1,Bo\n", .idTwice("1", line: 5, firstLine: 2)),
    ] as [(String, RosterProblem)]
  )
  func `says what is wrong, and in which line`(text: String, problem: RosterProblem) {
    #expect(Self.problems(Array(text.utf8)) == [problem])
  }

  @Test func `in another encoding is refused before names come out wrong`() {
    #expect(Self.problems(Array("id,name\n1,J".utf8) + [0xFC]) == [.notUTF8(line: 2)])
    #expect(Self.problems([0xFF, 0xFE, 0x69, 0x00]) == [.sixteenBits])
  }

  @Test func `tells every problem at once, up to a limit`() {
    let twice = "id\n" + String(repeating: "7\n", count: 50)
    #expect(Self.problems(Array(twice.utf8)).count == 20)
  }

  @Test(.timeLimit(.minutes(1)))
  func `of a million rows is refused`() {
    let rows = (0..<1_000_000).map { "\($0)\n" }.joined()
    #expect(Self.problems(Array(("id\n" + rows).utf8)) == [.tooManyRows(limit: 100_000)])
  }

  @Test func `has a safe sentence for each problem`() {
    let hostile = "id\u{1B}[2J,id\u{1B}[2J\n"
    for problem in Self.problems(Array(hostile.utf8)) {
      #expect(!problem.sentence.contains("\u{1B}"))
      #expect(problem.sentence.hasSuffix("."))
    }
  }
}
