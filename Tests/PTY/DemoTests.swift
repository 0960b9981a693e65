import Foundation
import Support
import Testing

/// A demo on the real program: before a room, by itself, and as a recording.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct DemoTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  /// A lesson of one step, quickly told.
  private static let lesson = """
    ---
    format: 1
    lesson: short
    title: A short one
    minutes: 1
    seed: 7
    world: cafe
    ---

    ## One server {#one}

    Make `create record` of it, with `wait`.

    ```task
    [there] 1  www leads somewhere
               dig("www").count == 1
    ```

    ```solve
    create record www A CafeInstance1 --ttl 60
    wait 2m
    ```

    ```demo
    say:  A name has to lead somewhere.
    poll: Where does `www` lead now?
          | nowhere       :: dig("www").count == 0
          | to the café   :: dig("www").count == 1
    dig +short @authority www
    solve
    say:  And now it does: ${dig("www").address}.
    ```

    ```note
    Wait for somebody to say NXDOMAIN.
    ```

    """

  private func lessons(_ text: String = lesson) throws -> String {
    let folder = shop.file("lessons")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try shop.write(text, to: "lessons/short.lab.md").replacing("/short.lab.md", with: "")
  }

  @Test func `types, asks the room, hands over the keyboard and takes it back`() throws {
    let notes = shop.file("notes.txt")
    let arguments = ["demo", "short", "--lessons", try lessons(), "--notes", notes]
    let pty = try shop.sit(arguments + ["--speed", "20"], prompt: "0/8 café 08:00:00>")
    #expect(pty.screen.text.contains("A short one"))
    try pty.type(.enter)
    try pty.wait("the first words") { $0.cursorLine == "2/8 one 08:00:00>" }
    #expect(pty.screen.text.contains("A name has to lead somewhere."))
    // Enter leaves no prompt behind.
    #expect(!pty.screen.text.contains("0/8"))
    try pty.type(.enter)
    try pty.wait("the question") { $0.cursorLine == "3/8 hands? one 08:00:00>" }
    try pty.type("12 7", .enter)
    try pty.wait(for: "19 hands in all")
    try pty.wait("the question") { $0.cursorLine == "3/8 hands? one 08:00:00>" }
    try pty.type(.enter)
    try pty.wait("the line that it types") { $0.text.contains("> dig +short @authority www") }
    try pty.wait("the next pause") { $0.cursorLine == "4/8 one 08:00:00>" }
    try pty.type("kill CafeInstance1", .enter)
    try pty.wait("the keyboard") { $0.cursorLine == "away one 08:00:00>" }
    try pty.type("resume", .enter)
    try pty.wait("the demo") { $0.cursorLine == "4/8 one 08:00:00>" }
    try pty.type(.enter, .enter, .enter)
    try pty.wait("the second minute") { $0.cursorLine == "7/8 one 08:02:00>" }
    try pty.type("b", .enter)
    try pty.wait("a step back") { $0.cursorLine == "6/8 one 08:02:00>" }
    try pty.type("b", .enter)
    try pty.wait("before the wait") { $0.cursorLine == "5/8 one 08:00:00>" }
    try pty.type(.enter, .enter, .enter)
    try pty.wait(for: "The demo ends here")
    try pty.wait("the end") { $0.cursorLine == "8/8 one 08:02:00>" }
    try pty.type("quit", .enter)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.modes == pty.modesAtStart)
    let written = try shop.read("notes.txt")
    #expect(written.contains("Wait for somebody to say NXDOMAIN."))
    #expect(written.contains("next: > create record www A CafeInstance1 --ttl 60"))
    #expect(!FileManager.default.fileExists(atPath: shop.database))
  }

  @Test func `types at a human pace, and a key types the rest at once`() throws {
    let arguments = ["demo", "short", "--lessons", try lessons(), "--speed", "0.1"]
    let pty = try shop.sit(arguments, prompt: "0/8 café 08:00:00>")
    try pty.type(.enter)
    try pty.wait("the first words") { $0.cursorLine == "2/8 one 08:00:00>" }
    try pty.type(.enter)
    try pty.wait("the question") { $0.cursorLine == "3/8 hands? one 08:00:00>" }
    try pty.type(.enter)
    try pty.wait("a half-typed line") { $0.cursorLine.hasSuffix("> d") }
    try pty.type(" ")
    try pty.wait("the next pause") { $0.cursorLine == "4/8 one 08:00:00>" }
    #expect(pty.screen.text.contains("> dig +short @authority www"))
  }

  @Test func `runs by itself, and a key takes over`() throws {
    let arguments = ["demo", "short", "--lessons", try lessons(), "--auto"]
    let quick = try PTY(shop.cafe(arguments + ["--speed", "100", "--scroll"]))
    #expect(try quick.waitForExit(seconds: 40) == .code(0))
    #expect(quick.screen.text.contains("The demo ends here."))
    #expect(!quick.screen.text.contains("stays open.") && !quick.screen.text.contains("Type any"))
    #expect(quick.modes == quick.modesAtStart)
    let taken = try PTY(shop.cafe(arguments + ["--scroll"]))
    try taken.wait(for: "It goes on by itself. Enter or the space bar")
    try taken.type("x")
    try taken.wait(for: "From now on Enter goes on,")
    // A key that comes before it is waited for stays, as what is typed ahead does.
    try taken.wait("the prompt") { $0.cursorLine.hasPrefix("0/8 café 08:00:00>") }
    try taken.type(.interrupt)
    try taken.wait(for: "the line was dropped")
    try taken.wait("the prompt") { $0.cursorLine == "0/8 café 08:00:00>" }
    try taken.type("quit", .enter)
    #expect(try taken.waitForExit() == .code(0))
  }

  @Test func `without a terminal takes its lines from a pipe, and is the same each time`() throws {
    let arguments = ["demo", "short", "--lessons", try lessons()]
    let first = try shop.run(arguments, input: "\n\n12 7\n\nkill CafeInstance1\n\n\n\n\n\n")
    #expect(first.exit == .code(0))
    #expect(first.output.contains("one 08:00:00> create record www A CafeInstance1 --ttl 60"))
    #expect(first.output.contains("The demo ends here"))
    let second = try shop.run(arguments, input: "\n\n12 7\n\nkill CafeInstance1\n\n\n\n\n\n")
    #expect(first.output == second.output)
  }

  @Test func `is recorded, alike each time, and nobody's file is replaced`() throws {
    let (one, two) = (shop.file("one.cast"), shop.file("two.cast"))
    let arguments = ["demo", "short", "--lessons", try lessons(), "--auto", "--record"]
    #expect(try shop.run(arguments + [one]).exit == .code(0))
    #expect(try shop.run(arguments + [two]).exit == .code(0))
    let recording = try shop.read("one.cast")
    #expect(recording.contains("It goes on by itself, to its end."))
    #expect(!recording.contains("Enter goes on") && !recording.contains("Type any"))
    #expect(recording == (try shop.read("two.cast")))
    let lines = recording.split(separator: "\n")
    let header = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    )
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    var last = 0.0
    for line in lines.dropFirst() {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      let time = try #require(event?[0] as? Double)
      #expect(time >= last && event?[1] as? String == "o")
      last = time
    }
    #expect((20..<120).contains(last))
    let again = try shop.run(arguments + [one])
    #expect(again.exit == .code(1))
    #expect(again.errors.contains("choose another name"))
    #expect(try shop.read("one.cast") == recording)
  }

  private static let asciinema =
    URL(fileURLWithPath: StoryTests.python)
    .deletingLastPathComponent().path + "/asciinema"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: asciinema),
      "needs asciinema (`make clients`)"
    )
  )
  func `is played by asciinema`() throws {
    let cast = shop.file("room.cast")
    let pty = try shop.sit(
      ["demo", "short", "--lessons", try lessons(), "--speed", "50", "--record", cast],
      prompt: "0/8 café 08:00:00>"
    )
    try pty.type(.enter)
    try pty.wait("the first words") { $0.cursorLine == "2/8 one 08:00:00>" }
    pty.resize(columns: 100, rows: 30)
    try pty.type("list instances", .enter)
    try pty.wait(for: "us-west-2b")
    try pty.type("quit", .enter)
    #expect(try pty.waitForExit() == .code(0))
    #expect(try shop.read("room.cast").contains("\"r\", \"100x30\""))
    let environment = [
      "HOME": shop.home, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      "PATH": "/usr/bin:/bin",
    ]
    let whole = try PipedRun(
      Program(Self.asciinema, ["cat", cast], environment: environment),
      input: []
    )
    #expect(whole.exit == .code(0), "\(whole.errors)")
    #expect(whole.output.contains("A name has to lead somewhere."))
    #expect(whole.output.contains("list instances"))
    let player = try PTY(
      Program(Self.asciinema, ["play", "-i", "0.1", "-s", "20", cast], environment: environment)
    )
    try player.wait(for: "us-west-2b")
    #expect(try player.waitForExit() == .code(0))
  }

  @Test func `is refused where the lesson does not do what it says`() throws {
    let broken = Self.lesson.replacing("--ttl 60\nwait 2m", with: "--ttl 60")
    let run = try shop.run(["demo", "short", "--lessons", try lessons(broken)], input: "\n")
    #expect(run.exit == .code(1))
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("does not do what it says"))
    #expect(run.errors.contains("P011"))
  }

  @Test func `that tells before the room could guess says so first, and is given`() throws {
    let early = Self.lesson.replacing(":: dig(\"www\").count == ", with: "")
    let run = try shop.run(["demo", "short", "--lessons", try lessons(early)], input: "\n")
    let lines = early.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex(of: "solve")) + 1
    #expect(run.exit == .code(0))
    #expect(run.output.contains("A name has to lead somewhere."))
    #expect(run.errors.contains("short.lab.md:\(line):1: P062: one:"), "\(run.errors)")
    #expect(run.errors.contains("It is given all the same."))
  }

  @Test func `names the file and the line of the fence at which it is refused`() throws {
    let broken = Self.lesson.replacing("say:  And now", with: "kill Nobody\nsay:  And now")
    let run = try shop.run(["demo", "short", "--lessons", try lessons(broken)], input: "\n")
    let lines = broken.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex(of: "kill Nobody")) + 1
    #expect(run.exit == .code(1))
    #expect(run.errors.contains("short.lab.md:\(line):1: P003: one:"), "\(run.errors)")
  }

  @Test func `says where the file of a lesson is broken`() throws {
    let folder = try lessons(Self.lesson.replacing("minutes: 1", with: "minute: 1"))
    for name in [["short", "--lessons", folder], [folder + "/short.lab.md"]] {
      let run = try shop.run(["demo"] + name, input: "\n")
      #expect(run.exit == .code(1))
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("The file of short is broken:"), "\(run.errors)")
      #expect(run.errors.contains("short.lab.md:5:1"), "\(run.errors)")
      #expect(run.errors.contains("minute"), "\(run.errors)")
    }
  }

  @Test func `takes a lesson by the path of its file`() throws {
    let path = try lessons() + "/short.lab.md"
    let run = try shop.run(["demo", path + "#one"], input: "\n\n")
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.contains("A name has to lead somewhere."))
  }

  @Test func `writes no notes over a file that is there`() throws {
    let notes = try shop.write("mine", to: "mine.txt")
    let run = try shop.run(["demo", "short", "--lessons", try lessons(), "--notes", notes])
    #expect(run.exit == .code(1))
    #expect(run.errors.contains("choose another name"), "\(run.errors)")
    #expect(try shop.read("mine.txt") == "mine")
  }

  static let refusals: [(arguments: [String], words: String)] = [
    (["nothing"], "There is no lesson nothing"),
    (["cafe-failover#outag"], "Did you mean outage?"),
    (["cafe-failover", "--notes", "/"], "could not be opened"),
    (["cafe-failover", "--record", "/nowhere/x.cast"], "could not be opened"),
  ]

  @Test(arguments: refusals.indices)
  func `says what is wrong with its arguments`(row: Int) throws {
    let (arguments, words) = Self.refusals[row]
    let run = try shop.run(["demo"] + arguments)
    #expect(run.exit == .code(1))
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["0", "-1", "1000", "fast"])
  func `knows no such speed`(speed: String) throws {
    #expect(try shop.run(["demo", "cafe-failover", "--speed", speed]).exit == .code(2))
  }
}
