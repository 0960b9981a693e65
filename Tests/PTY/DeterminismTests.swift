import Foundation
import Lab
import Progress
import Support
import Testing

/// The same lines lead to the same café in every process, wherever it runs.
@Suite(.timeLimit(.minutes(2)))
struct DeterminismTests {
  private static let surroundings: [[String: String]] = [
    ["TZ": "UTC", "LANG": "C", "TERM": "dumb"],
    ["TZ": "Asia/Kolkata", "LANG": "de_DE.UTF-8", "TERM": "xterm-256color", "NO_COLOR": "1"],
    [
      "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "TERM": "vt100",
      "SWIFT_DETERMINISTIC_HASHING": "1", "COLUMNS": "60",
    ],
  ]

  @Test func `three processes print the same objects`() throws {
    let input = Array(try Solution().script.utf8)
    let outputs = try Self.surroundings.map { surroundings in
      try PipedRun(
        try Shop().cafe(
          ["run", "--json", "--check", "--lesson", "cafe-failover"],
          environment: surroundings
        ),
        input: input
      ).output
    }
    #expect(outputs[0].utf8.count > 10_000)
    for output in outputs.dropFirst() {
      let lines = zip(output.split(separator: "\n"), outputs[0].split(separator: "\n"))
      #expect(lines.first { $0 != $1 }.map { "\($0)\n\($1)" } == nil)
      #expect(output == outputs[0])
    }
  }

  @Test func `three processes keep the same digests`() throws {
    let input = Array(try Solution().script.utf8)
    let journals = try Self.surroundings.map { surroundings in
      let shop = try Shop()
      let run = try PipedRun(shop.cafe(environment: surroundings), input: input)
      #expect(run.exit == .code(0))
      let store = try Store.open(folder: shop.state)
      let attempt = try #require(try store.attempts().first)
      return try store.journal(of: attempt.id).rows()
    }
    #expect(journals[0].count > 50)
    for rows in journals.dropFirst() {
      #expect(rows.map(\.canonical) == journals[0].map(\.canonical))
      #expect(rows.map(\.digest) == journals[0].map(\.digest))
    }
  }

  @Test func `another seed is another café`() throws {
    let outputs = try ["1", "2", "2"].map {
      try Shop().run(["run", "--seed", $0], input: "list instances\n").output
    }
    #expect(outputs[0] != outputs[1])
    #expect(outputs[1] == outputs[2])
  }
}
