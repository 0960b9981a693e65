import Foundation
import Support
import Testing

/// `cafe author` as a program.
@Suite(.timeLimit(.minutes(3)))
struct AuthorTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  private func new(_ name: String) throws -> String {
    let made = try shop.run(["author", "new", name, "--folder", shop.path])
    #expect(made.exit == .code(0), "\(made.errors)")
    return shop.file(name + ".lab.md")
  }

  @Test func `a new lesson is proved, and a flaw is found where it stands`() throws {
    let path = try new("two-kitchens")
    let sound = try shop.run(["author", "check", path, "--seeds", "3"])
    #expect(sound.exit == .code(0), "\(sound.output)")
    #expect(sound.output == "1 lesson: nothing found in 3 worlds.\n")
    let text = try shop.read("two-kitchens.lab.md")
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0 == "fails:  calm" }
    _ = try shop.write(
      text.replacing("fails:  calm", with: "fails:  clam"),
      to: "two-kitchens.lab.md"
    )
    let broken = try shop.run(["author", "check", path])
    #expect(broken.exit == .code(1))
    let place = "\(path):\((line ?? 0) + 1):9: L054: "
    #expect(broken.output.hasPrefix(place), "\(broken.output)")
    #expect(broken.output.contains("Did you mean `calm`?"))
    let objects = try shop.run(["author", "check", path, "--json"]).output.split(separator: "\n")
    #expect(objects.count == 1)
    #expect(objects.first?.contains("\"code\":\"L054\"") ?? false)
    #expect(objects.first?.contains("\"column\":9") ?? false)
  }

  @Test func `nobody's file is overwritten, and a name that is none is refused`() throws {
    let path = try new("again")
    let second = try shop.run(["author", "new", "again", "--folder", shop.path])
    #expect(second.exit == .code(1))
    #expect(second.errors.contains("a file of that name is there"))
    #expect(FileManager.default.fileExists(atPath: path))
    for name in ["Two Kitchens", "", "../x", "-x"] {
      let refused = try shop.run(["author", "new", name, "--folder", shop.path])
      #expect(refused.exit != .code(0), "\(name)")
    }
  }

  @Test func `what is for others has the mode that the umask leaves it`() throws {
    let page = shop.file("open.html")
    let lines =
      [["new", "open", "--folder", shop.path]]
      + Array(repeating: ["handout", shop.file("open.lab.md"), "--out", page], count: 2)
    for arguments in lines {
      let cafe = shop.cafe(["author"] + arguments)
      let shell = Program(
        "/bin/sh",
        ["-c", "umask 027; exec \"$0\" \"$@\"", cafe.path] + cafe.arguments,
        environment: cafe.environment
      )
      let run = try PipedRun(shell, input: "")
      #expect(run.exit == .code(0), "\(run.errors)")
    }
    for path in [shop.file("open.lab.md"), page] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640, "\(path)")
    }
  }

  @Test func `mutants of a new lesson are noticed, and a survivor is told`() throws {
    let path = try new("watch")
    let sound = try shop.run(["author", "mutate", path])
    #expect(sound.exit == .code(0), "\(sound.output)")
    #expect(sound.output.hasSuffix(" 0 survived: 100 %\n"))
    let text = try shop.read("watch.lab.md")
    _ = try shop.write(
      text.replacing(
        "hc(\"Door-Watch\").resource-path == \"/cafe\"",
        with: "hc(\"Door-Watch\") exists"
      ),
      to: "watch.lab.md"
    )
    let blind = try shop.run(["author", "mutate", path])
    #expect(blind.exit == .code(1))
    #expect(blind.output.contains("without `--resource-path`"), "\(blind.output)")
  }

  @Test func `a lesson that is not proven has no score that counts`() throws {
    let path = try new("unproven")
    let text = try shop.read("unproven.lab.md")
    let wrong = text.replacing("fails:  calm", with: "fails:  exists")
    try #require(wrong != text)
    _ = try shop.write(wrong, to: "unproven.lab.md")
    let run = try shop.run(["author", "mutate", path])
    #expect(run.exit == .code(1))
    #expect(run.output.contains(": M005: "), "\(run.output)")
    #expect(run.output.contains("a score means little before"), "\(run.output)")
  }

  @Test(
    arguments: [
      (["check", "nothing-here"], "There is no lesson nothing-here"),
      (["check", "/no/such.lab.md"], "could not be"), (["check", "/dev/null"], "neither a folder"),
      (["help", "tsts"], "Did you mean tests?"), (["record", "cafe-failover"], "LESSON#STEP"),
      (["record", "cafe-failover#nowhere"], "has no step nowhere"),
      (["record", "mistake", "x", "cafe-failover#story"], "story has no task yet"),
      (["stats", "/no/such"], "/no/such is left out"),
    ]
  )
  func `says what is wrong with what it is called with`(arguments: [String], words: String) throws {
    let run = try shop.run(["author"] + arguments)
    #expect(run.exit == .code(1))
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func `a folder is proved with its scenes`() throws {
    _ = try new("one")
    _ = try shop.write("format: 2\n", to: "bad.scene.yaml")
    let run = try shop.run(["author", "check", shop.path, "--seeds", "1"])
    #expect(run.exit == .code(1))
    #expect(run.output.contains("/bad.scene.yaml:1:9: S003: "), "\(run.output)")
    #expect(run.output.contains("\n1 lesson: "), "\(run.output)")
  }

  @Test func `what is played becomes a task that is proved`() throws {
    let path = try new("played")
    let text = try shop.read("played.lab.md")
    let start = try #require(text.range(of: "```task"))
    let end = try #require(text.range(of: "```hint"))
    let step = text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
    _ = try shop.write(step, to: "played.lab.md")
    let lines =
      "create health-check Door-Watch --ip-address CafeInstance1 --resource-path /cafe\n"
      + "done\n\n\nd\nd\nd\nd\n\n"
    let recorded = try shop.run(["author", "record", path + "#watch", "--write"], input: lines)
    #expect(recorded.exit == .code(0), "\(recorded.output)\(recorded.errors)")
    let written = try shop.read("played.lab.md")
    #expect(written.contains("[exists] 1  there is a check called Door-Watch"))
    #expect(written.contains("```solve\ncreate health-check Door-Watch"))
    #expect(written.contains("[page]"))
    #expect(!written.contains("[quick]") && !written.contains("[calm]"))
    let wrong = try shop.run(
      ["author", "record", "mistake", "other", path + "#watch", "--write"],
      input: "create health-check Door-Watch --ip-address CafeInstance2\ndone\nThe other one.\n"
    )
    #expect(wrong.exit == .code(0), "\(wrong.output)\(wrong.errors)")
    let after = try shop.read("played.lab.md")
    #expect(after.contains("fails:  target"))
    let line = "create health-check Door-Watch --ip-address CafeInstance1 --resource-path /cafe\n"
    let only = try shop.run(
      ["author", "record", "also", "again", path + "#watch"],
      input: line + "done\n"
    )
    #expect(only.output.contains("```also again"), "\(only.output)\(only.errors)")
    #expect(only.errors.contains("is unchanged"), "\(only.errors)")
    #expect(try shop.read("played.lab.md") == after)
    let proved = try shop.run(["author", "check", path, "--seeds", "2"])
    #expect(proved.output == "1 lesson: nothing found in 2 worlds.\n")
  }

  @Test func `a recording that is left, or is not what it was to be, writes nothing`() throws {
    let path = try new("left")
    let text = try shop.read("left.lab.md")
    let rows = [
      (["mistake", "x"], "kill CafeInstance1\nquit\n", "before its `done`"),
      (["also", "x"], "kill CafeInstance1\ndone\n", "is no other right way"),
      (["mistake", "x"], "kill Nobody\ndone\nquit\n", "Nothing was recorded"),
      (["mistake", "wrong-page"], "", "a way called wrong-page already"),
    ]
    for (options, lines, words) in rows {
      let arguments = ["author", "record"] + options + [path + "#watch", "--write"]
      let run = try shop.run(arguments, input: lines)
      #expect(run.exit == .code(1))
      let said = (run.errors + run.output).split(separator: "\n").joined(separator: " ")
      #expect(said.contains(words), "\(said)")
      #expect(try shop.read("left.lab.md") == text)
    }
  }

  @Test func `a file that cannot be read leaves the others in peace`() throws {
    let path = try new("one")
    _ = try shop.write(String(repeating: "x", count: 5 << 20), to: "huge.lab.md")
    let run = try shop.run(["author", "check", shop.path, "--seeds", "1"])
    #expect(run.output == "1 lesson: nothing found in 1 world.\n")
    #expect(run.errors.contains("huge.lab.md could not be read, and is left out"))
    #expect(run.errors.contains("more than 4194304 bytes"), "\(run.errors)")
    let named = try shop.run(["author", "check", path, "--seeds", "1"])
    #expect(named.output == "1 lesson: nothing found in 1 world.\n")
    #expect(named.errors == "")
    let huge = try shop.run(["author", "check", shop.file("huge.lab.md")])
    #expect(huge.errors.contains("more than 4194304 bytes"), "\(huge.errors)")
  }

  @Test func `try shows a change of the file above the prompt`() throws {
    let path = try new("draft")
    let pty = try PTY(shop.cafe(["author", "try", path, "--scroll"]))
    try pty.wait("the prompt") { $0.cursorLine == "your guess>" }
    try pty.type("wait 1")
    try pty.wait("half a line") { $0.cursorLine == "your guess> wait 1" }
    let text = try shop.read("draft.lab.md")
    _ = try shop.write(text.replacing("Nobody\nnotices", with: "No-one\nsees"), to: "draft.lab.md")
    try pty.wait("the new text") { $0.text.contains("No-one") }
    try pty.wait("the same half line") { $0.cursorLine == "your guess> wait 1" }
    _ = try shop.write(text.replacing("```hint", with: "```hnit"), to: "draft.lab.md")
    try pty.wait("the finding") { $0.text.contains("Did you mean `hint`?") }
    // What can be read and does not hold is told too.
    let wrong = text.replacing("status == unhealthy", with: "sttus == unhealthy")
    try #require(wrong != text)
    _ = try shop.write(wrong, to: "draft.lab.md")
    try pty.wait("what check finds") { $0.text.contains("P001") }
    try FileManager.default.removeItem(atPath: path)
    try pty.wait("that it is gone") { $0.text.contains("cannot be read any more") }
  }

  @Test func `a handout stands alone, and shows no answer`() throws {
    let out = shop.file("handout.html")
    let run = try shop.run(["author", "handout", "cafe-failover", "--out", out])
    #expect(run.exit == .code(0), "\(run.errors)")
    let page = try shop.read("handout.html")
    #expect(try shop.run(["author", "handout", "cafe-failover", "--out", out]).exit == .code(0))
    let own = try shop.write("mine", to: "mine.html")
    #expect(try shop.run(["author", "handout", "ttl", "--out", own]).exit == .code(1))
    #expect(try shop.read("mine.html") == "mine")
    let other = try shop.run(["author", "handout", "ttl", "--variant", "6", "--out", out])
    #expect(other.errors.contains("has the variants 0 to 5"), "\(other.errors)")
    #expect(page.contains("<h1>The café that stays open</h1>"))
    #expect(page.contains("data:image/svg+xml;base64,"))
    #expect(!page.contains("src=\"http") && !page.contains("<script"))
    #expect(!page.contains("create record www A CafeInstance1 --ttl 60"))
  }

  @Test func `stats count what exported attempts show`() throws {
    let lesson = ["--lesson", "cafe-failover", "--step", "primary", "--save"]
    let typed = """
      delete record www A
      wait 2m
      create record www A CafeInstance1 --ttl 15 --failover primary \
      --set-identifier FailoverPrimary --health-check Primary-Website-Health
      wait 2m

      """
    for name in ["a", "b"] {
      _ = try shop.run(["run"] + lesson + ["-"], input: typed)
      #expect(try shop.run(["export", shop.file(name)]).exit == .code(0))
    }
    let stats = try shop.run(["author", "stats", shop.file("a"), shop.file("b"), "--json"])
    #expect(stats.exit == .code(0), "\(stats.errors)")
    #expect(
      stats.output == """
        {"attempts":2,"learners":2,"lesson":"cafe-failover","name":"deleted-first",\
        "place":"primary","times":2}

        """
    )
    let files = ["a", "b", "a"].map { shop.file($0) }
    let again = try shop.run(["author", "stats"] + files + ["--json"])
    #expect(again.output == stats.output)
    #expect(again.exit == .code(0))
    #expect(again.errors.contains("counts once"), "\(again.errors)")
    let variants = try shop.run(["author", "variants", "cafe-quiz"])
    #expect(variants.output.contains("watched"))
    #expect(variants.output.contains("Alike in all variants: "))
  }
}
