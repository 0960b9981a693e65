import Testing

@testable import Commands

struct `Near misses` {
  @Test(arguments: [
    ("creat", "create"), ("cretae", "create"), ("CREATE", "create"), ("stp", "stop"),
    ("brwose", "browse"),
    ("inb", "inbox"), ("helth-check", "health-check"), ("x", nil), ("", nil), ("zzzzzz", nil),
    ("st", nil),
  ])
  func `name the word that was meant`(typed: String, meant: String?) {
    let verbs = ["create", "stop", "start", "browse", "inbox", "health-check"]
    #expect(nearest(to: typed, in: verbs) == meant)
  }

  @Test(
    arguments: [
      ("", "", 0, 0), ("abc", "abd", 1, 1), ("abc", "acb", 1, 1), ("abc", "abcd", 1, 1),
      ("abc", "", 2, nil),
      ("kitten", "sitting", 3, 3), ("kitten", "sitting", 2, nil),
    ] as [(String, String, Int, Int?)]
  )
  func `edits are counted up to a limit`(first: String, second: String, limit: Int, edits: Int?) {
    #expect(editDistance(first, second, atMost: limit) == edits)
    #expect(editDistance(second, first, atMost: limit) == edits)
  }

  @Test func `a word of a megabyte costs nothing`() {
    #expect(nearest(to: String(repeating: "a", count: 1 << 20), in: ["create"]) == nil)
  }
}
