import Foundation
import Support
import Testing

/// What comes back to a learner, and what they take home, with the real program.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct HomeTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  private func typed(_ lines: String...) throws -> PipedRun {
    try PipedRun(shop.cafe(["--plain"]), input: lines.joined(separator: "\n") + "\n")
  }

  // Reviews

  @Test func `what was answered comes back at the next session, and leads back afterwards`() throws
  {
    let first = try typed("next", "999", "review", "quit")
    #expect(first.output.contains("1 question will come at your next session."))
    #expect(!first.output.contains("from before"))
    let second = try typed("review", "0", "task", "quit")
    #expect(second.output.contains("1 question from before is due"))
    #expect(second.output.contains("1 of 1 · cafe-failover"))
    #expect(second.output.contains("Reviewed: 1 of 1 right."))
    #expect(second.output.contains("Welcome back to"))
    let third = try typed("review", "quit")
    #expect(third.output.contains("The next question comes in 3 days."))
    #expect(try shop.run(["review"]).output.contains("The next question comes in 3 days."))
    // The latest attempt is that of the lesson all the same.
    #expect(third.output.contains("step `outage`"))
  }

  @Test func `a wrong answer comes back at once in the session after, by itself too`() throws {
    _ = try typed("next", "999", "quit")
    let wrong = try shop.run(["review", "--plain"], input: "999\n")
    #expect(wrong.exit == .code(0))
    #expect(wrong.output.contains("Reviewed: 0 of 1 right."))
    let again = try shop.run(["review", "--plain"], input: "skip\n")
    #expect(again.output.contains("Reviewed: 0 of 0 right, 1 left out."))
    let map = try shop.run(["progress", "--plain"])
    #expect(map.output.contains("1 question is due: `cafe review`."))
    #expect(map.output.contains("lesson: cafe-failover"))
  }

  @Test func `a lesson that is thrown away takes its reviews with it`() throws {
    _ = try typed("next", "0", "quit")
    #expect(try shop.run(["reset", "cafe-failover", "--yes"]).exit == .code(0))
    #expect(try shop.run(["review"]).output.contains("Nothing is due for review now."))
    #expect(try shop.run(["progress"]).output.contains("Nothing has been begun yet."))
  }

  /// In another terminal, while the sitting goes on.
  @Test func `what a sitting does not tell yet is told nowhere`() throws {
    _ = try shop.write(Self.quietLesson, to: "quiet.lab.md")
    let lessons = ["--lessons", shop.path, "--plain"]
    let sit = ["quiet", "--mode", "class"] + lessons
    _ = try PipedRun(shop.cafe(sit), input: "create topic tea\nnext\n2\n")
    let notes = ["notes", "quiet", "--out", shop.file("before.md")] + lessons
    #expect(try shop.run(notes).exit == .code(0))
    let page = try shop.read("before.md")
    #expect(page.contains("I said `2`") && !page.contains("not right"), "\(page)")
    #expect(!page.contains("there is a topic tea") && !page.contains("of 2 points"), "\(page)")
    let progress = try shop.run(["progress"] + lessons)
    #expect(progress.output.contains("is told when it is closed"), "\(progress.output)")
    #expect(!progress.output.contains("1 of 2"), "\(progress.output)")
    #expect(try shop.run(["review"] + lessons).output.contains("Nothing is due for review now."))
    let certificate = try shop.run(["certificate", "quiet"] + lessons)
    #expect(certificate.exit == .code(1) && certificate.errors.contains("told when it is closed"))

    let end = try PipedRun(shop.cafe(sit), input: "next\nanswer more 1\n")
    #expect(end.output.contains("The lesson ends here: 1 of 2 points."), "\(end.output)")
    #expect(end.output.contains("This sitting is closed"), "\(end.output)")
    #expect(try shop.run(["progress"] + lessons).output.contains("1 of 2"))
    #expect(try shop.run(["review"] + lessons, input: "skip\n").output.contains("1 of 1 · quiet"))
  }

  private static let quietLesson = """
    ---
    format: 1
    lesson: quiet
    title: Nothing is said
    minutes: 5
    seed: 1
    world: cafe
    grade:
      feedback: none
    ---

    ## Tea {#tea}

    `create topic tea` makes a topic.

    ```task
    [made] 1  there is a topic tea
      topic("tea") exists
    ```

    ```solve
    create topic tea
    ```

    ## More {#more-tea}

    ```quiz more
    ask: Does a topic send mail by itself?
    choose:
      (x) no :: It takes a subscription.
      ( ) yes :: Nobody would get it.
    ```

    """

  // Home

  @Test func `a lesson that is done gives a runbook that rebuilds it, and a certificate`() throws {
    let script = try Solution().script
    let solved = try shop.run(
      ["run", "--lesson", "cafe-failover", "--save", "--check", "--plain"],
      input: script
    )
    #expect(solved.exit == .code(0), "\(solved.errors)")
    let notes = try shop.run(["notes", "cafe-failover", "--out", shop.file("my.md")])
    #expect(notes.exit == .code(0), "\(notes.errors)")
    let text = try shop.read("my.md")
    let lines = try #require(text.components(separatedBy: "```text\n").last)
      .replacing("```\n", with: "")
    let looks = ["list records", "list health-checks", "list alarms", "list topics"]
    let rebuilt = try shop.run(
      ["run", "--seed", "7", "--plain"],
      input: lines + looks.joined(separator: "\n") + "\n"
    )
    #expect(rebuilt.exit == .code(0), "\(rebuilt.output)")
    let kept = try PipedRun(
      shop.cafe(["--plain"]),
      input: looks.joined(separator: "\n") + "\nquit\n"
    )
    let shown = rebuilt.output.components(separatedBy: "> list ").suffix(looks.count)
    for look in shown {
      let rows = look.split(separator: "\n").dropFirst().joined(separator: "\n")
      #expect(!rows.isEmpty && kept.output.contains(rows), "\(look)")
    }
    #expect(try shop.run(["notes", "cafe-failover", "--out", shop.file("my.md")]).exit == .code(1))
    #expect(try shop.run(["notes", "cafe-failover", "--out", "my.doc"]).exit == .code(2))

    let file = shop.file("done.json")
    let issued = try shop.run(["certificate", "cafe-failover", "--out", file, "--name", "Ann Lee"])
    #expect(issued.exit == .code(0), "\(issued.errors)")
    let verified = try shop.run(["certificate", "verify", file, "--plain"])
    #expect(verified.exit == .code(0), "\(verified.errors)")
    #expect(verified.output.contains("The signature holds"))
    #expect(verified.output.contains("about: Ann Lee"))
    #expect(verified.output.contains("The key is that of this installation."))
    let edited = try shop.write(
      try shop.read("done.json").replacing("Ann Lee", with: "Eve Lee"),
      to: "edited.json"
    )
    let refused = try shop.run(["certificate", "verify", edited])
    #expect(refused.exit == .code(1))
    #expect(refused.errors.contains("It was changed after it was signed."))
    #expect(try shop.run(["certificate", "cafe-failover", "--out", file]).exit == .code(1))
  }

  @Test(arguments: [
    (["grade", "--help"], 0, "Make quizzes for a class"),
    (["grade", "new"], 2, "Usage: cafe grade new"),
    (["progress"], 0, "Nothing has been begun yet."),
    (["run", "--lesson", "no-such"], 1, "no-such"),
  ])
  func `options before a subcommand are its own`(
    words: [String],
    code: Int,
    says: String
  ) throws {
    for options in [["--plain", "--state", shop.state], ["--state=\(shop.state)", "--scroll"]] {
      var program = shop.cafe()
      program.arguments = options + words
      let run = try PipedRun(program, input: "")
      #expect(run.exit == .code(Int32(code)), "\(run.errors)")
      let text = (run.output + run.errors).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      #expect(text.contains(says), "\(text)")
    }
  }

  @Test(arguments: [
    (["certificate", "cafe-failover"], "there is no attempt at cafe-failover yet"),
    (["certificate", "cafe-failoverr"], "Did you mean cafe-failover?"),
    (["certificate", "verify", "/nonexistent"], "could not be read"),
    (["certificate", "verify", "/dev/zero"], "not a plain file"),
    (["certificate", "verify", "/etc/passwd"], "is not to be believed"),
    (["notes", "cafe-failover", "--out", "a.md"], "there is no attempt at cafe-failover yet"),
  ])
  func `what cannot be given is refused with its reason`(
    arguments: [String],
    reason: String
  ) throws {
    let run = try shop.run(arguments)
    #expect(run.exit == .code(1))
    #expect(run.errors.contains(reason), "\(run.errors)")
  }

  @Test func `a certificate at the prompt waits for the end`() throws {
    _ = try typed("next", "quit")
    let run = try typed("certificate", "notes --out /dev/null/x.html", "quit")
    #expect(run.output.contains("A certificate is for a lesson that is done."))
    #expect(run.output.contains("x.html is not written: not a directory."))
    #expect(try shop.run(["certificate", "cafe-failover"]).errors.contains("are open"))
  }
}
