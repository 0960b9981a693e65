import Foundation
import Support
import Testing

/// `cafe grade questions`, `cafe grade import` and the words of `cafe grade --help`.
@Suite(.timeLimit(.minutes(2)))
struct GradeQuestionsTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  /// The program without a state folder, which these commands have no use for.
  private func cafe(_ arguments: [String]) throws -> PipedRun {
    try PipedRun(
      Program(
        BuiltProgram.path("cafe"),
        arguments,
        environment: ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": shop.home]
      )
    )
  }

  @Test func `the questions of the lab go to GIFT and come back as a lesson`() throws {
    let gift = shop.path + "/questions.gift"
    let out = try cafe(["grade", "questions", "cafe-failover", "--to", "gift", "--out", gift])
    #expect(out.exit == .code(0), "\(out.errors)")
    #expect(out.errors.contains("price is left out"))
    let text = try String(contentsOfFile: gift, encoding: .utf8)
    #expect(text.contains("::failover-policy::[markdown]"))

    let lesson = shop.path + "/from-gift.lab.md"
    let back = try cafe(["grade", "import", gift, "--out", lesson, "--title", "From GIFT"])
    #expect(back.exit == .code(0), "\(back.errors)")
    let listed = try cafe(["lessons", "--lessons", shop.path])
    #expect(listed.exit == .code(0), "\(listed.output)\(listed.errors)")
    #expect(listed.output.contains("From GIFT"))
  }

  @Test func `nobody's file is overwritten`() throws {
    let path = shop.path + "/mine.lab.md"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    try Data("Q? {=a ~b}".utf8).write(to: URL(fileURLWithPath: shop.path + "/q.gift"))
    let run = try cafe(["grade", "import", shop.path + "/q.gift", "--out", path])
    #expect(run.exit == .code(1))
    #expect(run.errors.contains("choose another name"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  @Test(arguments: [
    ["grade", "questions", "no-such", "--to", "gift", "--out", "/dev/null/x"],
    ["grade", "import", "/no/such.gift", "--out", "a.lab.md"],
  ])
  func `what cannot be done is said`(arguments: [String]) throws {
    let run = try cafe(arguments)
    #expect(run.exit == .code(1))
    #expect(run.errors.hasPrefix("cafe: "))
  }

  @Test func `a lesson's file that is not named after an id is wrong usage`() throws {
    let run = try cafe(["grade", "import", "x.gift", "--out", "My Lesson.md"])
    #expect(run.exit == .code(2))
  }

  @Test func `the help says what no offline tool can promise`() throws {
    let help = try cafe(["grade", "--help"])
    #expect(help.output.contains("What no offline tool can promise:"))
    #expect(help.output.contains("Who sat there, and whether alone."))
  }
}
