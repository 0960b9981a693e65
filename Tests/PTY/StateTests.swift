import Foundation
import Support
import Testing

/// Where progress is kept, and what happens when it cannot be.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct StateTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  private let warning = "! Nothing is saved now:"

  /// The program begun by a shell, which sets limits first.
  private func limited(_ limit: String, _ input: String) throws -> PipedRun {
    var program = shop.cafe()
    program.arguments = ["-c", "\(limit); exec \"$0\" \"$@\"", program.path] + program.arguments
    program.path = "/bin/sh"
    return try PipedRun(program, input: input)
  }

  @Test(arguments: ["/dev/null/state", "/proc/cafe"])
  func `a folder that cannot be made: work goes on, and export works`(folder: String) throws {
    var program = shop.cafe()
    program.arguments = ["--state", folder]
    let file = shop.file("attempt.json")
    let run = try PipedRun(program, input: "create topic t\nexport \(file)\nlist topics\n")
    #expect(run.exit == .code(0))
    #expect(run.output.ranges(of: warning).count == 1)
    #expect(run.output.contains("Name another: --state DIR"))
    #expect(run.output.contains("The attempt is in \(file)"))
    #expect(try shop.run(["import", file]).exit == .code(0))
  }

  @Test func `without a home it works in memory, and says so at each prompt`() throws {
    var program = shop.cafe(environment: ["XDG_STATE_HOME": "relative"])
    program.environment["HOME"] = nil
    program.arguments = ["--scroll"]
    let pty = try PTY(program)
    try pty.wait("the prompt") { $0.cursorLine == "not saved story 08:00:00>" }
    #expect(pty.screen.text.contains(warning))
    #expect(pty.screen.text.contains("(--state"))
    try pty.enter("wait 10s", prompt: "not saved story 08:00:10>")
    try pty.enter("export \(shop.file("x.json"))", prompt: "not saved story 08:00:10>")
    try pty.type(.endOfInput)
    #expect(try pty.waitForExit() == .code(0))
    #expect(try shop.run(["import", shop.file("x.json")]).exit == .code(0))
  }

  @Test func `a disk that fills up is told once, and export has every row`() throws {
    let lines = (0..<40).map { "create topic topic-\($0)\n" }.joined()
    let file = shop.file("attempt.json")
    // The file may not grow beyond that many blocks; without the signal, that is an error.
    let run = try limited("ulimit -f 250; trap '' XFSZ", lines + "export \(file)\nlist topics\n")
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.ranges(of: warning).count == 1)
    #expect(run.output.contains("topic-39"))
    // Row 0, the first step, and the forty.
    #expect(try shop.read("attempt.json").split(separator: "\n").count == 1 + 42)
    let other = try Shop()
    #expect(try other.run(["import", file]).exit == .code(0))
    // What had been saved before is still good.
    let later = try shop.run([], input: "list topics\n")
    #expect(later.output.contains("Welcome back"))
    #expect(!later.output.contains("damaged"))
  }

  @Test func `a folder that may not be written in is told`() throws {
    try FileManager.default.createDirectory(
      atPath: shop.state,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o555]
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shop.path)
    var program = shop.cafe(["--plain"])
    // Root may write anywhere; nobody may not.
    if geteuid() == 0 {
      program.arguments = ["--reuid", "65534", "--clear-groups", program.path] + program.arguments
      program.path = "/usr/bin/setpriv"
    }
    let run = try PipedRun(program, input: "create topic t\nlist topics\n")
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.contains("Nothing is saved now:"), "\(run.output.prefix(300))")
  }

  @Test(arguments: [0, 100, 5_000, 200_000])
  func `a damaged database is kept aside and a new one begun`(size: Int) throws {
    _ = try shop.run([], input: "create topic t\n")
    var generator = UInt64(size) &+ 7
    let noise = (0..<size).map { _ -> UInt8 in
      generator = generator &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(generator >> 56)
    }
    for name in ["cafe.sqlite-wal", "cafe.sqlite-shm"] {
      // Usually they are gone already.
      try? FileManager.default.removeItem(atPath: shop.state + "/" + name)
    }
    try Data(noise).write(to: URL(fileURLWithPath: shop.database))
    let run = try shop.run([], input: "create topic u\n")
    #expect(run.exit == .code(0))
    // An empty file is an empty database.
    let isDamaged = size > 0
    #expect(run.output.contains("was damaged") == isDamaged, "\(run.output.prefix(300))")
    let kept = try FileManager.default.contentsOfDirectory(atPath: shop.state)
    #expect(kept.contains { $0.contains("damaged") } == isDamaged)
    let next = try shop.run([], input: "list topics\n")
    #expect(next.output.contains("Welcome back"))
    #expect(next.output.contains("u"))
  }

  @Test func `what is no attempt is not taken in`() throws {
    _ = try shop.run([], input: "create topic first\ncreate topic second\n")
    let file = shop.file("attempt.json")
    #expect(try shop.run(["export", file]).exit == .code(0))
    let good = try shop.read("attempt.json")
    let lines = good.split(separator: "\n").map(String.init)
    let bad: [(name: String, text: String, says: String)] = [
      ("edited", good.replacing("topic second", with: "topic sekond"), "last row"),
      ("edited-early", good.replacing("topic first", with: "topic fisrt"), "chain breaks at line"),
      ("cut", lines.dropLast().joined(separator: "\n") + "\n", "of 4 rows"),
      ("torn", String(good.dropLast(100)), "line 5"),
      ("left-out", (lines[..<3] + lines[4...]).joined(separator: "\n") + "\n", "line 4"),
      (
        "swapped", ([lines[0], lines[2], lines[1]] + lines[3...]).joined(separator: "\n"), "line 2"
      ),
      ("empty", "", "it is empty"), ("text", "hello\n", "line 1 is not a row"),
      ("newer", good.replacing("\"format\":1", with: "\"format\":9"), "format 9"),
      ("escapes", good.replacing("topic first", with: "topic \u{1B}[31m"), "control characters"),
      ("deep", String(repeating: "[", count: 100_000), "line 1 is not a row"),
      ("nul", "\0\0\0\n", "control characters"),
    ]
    for (name, text, says) in bad {
      let path = try shop.write(text, to: name)
      let run = try Shop().run(["import", path])
      #expect(run.exit == .code(1), "\(name)")
      #expect(run.errors.contains("is not taken in: "), "\(name): \(run.errors)")
      #expect(run.errors.contains(says), "\(name): \(run.errors)")
      #expect(run.errors.utf8.count < 500, "\(name)")
    }
    #expect(try shop.run(["import", shop.file("nothing")]).errors.contains("could not be read"))
    #expect(try shop.run(["import", shop.path]).errors.contains("not a plain file"))
  }

  @Test func `an attempt travels by a file, and a reset throws it away`() throws {
    _ = try shop.run([], input: "create topic first\n")
    let file = shop.file("attempt.json")
    _ = try shop.run(["export", file])
    let other = try Shop()
    #expect(try other.run(["import", file]).exit == .code(0))
    #expect(try other.run([], input: "list topics\n").output.contains("first"))
    #expect(try other.run(["progress"]).output.contains("of 60 points"))

    #expect(try other.run(["reset", "cafe-failover"], input: "n\n").exit == .code(1))
    #expect(try other.run(["reset", "cafe-failover"]).exit == .code(1))
    #expect(try other.run([], input: "list topics\n").output.contains("first"))
    #expect(try other.run(["reset", "cafe-failover", "--yes"]).exit == .code(0))
    #expect(!(try other.run([], input: "list topics\n").output.contains("Welcome back")))
  }
  @Test func `a reset of a lesson that there is not says so, and what is near`() throws {
    let mistyped = try shop.run(["reset", "cafe-failovr", "--yes"])
    #expect(mistyped.exit == .code(1))
    #expect(mistyped.errors.contains("There is no lesson cafe-failovr."))
    #expect(mistyped.errors.contains("Did you mean cafe-failover?"))
    let unused = try shop.run(["reset", "cafe-failover", "--yes"])
    #expect(unused.exit == .code(0))
    #expect(unused.output.contains("There is no attempt of cafe-failover"))
  }
}
