import Foundation
import Support
import Testing

/// Several attempts of one lesson, and leaving one for another.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct AttemptTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  private func typed(_ lines: String...) throws -> PipedRun {
    try PipedRun(shop.cafe(["--plain"]), input: lines.joined(separator: "\n") + "\n")
  }

  @Test func `the lesson that is open is not opened again`() throws {
    let run = try typed("start cafe-failover", "create topic t", "list topics")
    #expect(run.output.contains("cafe-failover is open here already."))
    #expect(!run.output.contains("you can only look"))
    #expect(run.output.contains("Topic: t;"))
  }

  @Test func `a new attempt keeps the old one, which opens by its number`() throws {
    let first = try typed("create topic first", "start cafe-failover --anew", "list topics")
    #expect(!first.output.contains("Topic: first;"))
    let second = try typed(
      "create topic second",
      "start cafe-failover --attempt 1",
      "list topics",
      "create topic third",
      "list topics"
    )
    #expect(second.output.contains("Topic: first;"))
    #expect(second.output.contains("Topic: third;"))
    #expect(!second.output.contains("you can only look"))
    let progress = try shop.run(["progress"]).output
    #expect(progress.contains("2 attempts of cafe-failover."))
    #expect(progress.contains("here is the latest, 2.\n"))
    let none = try typed("start cafe-failover --attempt 9")
    #expect(none.output.contains("There is no attempt 9"))
  }

  @Test func `a step by name begins a new attempt with what comes before solved`() throws {
    let run = try typed("start cafe-failover#resolve", "status")
    #expect(run.output.contains(" of 12 · resolve"))
    #expect(run.output.contains("Primary-Website-Health"))
  }

  @Test func `leaving without anything saved is asked about once`() throws {
    var program = shop.cafe()
    program.arguments = ["--plain", "--state", "/dev/null/state"]
    let asked = try PipedRun(program, input: "create topic t\nquit\nlist topics\nquit\nnow\n")
    #expect(asked.output.ranges(of: "`quit` again leaves without it").count == 1)
    #expect(asked.output.contains("Topic: t;"))
    let file = shop.file("kept.jsonl")
    let kept = try PipedRun(program, input: "create topic t\nexport \(file)\nquit\nnow\n")
    #expect(!kept.output.contains("again leaves"))
  }

  @Test func `an export replaces an export and nothing else`() throws {
    let file = try shop.write("my thesis", to: "thesis.txt")
    let run = try typed("export \(file)", "export \(shop.file("a.jsonl"))", "now")
    #expect(run.output.contains("and is no attempt; choose"))
    #expect(try shop.read("thesis.txt") == "my thesis")
    #expect(try shop.run(["export", file]).exit == .code(1))
    #expect(try shop.run(["export", shop.file("a.jsonl")]).exit == .code(0))
  }

  @Test func `a run takes no folder and stays in its lesson`() throws {
    let folder = try shop.run(["run", shop.path])
    #expect(folder.exit == .code(1))
    #expect(folder.errors.contains("is a directory"))
    let script = try shop.write("start cafe-failover\n", to: "script")
    let run = try shop.run(["run", script])
    #expect(run.exit == .code(3))
    #expect(run.output.contains("A run stays in its lesson"))
  }
}
