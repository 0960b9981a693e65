import Testing

@testable import Lab

private let task = """
  ```task
  [there] 1  there is a topic called Alerts
             topic("Alerts") exists
  ```

  ```solve
  create topic Alerts
  ```

  """

private func lesson(_ demo: String, more: String = "") throws -> Lesson {
  let reading = MarkedLesson(step: "Two.\n\n" + task + more + demo).reading
  #expect(reading.diagnostics.map(\.description) == [])
  return try #require(reading.lesson)
}

private func fence(_ lines: String...) -> String {
  "```demo\n" + lines.joined(separator: "\n") + "\n```\n"
}

@Suite(.timeLimit(.minutes(1))) struct `The script of a demo` {
  @Test func `without a fence is the text, the questions, and the solution`() throws {
    let guess = "```predict p\nask: How many?\nanswer: orders.lost\n```\n\n"
    let cues = DemoScript(try lesson("", more: guess)).cues
    #expect(cues.map(\.kind) == ["enter", "read", "read", "ask", "reveal", "type"])
    #expect(cues.map(\.pause) == [.never, .betweenParagraphs, .always, .always, .always, .always])
  }

  @Test func `answers a poll before the next thing is said`() throws {
    let demo = fence(
      "poll: Is it there?",
      "  | yes :: topic(\"Alerts\") exists",
      "  | no  :: not (topic(\"Alerts\") exists)",
      "solve",
      "watch 10s",
      "say: That was it.",
      "poll: Who knew?"
    )
    let cues = DemoScript(try lesson(demo)).cues
    #expect(cues.map(\.kind) == ["enter", "ask", "type", "watch", "reveal", "read", "ask"])
  }

  @Test func `goes back to before the lines that it takes back`() throws {
    let demo = fence("status", "create topic A", "rewind 1", "create topic B", "rewind 2", "solve")
    let cues = DemoScript(try lesson(demo)).cues
    let targets = cues.compactMap { cue in
      if case .rewind(_, let target) = cue.act { target } else { nil }
    }
    #expect(targets == [2, 1])
  }

  @Test func `a poll has its choices over several lines, each with a test or without`() throws {
    let demo = fence(
      "poll: What is `dig www`",
      "      for? | to ask",
      "      | to ${1 + 1} :: dig(\"www\").count == 0 or",
      "                    dig(\"www\").count == 1",
      "solve"
    )
    let step = try #require(try lesson(demo).steps.first)
    guard case .poll(let poll) = try #require(step.demo.first) else {
      Issue.record("no poll")
      return
    }
    #expect(poll.question.description == "What is `dig www`\nfor?")
    #expect(poll.choices.map(\.label.description) == ["to ask", "to ${1 + 1}"])
    #expect(poll.choices.map { $0.test != nil } == [false, true])
  }
}

@Suite(.timeLimit(.minutes(1))) struct `Proving a demo` {
  static let rows: [(demo: String, codes: [String])] = [
    (fence("solve"), []),
    (fence("say: ${topic(\"Alerts\").arn}", "solve"), ["P040"]),
    (fence("solve", "stop Nobody"), ["P003"]),
    (fence("stop Nobody"), ["P003"]),
    (fence("status"), ["P011"]),
    (fence("solve", "rewind 1"), ["P011"]),
    (fence("solve", "rewind 2"), ["P065"]),
    (fence("poll: So? | a :: orders.lost == 0 | b :: orders.lost > 0", "solve"), []),
    (fence("poll: So? | a :: orders.lost == 0 | b :: orders.lost == 0", "solve"), ["P066"]),
    (fence("poll: So? | a :: orders.lost > 9 | b :: orders.lost > 8", "solve"), ["P066"]),
    (fence("poll: So? | a :: orders.lost > 9 | b", "solve"), ["P066"]),
    (fence("poll: So? | a | b", "solve"), []),
  ]

  @Test(arguments: rows.indices)
  func `finds what would go wrong before a room`(row: Int) throws {
    let (demo, codes) = Self.rows[row]
    let findings = Proof(of: try lesson(demo), seed: 7).findings
    #expect(findings.map(\.code) == codes, "\(demo) \(findings.map(\.description))")
    for finding in findings { #expect(!finding.message.isEmpty) }
  }

  @Test func `says a refusal in the words that a learner gets`() throws {
    let demo = fence("kill CafeInstance1", "kill CafeInstance1", "solve")
    let refusal =
      "The demo is refused at `kill CafeInstance1`: CafeInstance1 is already without power."
    #expect(Proof(of: try lesson(demo), seed: 7).findings.map(\.message) == [refusal])
  }

  private static let guess = """
    ```predict p
    run: create topic More
    ask: How many?
    answer: orders.lost
    near: 1
    ```

    """

  private static let gone = """
    ```setup
    create topic Old
    ```

    ```task
    [gone] 1  there is no topic called Old
              not (topic("Old") exists)
    ```

    ```solve
    delete topic Old
    ```

    """

  static let places: [(fences: String, demo: String)] = [
    (task, fence("say: Now.", "1️⃣say: ${topic(\"Alerts\").arn}", "solve")),
    (task, fence("solve", "1️⃣stop Nobody", "status")),
    (task, fence("solve", "1️⃣rewind 2")),
    (task, fence("poll: So?", "  | a :: orders.lost > 9", "  | 1️⃣b", "solve")),
    (task + guess, fence("create topic More", "1️⃣predict p", "solve")),
    (gone, fence("delete topic Old", "1️⃣solve")),
    (task, "1️⃣" + fence("status")),
  ]

  /// Whoever stands before the room looks for that line.
  @Test(arguments: places.indices)
  func `names the line of the fence that goes wrong`(row: Int) throws {
    let (fences, demo) = Self.places[row]
    let marked = MarkedLesson(step: "Two.\n\n" + fences + demo)
    let lesson = try #require(marked.reading.lesson)
    let findings = Proof(of: lesson, seed: 7).findings.placed(in: Array(marked.text.utf8))
    #expect(findings.map(\.position.line) == [marked.marker].compactMap { $0?.line }, "\(findings)")
  }
}

@Suite(.timeLimit(.minutes(1))) struct `A guess that a demo asks` {
  private static let guess = """
    ```predict p
    run: create topic More
    ask: How many?
    answer: orders.lost
    near: 1
    ```

    """

  /// Its lines are refused where the demo has carried them out already.
  @Test(
    arguments: [
      (["predict p", "solve"], []), (["create topic More", "predict p", "solve"], ["P067"]),
    ] as [(lines: [String], codes: [String])]
  )
  func `has an answer in its place`(lines: [String], codes: [String]) throws {
    let demo = "```demo\n" + lines.joined(separator: "\n") + "\n```\n"
    let findings = Proof(of: try lesson(demo, more: Self.guess), seed: 7).findings
    #expect(findings.map(\.code) == codes, "\(findings.map(\.message))")
    #expect(findings.allSatisfy { $0.message.contains("`p`") })
  }
}

@Suite(.timeLimit(.minutes(1))) struct `What a demo reveals` {
  private static let poll = "poll: So? | a :: orders.lost == 0 | b :: orders.lost > 0"
  private static let guess = "```predict p\nask: How many?\nanswer: orders.lost\n```\n\n"

  static let rows: [(lines: [String], unguessed: [String])] = [
    (["solve"], ["solve"]),
    ([poll, "solve"], []),
    (["poll: So? | a | b", "solve"], ["solve"]),
    (["poll: So?", "solve"], ["solve"]),
    (["predict p", "say: Now.", "solve"], []),
    ([poll, "kill CafeInstance1", "watch 1m", "orders", "wait 2m"], []),
    ([poll, "kill CafeInstance1", "watch 1m", "say: And then?", "watch 2m"], ["watch 2m"]),
    ([poll, "solve", "predict p", "kill CafeInstance1", "watch 1m"], []),
    ([poll, "solve", "say: Back.", "rewind 1", "solve", "wait 1m"], ["solve"]),
    (["wait 1h", "watch 1m", "orders", "dig www", "status", "say: So it is."], []),
    (["wait 1h", "create topic A", "wait 2h", "wait 3h"], ["wait 2h"]),
    (["run until orders.placed > 9"], ["run until orders.placed > 9"]),
  ]

  @Test(arguments: rows.indices) func `is found where nobody was asked`(row: Int) throws {
    let (lines, unguessed) = Self.rows[row]
    let demo = "```demo\n" + lines.joined(separator: "\n") + "\n```\n"
    let text = MarkedLesson(step: "Two.\n\n" + task + Self.guess + demo).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let step = try #require(try lesson(demo, more: Self.guess).steps.first)
    #expect(Reveals(of: step.demo).unguessed.map { text[$0.line - 1] } == unguessed)
  }
}

extension DemoCue {
  fileprivate var kind: String {
    switch act {
    case .enter: "enter"
    case .read: "read"
    case .figure: "figure"
    case .ask: "ask"
    case .reveal: "reveal"
    case .type: "type"
    case .watch: "watch"
    case .rewind: "rewind"
    }
  }
}
