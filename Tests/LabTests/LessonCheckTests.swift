import Testing

@testable import Lab

struct `Checking a lesson` {
  /// What the world and the texts of a step come to; the place is marked.
  struct Row: Sendable, CustomTestStringConvertible {
    let code: String
    let step: String
    var testDescription: String { code }

    init(_ code: String, _ step: String) {
      self.code = code
      self.step = step
    }
  }

  /// A step that holds in every respect, with one thing in it replaced.
  private static func step(_ old: String = "", _ new: String = "") -> String {
    let sound = """
      Make a topic called **Alerts** with `create topic`, or two with `wait 1s` between.

      ```task
      [topic] 1  there is a topic called Alerts
                 topic("Alerts") exists
         else    There is no topic.
      ```

      ```solve
      create topic Alerts
      ```

      ```mistake other-name
      create topic Alert
      fails:  topic
      say:    Look at the name again.
      ```

      """
    return old.isEmpty ? sound : sound.replacing(old, with: new)
  }

  static let rows = [
    Row("P001", step("[topic] 1  there is", "[topic] 1  there is ${1️⃣topic(\"Alerts\").colour}")),
    Row("P003", step("create topic Alerts\n```", "1️⃣create topic\n```")),
    // At the very line, however many come before it.
    Row("P003", step("create topic Alerts\n```", "create topic Alerts\n1️⃣stop Nowhere\n```")),
    Row("P003", step() + "```setup\nwait 1s\n1️⃣stop Nowhere\nwait 1s\n```\n"),
    Row("P003", step() + "```also two\nwait 1s\n1️⃣stop Nowhere\n```\n"),
    Row("P003", step("create topic Alert\n", "wait 1s\n1️⃣stop Nowhere\nwait 1s\n")),
    Row(
      "P003",
      step() + "```predict p\nrun: wait 1s\n     1️⃣stop Nowhere\nask: So?\n"
        + "answer: customers.count\n```\n"
    ),
    Row("P004", step("[topic] 1  there is", "[topic] 1  ${1️⃣orders(\"stap\").lost}, there is")),
    Row(
      "P010",
      step("topic(\"Alerts\") exists\n", "customers.count > 0\n").replacing(
        "```task",
        with: "1️⃣```task"
      )
    ),
    Row("P011", step("create topic Alerts\n```", "1️⃣create topic Alarms\n```")),
    Row(
      "P013",
      step(
        "There is no topic.",
        "There is no topic.\n1️⃣[open] 1  people come\n  customers.count > 0"
      )
    ),
    Row(
      "P020",
      step("```mistake other-name\ncreate topic Alert\n", "1️⃣```mistake x\ncreate topic Alerts\n")
    ),
    Row("P040", step("There is no topic.", "There is 1️⃣${topic(\"Alerts\").arn}.")),
    Row(
      "P060",
      step("`create topic`", "create topic").replacing(
        "create topic Alerts\n```",
        with: "1️⃣create topic Alerts\n```"
      )
    ),
    Row(
      "P061",
      step("**Alerts**", "**Alarms**").replacing("called Alerts", with: "of that name").replacing(
        "topic(\"Alerts\") exists",
        with: "1️⃣topic(\"Alerts\") exists"
      )
    ),
    Row("P062", step() + "```demo\n1️⃣solve\n```\n"),
    Row("P062", step() + "```demo\nsay: Look.\ncreate topic Other\n1️⃣watch 10s\nsolve\n```\n"),
    Row("P003", step() + "```demo\npoll: Which?\n1️⃣stop Nowhere\nsolve\n```\n"),
    Row("P065", step() + "```demo\npoll: Which?\nsolve\n1️⃣rewind 2\n```\n"),
  ]

  private static func remarks(_ lesson: MarkedLesson, seeds: [UInt64] = [1, 2]) -> [Remark] {
    let check = LessonCheck(Array(lesson.text.utf8), id: nil, scenes: Scenes(), seeds: seeds)
    return check.remarks(check.jobs.flatMap { $0.run() })
  }

  @Test func `nothing is found in a step that is sound`() {
    #expect(Self.remarks(MarkedLesson(step: Self.step())).map(\.message) == [])
  }

  @Test(arguments: rows)
  func `finds it, and says where`(row: Row) {
    let lesson = MarkedLesson(step: row.step)
    let found = Self.remarks(lesson).filter { $0.code == row.code }
    #expect(found.map(\.position) == [lesson.marker].compactMap(\.self), "\(Self.remarks(lesson))")
    #expect(found.allSatisfy { !$0.message.isEmpty })
  }

  /// In a text, in a condition, and in a poll.
  static let strays = [
    step("There is no topic.", "Lost: ${orders(\"stepp\").lost}."),
    step("(\"Alerts\") exists\n", "(\"Alerts\") exists and orders(\"stepp\").lost == 0\n"),
    step() + "```demo\npoll: So? | a :: orders(\"stepp\").lost > 9 | b\nsolve\n```\n",
  ]

  @Test(arguments: strays)
  func `names a step that the lesson does not have, and the nearest`(step: String) {
    let found = Self.remarks(MarkedLesson(step: step)).filter { $0.code == "P004" }
    #expect(found.map(\.fix) == ["Did you mean `step`?"])
    #expect(found.allSatisfy { $0.message.contains("`orders(\"stepp\").lost`") })
  }

  @Test func `what depends on the variant is said with the variant`() throws {
    let text =
      Self.step("create topic Alerts\n```", "create topic ${name}\n```")
      + "```vars\nname = Alerts | Alarms\n```\n"
    let remarks = Self.remarks(MarkedLesson(step: text))
    let found = try #require(remarks.first { $0.code == "P011" })
    #expect(
      found.message.hasSuffix(
        "It depends on the world: so it is in 2 of 4, the first with seed 1, name = Alarms."
      )
    )
  }

  /// Variants that differ in a text come to one world, those that type other lines do not; what is
  /// wrong in a step behind is found in each of them.
  @Test(arguments: [("An hour has ${minutes} minutes.", ""), ("", "create topic T${minutes}")])
  func `what is wrong in every variant depends on nothing`(text: String, line: String) throws {
    let first =
      Self.step("create topic Alerts\n```", "create topic Alerts\n\(line)\n```")
      + text + "\n\n```vars\nminutes = 60 | 61\n```\n"
    let second = Self.step("create topic Alerts\n```", "create topic Alarms\n```")
      .replacing("Alerts", with: "Bells")
    let lesson = MarkedLesson(step: first + "\n## Later {#later}\n\n" + second)
    let found = Self.remarks(lesson).filter { $0.code == "P011" }
    #expect(found.map(\.step) == ["later"])
    #expect(found.allSatisfy { !$0.message.contains("depends") }, "\(found)")
  }

  @Test func `a lesson that comes before teaches its commands`() throws {
    let text = MarkedLesson(step: Self.step("`create topic`", "create topic")).text
    let before = try #require(MarkedLesson(step: Self.step()).reading.lesson)
    let check = LessonCheck(
      Array(text.utf8),
      id: nil,
      scenes: Scenes(),
      seeds: [1],
      before: { _ in [before] }
    )
    #expect(check.remarks([]).map(\.code) == [])
  }

  @Test(
    arguments: [
      ("", "L010"), ("---\n", "L011"), ("\u{1B}[31m", "L003"),
      (String(repeating: "x", count: 2 << 20), "L001"),
      (MarkedLesson.front + String(repeating: "## A {#a}\n\n", count: 1_000), "L006"),
      (MarkedLesson.front + "## A {#a}\n\n~~~~\n```task\n", "L030"),
    ]
  )
  func `bad input is a finding`(text: String, code: String) {
    let check = LessonCheck(Array(text.utf8), id: nil, scenes: Scenes(), seeds: [1])
    #expect(check.jobs.allSatisfy { $0.run().isEmpty })
    #expect(check.remarks([]).map(\.code).contains(code))
  }

  @Test func `Latin-1 is one finding a line`() {
    var bytes = Array((MarkedLesson.front + "## Caf").utf8)
    bytes.append(0xE9)
    bytes += " {#a}\n".utf8
    let check = LessonCheck(bytes, id: nil, scenes: Scenes(), seeds: [1])
    #expect(check.remarks([]).map(\.code) == ["L002"])
  }

  @Test(
    arguments: [
      ("one `a b` and ``c ` d``", ["a b", "c ` d"]), ("`open", []),
      ("```\nx\ny\n```\n`z`", ["z", "x", "y"]),
      ("a\n`b\nc`", ["b c"]), ("````\n```\n````", ["```"]), ("", []),
    ]
  )
  func `finds the spans of code`(text: String, spans: [String]) {
    #expect(CodeSpans(text).all == spans)
  }
}
