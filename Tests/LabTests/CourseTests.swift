import Testing

@testable import Lab

struct `A course` {
  private static func front(_ id: String, after: [String] = []) throws -> FrontMatter {
    let text = """
      ---
      format: 1
      lesson: \(id)
      title: The \(id)
      minutes: 10
      seed: 1
      world: somewhere-else
      after: [\(after.joined(separator: ", "))]
      ---
      ## Never read {
      """
    return try #require(FrontMatter(atTopOf: Array(text.utf8)))
  }

  private static func order(_ lessons: [(String, [String])]) throws -> [String] {
    Course(try lessons.map { try front($0.0, after: $0.1) }).places
      .map { String(repeating: " ", count: $0.depth) + $0.id }
  }

  @Test func `puts each lesson behind those that it rests on, a branch at a time`() throws {
    let order = try Self.order([
      ("alert", ["root"]), ("both", ["alert", "ttl"]), ("root", []), ("ttl", ["root"]),
      ("last", ["both"]), ("other", []),
    ])
    #expect(order == ["root", " alert", " ttl", "  both", "   last", "other"])
  }

  @Test func `leaves lessons as they come where nothing orders them`() throws {
    #expect(try Self.order([("b", []), ("a", []), ("c", ["gone"])]) == ["b", "a", "c"])
    #expect(try Self.order([]).isEmpty)
  }

  @Test func `keeps lessons that wait for each other, or for themselves`() throws {
    #expect(try Self.order([("a", ["b"]), ("b", ["a"]), ("c", [])]) == ["c", "a", "b"])
    #expect(try Self.order([("a", ["a"])]) == ["a"])
  }

  @Test(
    arguments: [
      ([], "root"), (["root"], "alert"), (["root", "alert"], "ttl"), (["root", "ttl"], "alert"),
      (["alert"], "root"), (["root", "alert", "ttl"], "both"),
      (["root", "alert", "ttl", "both"], nil),
    ] as [([String], String?)]
  )
  func `knows what comes next`(done: [String], next: String?) throws {
    let course = Course([
      try Self.front("both", after: ["alert", "ttl"]), try Self.front("root"),
      try Self.front("alert", after: ["root"]), try Self.front("ttl", after: ["root"]),
    ])
    #expect(course.next(done: Set(done))?.lesson == next)
  }

  @Test(arguments: [
    "", "---", "---\nlesson: a\n", "no front matter\n---\n---\n", "---\nlesson: [\n---\n",
    "---\nformat: 1\nlesson: A B\n---\n", "\u{0}\u{1}---",
  ])
  func `has no place for a file whose top cannot be read`(text: String) {
    #expect(FrontMatter(atTopOf: Array(text.utf8)) == nil)
  }

  @Test func `reads no further than the second fence`() throws {
    let text =
      "---\r\nformat: 1\r\nlesson: a\r\ntitle: A\r\nminutes: 1\r\nseed: 1\r\nworld: cafe\r\n"
    let bytes = Array(text.utf8) + Array(" --- \r\n".utf8) + [0xFF, 0xFE, 0x00]
    #expect(FrontMatter(atTopOf: bytes)?.title == "A")
    let endless = Array(("---\n" + String(repeating: "x\n", count: 100_000)).utf8)
    #expect(FrontMatter(atTopOf: endless) == nil)
  }
}
