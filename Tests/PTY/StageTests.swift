import Foundation
import Support
import Testing

/// The stage of the real program.
@Suite(.serialized, .timeLimit(.minutes(4)))
struct StageTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  /// The port of the page that the program names.
  private func port(in text: String) throws -> UInt16 {
    let page = try #require(text.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//), "\(text)")
    return try #require(UInt16(page.1))
  }

  /// What a browser gets that comes now: the clock of the latest frame.
  private func clock(at port: UInt16) throws -> String? {
    let socket = try LoopbackSocket(stream: true, port: port)
    socket.send(Array("GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8))
    return found { () -> String? in
      socket.receive().flatMap { octets in
        String(decoding: octets, as: UTF8.self).firstMatch(of: /"clock":"([\d:]+)","day"/)
          .map { String($0.1) }
      }
    }
  }

  @Test func `follows what is typed, and goes back with it`() throws {
    let pty = try shop.sit(["--stage", "0"], columns: 100, rows: 40)
    let port = try port(in: pty.screen.text)
    #expect(try clock(at: port) == "08:00:00")
    try pty.enter("wait 5m", prompt: "story 08:05:00>")
    #expect(try clock(at: port) == "08:05:00")
    try pty.enter("undo", prompt: "story 08:00:00>")
    #expect(try clock(at: port) == "08:00:00")
    try pty.enter("stage off", prompt: "story 08:00:00>")
    #expect(throws: SupportFailure.self) { try LoopbackSocket(stream: true, port: port) }
    try pty.enter("stage", prompt: "story 08:00:00>")
    #expect(pty.screen.text.contains("The stage is dark."))
    try pty.enter("stage on", prompt: "story 08:00:00>")
    #expect(try clock(at: port) == "08:00:00")
    try pty.type(.endOfInput)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.modes == pty.modesAtStart)
  }

  @Test func `shows what came of a line while a screenful of its words waits`() throws {
    let pty = try PTY(shop.cafe(["--stage", "0"]))
    try pty.wait("the first screenful") { $0.cursorLine.contains("(more") }
    try pty.type("q")
    try pty.wait("the prompt") { $0.cursorLine == "story 08:00:00>" }
    try pty.enter("stage", prompt: "story 08:00:00>")
    let port = try port(in: pty.screen.text)
    #expect(try clock(at: port) == "08:00:00")
    // The step begins at two past eight, and its text is longer than the screen.
    try pty.type("next\r")
    try pty.wait("a screenful of the step") { $0.cursorLine.contains("(more") }
    #expect(try clock(at: port) == "08:02:00")
  }

  /// Two checks turn in one moment, and between their lines the screen is full.
  @Test func `is never behind a screen that is full before a stretch of time is over`() throws {
    let pty = try PTY(shop.cafe(["--scene", "cafe", "--stage", "0"]))
    try pty.wait("the prompt") { $0.cursorLine == "café 08:00:00>" }
    let port = try port(in: pty.screen.text)
    let browser = try LoopbackSocket(stream: true, port: port)
    browser.send(Array("GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8))
    #expect(browser.receive() != nil)
    for line in [
      "create health-check P --ip-address CafeInstance1",
      "create health-check Q --ip-address CafeInstance1", "kill CafeInstance1",
    ] {
      try pty.enter(line, prompt: "café 08:00:00>")
    }
    pty.resize(columns: 80, rows: 5)
    try pty.type("wait 4m\r")
    try pty.wait("a screenful") { $0.cursorLine.contains("(more") }
    let lines = pty.screen.lines
    let last = try #require(lines.last { $0.firstMatch(of: /^\d\d:\d\d:\d\d {2}\S/) != nil })
    let shown = try #require(try clock(at: port))
    #expect(shown >= String(last.prefix(8)), "\(lines)")
    withExtendedLifetime(browser) {}
  }

  @Test func `is lit for a script, and stays lit in the next lesson`() throws {
    let run = try shop.run(
      ["--stage", "0", "--plain"],
      input: "stage\nstart cafe-quiz\nstage sideways\nstage on\n"
    )
    #expect(run.exit == .code(0))
    let pages = run.output.matches(of: /http:\/\/127\.0\.0\.1:(\d+)\//).map(\.1)
    #expect(pages.count == 4 && Set(pages).count == 1, "\(run.output)")
    #expect(run.output.contains("on or off"))
  }

  @Test func `is lit on the port that is named at the prompt`() throws {
    let other = try LoopbackListener { _ in }
    let lines = ["stage on 0", "stage on \(other.port)", "stage on 65536", "stage off 1"]
    let run = try shop.run(["--plain"], input: lines.joined(separator: "\n") + "\n")
    let said = run.output.split { " \n".contains($0) }.joined(separator: " ")
    #expect(said.contains("http://127.0.0.1:"), "\(said)")
    #expect(said.contains("port \(other.port): address already in use"), "\(said)")
    #expect(said.contains("stage on 0 takes one that is free"), "\(said)")
    #expect(said.contains("a number from 0 to 65535") && said.contains("nothing behind"), "\(said)")
  }

  @Test func `says when its port is taken, before anybody sees anything`() throws {
    let other = try LoopbackListener { _ in }
    let run = try shop.run(["--stage", "\(other.port)"], input: "status\n")
    #expect(run.exit == .code(1) && run.output.isEmpty)
    #expect(
      run.errors.contains(
        "the stage cannot listen on 127.0.0.1 port \(other.port): address already in use. "
          + "Try another port: --stage 0 takes one that is free."
      ),
      "\(run.errors)"
    )
    for words in [["--stage=65536", "--plain"], ["--stage", "65536"], ["--stage=-1"]] {
      let wrong = try shop.run(words, input: "status\n")
      #expect(wrong.exit == .code(2) && wrong.errors.contains("is no port"), "\(words)")
    }
  }

  @Test(
    .enabled(if: ClientScriptTests.hasBrowser, "needs chromium and playwright (`make clients`)")
  )
  func `shows the four moments of a failover in a browser`() throws {
    let run = try PipedRun(
      Program(
        StoryTests.python,
        [StoryTests.root + "/Tests/Clients/stage.py", BuiltProgram.path("cafe")],
        environment: ["HOME": shop.home, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      ),
      input: [],
      seconds: 180
    )
    #expect(run.exit == .code(0), "\(run.errors)\n\(run.output)")
    #expect(run.output.contains("stage: the four moments look right"), "\(run.output)")
  }
}
