import Testing

@testable import Lab

struct `Findings in tasks and tests` {
  static let tasks = [
    FindingRow("L050", "1️⃣[a 1 label\n  orders.lost == 0", fix: "Write `[id] 1  label`."),
    FindingRow("L051", "1️⃣[a] 1  label", fix: "Indent its test on the next line."),
    FindingRow("L052", "[1️⃣a] 1\n  orders.lost == 0"),
    FindingRow("L053", "[a] 1️⃣many  label\n  orders.lost == 0"),
    FindingRow("L053", "[a] 1️⃣101  label\n  orders.lost == 0"),
    FindingRow(
      "L054",
      "[exists] 1  label   needs 1️⃣exits\n  orders.lost == 0",
      fix: "Did you mean `exists`?"
    ),
    FindingRow("L056", "1️⃣[a] 1  label needs a\n  orders.lost == 0"),
    FindingRow("L022", "[1️⃣A] 1  label\n  orders.lost == 0"),
    FindingRow("L023", "[a] 1  label\n  orders.lost == 0\n[1️⃣a] 1  label\n  orders.lost == 0"),
    FindingRow("L039", "[a] 1  label\n1️⃣orders.lost == 0\n  orders.lost == 0"),
    FindingRow(
      "L083",
      "[a] 1  label\n  orders.lost == 0\n  else It is 1️⃣{hc.status}.",
      fix: "Name the thing: `{hc(\"…\").…}`."
    ),
    FindingRow("L081", "[a] 1  label\n  orders.lost == 0\n  else It is 1️⃣{hc.status."),
    FindingRow("L082", "[a] 1  It is 1️⃣${answer}\n  orders.lost == 0"),
    FindingRow(
      "L080",
      "[a] 1  It is ${1️⃣anwser}\n  orders.lost == 0",
      fix: "Did you mean `answer`?"
    ),
  ]

  static let tests = [
    FindingRow("L060", "orders.lost ==1️⃣"),
    FindingRow("L060", "orders.lost == 0 1️⃣orders"),
    FindingRow("L060", "within 1️⃣soon: orders.lost == 0"),
    FindingRow("L060", "always 1️⃣1m: orders.lost == 0"),
    FindingRow("L060", "(orders.lost == 01️⃣"),
    FindingRow("L060", "orders.lost in 1️⃣0, 1"),
    FindingRow("L060", "share of chaos(1️⃣0): (orders.lost == 0) > 50%"),
    FindingRow("L061", "orders.lost 1️⃣= 0", fix: "Write `==`."),
    FindingRow("L061", "orders.lost == 0 1️⃣&& orders.placed > 0", fix: "Write `and`."),
    FindingRow("L062", "1️⃣instanc(\"x\").status == running", fix: "Did you mean `instance`?"),
    FindingRow("L062", "1️⃣hcs exists", fix: "Did you mean `hc`?"),
    FindingRow("L063", "mail(1️⃣too: \"x\").count == 1", fix: "Did you mean `to`?"),
    FindingRow("L064", "1️⃣dig.address == \"x\"", fix: "Write `dig(name, [type], [resolver])`."),
    FindingRow("L064", "1️⃣hc(\"a\", \"b\") exists"),
    FindingRow("L064", "1️⃣record(\"a\", name: \"b\") exists"),
    FindingRow(
      "L065",
      "hc(\"a\").1️⃣IpAddress == \"x\"",
      fix: "Properties are written like `ip-address`."
    ),
    FindingRow("L066", "orders.lost == 1️⃣54.1.2.3", fix: "Put text in quotes."),
    FindingRow(
      "L067",
      "within 1️⃣5min: orders.lost == 0",
      fix: "Write `45s`, `5m`, `1h`, `250ms` or `1m30s`."
    ),
    FindingRow("L067", "within 1️⃣30s1m: orders.lost == 0"),
    FindingRow("L068", "hc(1️⃣\"a).status == healthy"),
    FindingRow(
      "L070",
      "under 1️⃣stop CafeInstance1 within 45s",
      fix: "Put a colon and a space after the command."
    ),
    FindingRow("L071", "within 1️⃣25h: orders.lost == 0"),
    FindingRow("L072", "1️⃣healthy == \"yes\"", fix: "Compare it with something that can change."),
    FindingRow("L072", "1️⃣\"Main\" exists"),
  ]

  @Test(arguments: tasks)
  func `each is found in the task`(row: FindingRow) throws {
    try row.check(MarkedLesson(task: row.text))
  }

  @Test(arguments: tests)
  func `each is found in the test`(row: FindingRow) throws {
    try row.check(MarkedLesson(task: "[a] 1  label\n    \(row.text)"))
  }

  @Test func `L055 conditions that need each other`() {
    let lesson = MarkedLesson(
      task: "[a] 1  one  needs b\n orders.lost == 0\n[b] 1  two  needs a\n orders.lost == 0"
    )
    #expect(lesson.reading.diagnostics.map(\.code) == ["L055", "L055"])
  }

  @Test func `L069 brackets are limited in depth`() {
    let deep = String(repeating: "(", count: 3_000) + "orders.lost == 0"
    #expect(throws: Diagnostic.self) { try Test(parsing: deep) }
    let lesson = MarkedLesson(
      task: "[a] 1  label\n  \(String(repeating: "not ", count: 500))hc exists"
    )
    #expect(lesson.reading.diagnostics.map(\.code) == ["L069"])
  }

  @Test func `L073 tests are limited in length`() {
    let line = "  hc(\"a\") exists or\n"
    let lesson = MarkedLesson(
      task: "[a] 1  label\n\(String(repeating: line, count: 300))  hc(\"a\") exists"
    )
    #expect(lesson.reading.diagnostics.map(\.code) == ["L073"])
  }
}
