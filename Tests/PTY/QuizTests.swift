import Crypto
import Foundation
import Gradebook
import Lab
import Progress
import Support
import Testing

/// A graded quiz from its making to its handing in, with the real program.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct QuizTests {
  let shop: Shop
  let code: String

  /// A class of two with its packs; made once, since every item is proven.
  private static let made = Result {
    let shop = try Shop()
    let roster = try shop.write("id,name\nana,Ana\nbo,Bo\n", to: "class.csv")
    let run = try shop.run(
      ["grade", "new", "cafe-quiz", "--roster", roster, "--out", shop.file("q"), "--worlds", "1"]
    )
    #expect(run.exit == .code(0), "\(run.errors)")
    return shop
  }

  private let classroom: Shop

  init() throws {
    shop = try Shop()
    classroom = try Self.made.get()
    let codes = try classroom.read("q/codes.csv").split(separator: "\n")
    code = try #require(codes.dropFirst().first?.split(separator: ",").last.map(String.init))
  }

  private var pack: String { classroom.file("q/learner.cafepack") }

  private static let lines = """
    next
    create health-check Night-Watch --ip-address CafeInstance1 --resource-path /cafe
    bookmark mine
    next
    create record menu A CafeInstance1 --ttl 15 --set-identifier first --weight 1
    undo
    wait 1m
    hint
    next
    update health-check Counter-Watch --resource-path /cafe
    wait 3m
    back
    dig menu
    next
    next
    answer lingering 75
    next
    """.split(separator: "\n").map(String.init)

  private func rows(_ shop: Shop) throws -> [JournalRow] {
    let store = try Store.open(folder: shop.state)
    let attempts = try store.attempts()
    #expect(attempts.count <= 1)
    return try attempts.first.map { try store.journal(of: $0.id).rows() } ?? []
  }

  @Test func `keeps what is secret for its owner alone`() throws {
    for (name, mode) in [("key.cafepack", 0o600), ("codes.csv", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: classroom.file("q/\(name)"))
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
    }
    let again = try shop.run(
      [
        "grade", "new", "cafe-quiz", "--roster", classroom.file("class.csv"), "--out",
        classroom.file("q"),
      ]
    )
    #expect(again.exit == .code(1) && again.errors.contains("nothing is written over"))
  }

  @Test func `is sat and handed in without a terminal`() throws {
    let script = try shop.write(
      (Self.lines + ["code", "submit --out \(shop.file("in.sealed"))"]).joined(separator: "\n"),
      to: "lines"
    )
    let run = try shop.run(["quiz", pack, "--code", code.lowercased(), script])
    #expect(run.exit == .code(0), "\(run.output)\n\(run.errors)")
    #expect(run.output.contains("What holds here"))
    #expect(run.output.contains("Receipt"))
    let key = try KeyPack(
      decoding: [UInt8](Data(contentsOf: URL(filePath: classroom.file("q/key.cafepack"))))
    )
    let file = try SubmissionFile(
      decoding: [UInt8](Data(contentsOf: URL(filePath: shop.file("in.sealed"))))
    )
    #expect(file.header.quiz == key.quiz.id && file.header.pack == key.learnerPack.hash)
    let last = try #require(try rows(shop).last)
    #expect(run.output.contains(Checkpoint(head: last.hash).description))
    let second = try shop.run(["quiz", pack, "--code", code, script])
    #expect(second.output.contains("Welcome back"))
    #expect(try rows(shop).count > last.sequence + 1)
  }

  @Test func `refuses a wrong code, a changed pack and another file`() throws {
    let wrong = try shop.run(["quiz", pack, "--code", "0000-0000-0000-01", "-"])
    #expect(wrong.exit == .code(1) && wrong.errors.contains("swapped"))
    let foreign = try shop.run(["quiz", pack, "--code", "0000-0000-0000-00", "-"])
    #expect(foreign.exit == .code(1) && foreign.errors.contains("another quiz"))
    let text = try classroom.read("q/learner.cafepack")
    let changed = try shop.write(
      text.replacing("Night-Watch", with: "Might-Watch"),
      to: "changed.pack"
    )
    let run = try shop.run(["quiz", changed, "--code", code, "-"])
    #expect(run.exit == .code(1) && run.errors.contains("changed after it was made"))
    let none = try shop.run(["quiz", classroom.file("class.csv"), "--code", code, "-"])
    #expect(none.exit == .code(1) && none.errors.contains("no pack"))
    #expect(try rows(shop).isEmpty)
  }

  @Test func `refuses a pack of another engine before anything is begun`() throws {
    let file = URL(filePath: classroom.file("q/key.cafepack"))
    let key = try KeyPack(decoding: [UInt8](Data(contentsOf: file)))
    let (quiz, pack) = (key.quiz, key.learnerPack)
    let other = LearnerPack(
      quiz: ClassQuiz(
        id: quiz.id,
        title: quiz.title,
        engine: "0.9",
        rules: quiz.rules,
        pools: quiz.pools,
        seeds: quiz.seeds,
        variants: quiz.variants
      ),
      signingKey: pack.signingKey,
      sealingKey: pack.sealingKey,
      papers: pack.papers,
      starts: pack.starts,
      tags: pack.tags,
      made: pack.made
    )
    let signing = try Curve25519.Signing.PrivateKey(rawRepresentation: key.signingKey)
    let signature = try signing.signature(for: Data(other.signedBytes))
    let path = shop.file("other.pack")
    try Data(other.encoded(signature: [UInt8](signature))).write(to: URL(filePath: path))
    let run = try shop.run(["quiz", path, "--code", code, "-"])
    #expect(run.exit == .code(1) && run.errors.contains("engine 0.9"))
    #expect(try rows(shop).isEmpty)
  }

  @Test(arguments: [0, 2, 3])
  func `a sitting that lacks a row is told as damaged, with a way on`(row: Int) throws {
    let input = Self.lines.joined(separator: "\n") + "\n"
    #expect(try shop.run(["quiz", pack, "--code", code, "-"], input: input).exit == .code(0))
    try shop.saveLatestAttempt(without: row)
    let run = try shop.run(["quiz", pack, "--code", code, "-"], input: "time\n")
    #expect(run.exit == .code(1), "\(run.errors)")
    #expect(run.errors.contains("it is damaged, for its row \(row) is missing. It is kept as"))
    #expect(run.errors.contains("Hand the folder \(shop.state) to your instructor"))
    #expect(run.errors.contains("--state DIR"))
  }

  @Test(arguments: 0..<12)
  func `goes on after kill -9 as the same attempt`(seed: Int) throws {
    let whole = try Shop()
    let input = Self.lines.joined(separator: "\n") + "\n"
    let once = try whole.run(["quiz", pack, "--code", code, "-"], input: input)
    #expect(once.exit == .code(0))
    let wanted = try rows(whole)

    let point = once.output.utf8.count * (seed + 1) / 13
    _ = try PipedRun(
      shop.cafe(["quiz", pack, "--code", code, "-"]),
      input: Array(input.utf8),
      killedAfter: point
    )
    let kept = try rows(shop)
    #expect(kept.map(\.canonical) == wanted.prefix(kept.count).map(\.canonical))
    #expect(kept.map(\.digest) == wanted.prefix(kept.count).map(\.digest))
    let rest = Self.lines.drop { line in kept.contains { $0.typed == line } && line != "next" }
    let resumed = try shop.run(
      ["quiz", pack, "--code", code, "-"],
      input: rest.joined(separator: "\n") + "\nwait 1s\n"
    )
    #expect(kept.isEmpty || resumed.output.contains("Welcome back"))
    let all = try rows(shop)
    #expect(Array(all.prefix(kept.count)) == kept)
    #expect(all.count > kept.count)
    var hash = JournalRow.genesis
    for row in all {
      #expect(row.previousHash == hash)
      hash = row.hash
    }
  }

  @Test func `is sat at a terminal`() throws {
    let pty = try PTY(shop.cafe(["quiz", pack, "--scroll"]), columns: 100, rows: 40)
    try pty.wait("the question for the code") { $0.cursorLine == "start code>" }
    try pty.type(code)
    try pty.type(.enter)
    try pty.wait("the prompt of the quiz") { $0.cursorLine == "quiz>" }
    try pty.enter("next", prompt: "item 1/6 08:00:00>")
    try pty.enter("time", prompt: "item 1/6 08:00:00>")
    try pty.enter("create topic t", prompt: "item 1/6 08:00:00>")
    try pty.type("quit")
    try pty.type(.enter)
    #expect(try rows(shop).map(\.kind) == ["began", "item", "command"])
  }

  @Test func `shows its variants side by side`() throws {
    let run = try shop.run(["grade", "variants", "cafe-quiz", "--worlds", "1", "--plain"])
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.contains("cafe-quiz#kept") && run.output.contains("255 s"))
    let broken = try classroom.read("q/learner.cafepack")
    #expect(!broken.contains("--set-identifier second"))
  }

  @Test func `says which columns it took and which guesses are left out`() throws {
    let text = """
      ---
      format: 1
      lesson: guesses
      title: A guess and a task
      minutes: 5
      seed: 7
      world: cafe
      ---

      ## Guess {#guess}

      Nobody does anything for an hour.

      \(SampleFence.mails())

      ## Watch {#watch}

      `create health-check Night` makes a check.

      ```task
      [exists] 1  there is a check called Night
                  hc("Night") exists
      ```

      ```solve
      create health-check Night --ip-address CafeInstance1
      ```

      """
    let lesson = try shop.write(text, to: "guesses.lab.md")
    let roster = try shop.write("Nummer;Name;E-Mail\n7;Ann;a@x\n", to: "nummern.csv")
    let run = try shop.run(
      ["grade", "new", lesson, "--roster", roster, "--out", shop.file("p"), "--worlds", "1"]
    )
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.contains("ids from the column Nummer, names from Name"))
    #expect(run.output.contains("only with --supervised: guesses#guess"))
  }

  @Test func `says what stands in the way of a quiz`() throws {
    let roster = classroom.file("class.csv")
    let shown = try shop.run(
      [
        "grade", "new", "cafe-failover", "--roster", roster, "--out", shop.file("f"), "--worlds",
        "1",
      ]
    )
    #expect(shown.exit == .code(1) && shown.errors.contains("--accept-shown-starts"))
    let rules = try shop.write("undoo: off\n", to: "rules")
    let bad = try shop.run(
      ["grade", "new", "cafe-quiz", "--roster", roster, "--out", shop.file("g"), "--rules", rules]
    )
    #expect(bad.exit == .code(1) && bad.errors.contains("Did you mean `undo`?"))
    let none = try shop.run(
      ["grade", "new", "cafe-quizz", "--roster", roster, "--out", shop.file("g")]
    )
    #expect(none.exit == .code(1) && none.errors.contains("Did you mean cafe-quiz?"))
  }
}
