import Foundation
import Support
import Testing

/// A prediction that counts, from the sitting to the appeal, with the real program.
@Suite(.timeLimit(.minutes(2)))
struct GradeGuessTests {
  private static let lesson = """
    ---
    format: 1
    lesson: guesses
    title: A guess
    minutes: 5
    seed: 7
    world: cafe
    ---

    ## Guess {#guess}

    Somebody is away.

    \(SampleFence.mails(saying: "Nobody does anything for an hour."))
    """

  @Test func `a guess that was heard is no fact, and an appeal tells the whole of it`() throws {
    let shop = try Shop()
    let lesson = try shop.write(Self.lesson, to: "guesses.lab.md")
    let roster = try shop.write("id,name\nana,Ana\n", to: "class.csv")
    let rules = try shop.write("feedback: which\n", to: "rules")
    let new = try shop.run(
      [
        "grade", "new", lesson, "--roster", roster, "--out", shop.file("q"), "--worlds", "1",
        "--supervised", "--rules", rules,
      ]
    )
    #expect(new.exit == .code(0), "\(new.errors)")
    let row = try #require(try shop.read("q/codes.csv").split(separator: "\n").last)
    let code = try #require(row.split(separator: ",").last.map(String.init))
    let sealed = shop.file("ana.sealed")
    let sat = try shop.run(
      ["quiz", shop.file("q/learner.cafepack"), "--code", code, "-"],
      input: "next\n1\nsubmit --out \(sealed)\n"
    )
    #expect(sat.exit == .code(0) && sat.output.contains("Not that."), "\(sat.output)\(sat.errors)")

    let key = ["--key", shop.file("q/key.cafepack")]
    let stream = try shop.run(["grade", "stream"] + key, input: sealed + "\n")
    #expect(stream.output.contains("\"verdict\":\"graded\""), "\(stream.output)")
    #expect(!stream.output.contains("noted in row"), "\(stream.output)")
    let appeal = try shop.run(["grade", "appeal", sealed, "guess", "--plain"] + key)
    #expect(appeal.exit == .code(0), "\(appeal.errors)")
    for words in [
      "Nobody does anything for an hour. How many ALARM mails", "played on a copy: wait 1h",
      "The engine says 0. You expected an alarm",
    ] {
      #expect(appeal.output.contains(words), "\(words): \(appeal.output)")
    }
    let run = try shop.run(["grade", "run", sealed, "--out", shop.file("grades")] + key)
    #expect(run.exit == .code(0), "\(run.errors)")
    let page = try shop.read("grades/feedback/ana.md")
    #expect(page.contains("Nobody does anything for an hour"), "\(page)")
    #expect(page.contains("The engine says 0"), "\(page)")
  }
}
