import Testing

@testable import Lab

struct FindingRow: CustomTestStringConvertible {
  let code: String
  let text: String
  let fix: String?
  var testDescription: String { "\(code) \(text)" }

  init(_ code: String, _ text: String, fix: String? = nil) {
    self.code = code
    self.text = text
    self.fix = fix
  }

  func check(_ lesson: MarkedLesson) throws {
    let found = lesson.reading.diagnostics
    #expect(found.map(\.code) == [code], "\(found.map(\.description))")
    let marker = try #require(lesson.marker)
    #expect(found.first?.position == marker)
    if let fix { #expect(found.first?.fix == fix) }
  }
}

struct `Findings in steps and fences` {
  static let solve = "```solve\nwait 1s\n```\n"
  static let task = "```task\n[a] 1  label\n  orders.lost == 0\n```\n"

  static let files = [
    FindingRow("L020", "1️⃣Only prose."),
    FindingRow(
      "L021",
      "1️⃣## The day it went dark\n",
      fix: "Write `{#the-day-it-went-dark}` at its end."
    ),
    FindingRow("L022", "## A step {#1️⃣Step One}\n"),
    FindingRow("L023", "## A step {#a}\n## Another {#1️⃣a}\n"),
    FindingRow("L024", "1️⃣```setup\nwait 1s\n```\n## A step {#a}\n"),
  ]

  static let steps = [
    FindingRow(
      "L025",
      "1️⃣" + task,
      fix: "Add a `solve` fence with the commands of the model solution."
    ),
    FindingRow("L026", "1️⃣" + solve),
    FindingRow("L026", "1️⃣```also other\nwait 1s\n```\n"),
    FindingRow("L027", task + solve + "1️⃣```quiz q\nask: What?\norder:\n a\n b\n```\n"),
    FindingRow("L028", task + solve + "1️⃣" + solve),
    FindingRow(
      "L030",
      "1️⃣```note\nSome text.\n",
      fix: "Close it with a line of as many backticks."
    ),
    FindingRow("L030", "1️⃣```note\nSome text.\n## Next {#next}\n"),
    FindingRow("L030", "1️⃣```note\nSome text.\n\n```hint\nLook.\n```\n"),
    FindingRow("L030", "1️⃣```json\n{\n"),
    FindingRow("L031", "```1️⃣hnit\nLook.\n```\n", fix: "Did you mean `hint`?"),
    FindingRow("L032", task + solve + "1️⃣```also\nwait 1s\n```\n", fix: "Write `also some-name`."),
    FindingRow("L033", "```hint 1️⃣first\nLook.\n```\n"),
    FindingRow("L034", "```predict p\nask: What?\nanswer: 1\n1️⃣nearby: 2\n```\n"),
    FindingRow("L034", "```quiz q\nask: What?\n1️⃣hint: No.\norder:\n a\n b\n```\n"),
    FindingRow(
      "L034",
      task + solve + "```mistake m\nwait 1s\n1️⃣fail: a\nfails: a\nsay: No.\n```\n",
      fix: "Did you mean `fails`?"
    ),
    FindingRow("L035", "1️⃣```predict p\nask: What?\n```\n"),
    FindingRow("L036", "```predict p\nask: What?\nanswer: 1\n1️⃣ask: Who?\n```\n"),
    FindingRow("L037", "1️⃣```hint\n\n# nothing\n```\n"),
    FindingRow("L037", "1️⃣```task\n```\n" + solve),
    FindingRow("L038", "```predict p\n1️⃣ask:\nanswer: 1\n```\n"),
    FindingRow("L039", "```predict p\n  1️⃣early\nask: What?\nanswer: 1\n```\n"),
    FindingRow("L039", "```predict p\n1️⃣What now\nask: What?\nanswer: 1\n```\n"),
    FindingRow("L040", "```vars\n1️⃣a | b\n```\n", fix: "Write `name = one | two | three`."),
    FindingRow("L040", "```vars\nname = 1️⃣a | | b\n```\n"),
    FindingRow(
      "L041",
      "```vars\nserver = a\n```\n```setup\nstop 1️⃣${sever}\n```\n",
      fix: "Did you mean `server`?"
    ),
    FindingRow("L043", "```demo\n1️⃣watch soon\n```\n"),
    FindingRow("L043", "```demo\n1️⃣rewind 0\n```\n"),
    FindingRow(
      "L043",
      "```demo\n1️⃣rewind 400\n```\n",
      fix: "Count the lines typed in this step, such as `rewind 2`."
    ),
    FindingRow(
      "L043",
      "```demo\n1️⃣rewind 99999999999999999999\n```\n",
      fix: "Count the lines typed in this step, such as `rewind 2`."
    ),
    FindingRow(
      "L045",
      "```demo\n1️⃣poll: What? | only one\n```\n",
      fix: "Write `poll: question | choice :: test | choice :: test`."
    ),
    FindingRow("L045", "```demo\n1️⃣poll: What? | a | | b\n```\n"),
    FindingRow("L045", "```demo\n1️⃣poll: | a | b\n```\n"),
    FindingRow(
      "L045",
      "```demo\n1️⃣poll: What?\n" + (0..<10).map { "  | \($0)\n" }.joined() + "```\n"
    ),
    FindingRow("L046", "```demo\npredict 1️⃣how-log\n```\n"),
    FindingRow("L034", "```demo\n1️⃣pol: What?\n```\n", fix: "Did you mean `poll`?"),
    FindingRow("L038", "```demo\n1️⃣say:\n```\n"),
    FindingRow("L062", "```demo\npoll: What? | a :: 1️⃣nobody.here == 1 | b\n```\n"),
    FindingRow("L044", "```hint\n1️⃣1000 | Look.\n```\n"),
    FindingRow("L090", "```predict p\nask: What?\nanswer: 1\n1️⃣model m:\n```\n"),
    FindingRow(
      "L091",
      "```predict p\nask: What?\nanswer: 1\nmodel m: engine.1️⃣push-dely = 1s\n say: No.\n```\n",
      fix: "Did you mean `push-delay`?"
    ),
    FindingRow(
      "L092",
      "```predict p\nask: Who?\nanswer: 1\nmodel m: engine.honours-ttl = 1️⃣so\n say: No.\n```\n"
    ),
    FindingRow("L093", "```predict p\nask: What?\nanswer: 1\nnear: 1️⃣roughly\n```\n"),
    FindingRow("L100", "1️⃣```quiz q\nask: What?\n```\n"),
    FindingRow("L101", "```quiz q\nask: What?\norder:\n a\n b\n1️⃣number:\n```\n"),
    FindingRow("L102", "```quiz q\nask: What?\nchoose:\n 1️⃣( ) a :: No.\n ( ) b :: No.\n```\n"),
    FindingRow("L103", "```quiz q\nask: What?\nchoose:\n (x) a :: Yes.\n 1️⃣( ) b\n```\n"),
    FindingRow("L104", "```quiz q\nask: What?\ntype:\n1️⃣right: a\n```\n"),
    FindingRow("L105", "```quiz q\nask: What?\nnumber:\nright: 1️⃣soon\n```\n"),
    FindingRow("L106", "```quiz q\nask: What?\norder:\n 1️⃣a\n```\n"),
    FindingRow(
      "L107",
      "```quiz q\nask: What?\ntype:\nright: a\n why: Y.\nwrong w: 1️⃣A\n say: N.\n```\n"
    ),
    FindingRow("L108", "```quiz q\nask: What?\norder:\n a\n b\n1️⃣right? a\n```\n"),
  ]

  @Test(arguments: files)
  func `each is found in the file`(row: FindingRow) throws {
    try row.check(MarkedLesson(MarkedLesson.front + row.text))
  }

  @Test(arguments: steps)
  func `each is found in the step`(row: FindingRow) throws {
    try row.check(MarkedLesson(step: row.text))
  }

  @Test func `L042 the variants are limited`() {
    let values = (1...40).map(String.init).joined(separator: " | ")
    let lesson = MarkedLesson(step: "```vars\na = \(values)\n1️⃣b = \(values)\n```\n")
    #expect(lesson.reading.diagnostics.map(\.code) == ["L042"])
    #expect(lesson.reading.diagnostics.first?.position == lesson.marker)
  }

  @Test func `all findings come at once and in order`() {
    let lesson = MarkedLesson(
      step: "```hnit\n```\n\n```predict p\naks: What?\nanswer: hcc(\"x\").status\n```\n"
    )
    #expect(lesson.reading.diagnostics.map(\.code) == ["L031", "L035", "L034", "L062"])
  }
}
