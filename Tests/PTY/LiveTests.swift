import Support
import Testing

/// The café by the wall clock, at a prompt.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct LiveTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  /// A prompt whose clock runs.
  private static func isPrompt(_ screen: Screen, _ typed: String = "") -> Bool {
    screen.cursorLine.wholeMatch(of: /story \d\d:\d\d:\d\d>( .*)?/) != nil
      && screen.cursorLine.hasSuffix("> " + typed)
      || typed.isEmpty
        && screen.cursorLine.wholeMatch(of: /story \d\d:\d\d:\d\d>/) != nil
  }

  private func enter(_ pty: PTY, _ line: String) throws {
    try pty.type(line)
    try pty.wait("the line \(line)") { Self.isPrompt($0, line) }
    let rows = pty.screen.scrolledOff.count + pty.screen.row
    try pty.type(.enter)
    try pty.wait("the prompt behind \(line)") {
      Self.isPrompt($0) && $0.scrolledOff.count + $0.row > rows
    }
  }

  private func open() throws -> (pty: PTY, api: UInt16) {
    let pty = try shop.sit(columns: 100, rows: 40)
    try pty.type("live on", .enter)
    try pty.wait("the doors") {
      $0.text.contains("a browser at") && Self.isPrompt($0)
    }
    let address = try #require(
      pty.screen.text.firstMatch(of: /AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:(\d+)/)
    )
    return (pty, try #require(UInt16(address.1)))
  }

  @Test func `prints what happens above a line that is half typed`() throws {
    let (pty, port) = try open()
    try pty.type("create topic mi")
    try pty.wait("the half of a line") { Self.isPrompt($0, "create topic mi") }
    let client = try LoopbackSocket(stream: true, port: port)
    #expect(client.createTopic("theirs") == "theirs")
    try pty.wait("the call, above the line") {
      $0.text.contains("The topic theirs is there")
        && Self.isPrompt($0, "create topic mi")
    }
    try pty.type("ne", .enter)
    try pty.wait("the answer") { $0.text.contains("mine") && Self.isPrompt($0) }
    #expect(try client.topics().sorted() == ["mine", "theirs"])
    // What the other program did is undone like a line of one's own.
    try enter(pty, "undo")
    #expect(try client.topics() == ["theirs"])
    try enter(pty, "undo")
    #expect(try client.topics() == [])
    try enter(pty, "redo")
    #expect(try client.topics() == ["theirs"])
    try pty.type(.endOfInput)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.modes == pty.modesAtStart)
  }

  @Test func `lets time pass while nobody types`() throws {
    let (pty, _) = try open()
    try enter(pty, "reboot CafeInstance1")
    try pty.type("wai")
    try pty.wait("the end of the reboot, above the line", seconds: 40) {
      $0.text.contains("CafeInstance1") && $0.text.contains("08:00:2")
        && Self.isPrompt($0, "wai")
        // The prompt's clock goes with it.
        && $0.cursorLine.wholeMatch(of: /story 08:00:[2-5]\d> wai/) != nil
    }
    try pty.type("t 1m", .enter)
    try pty.wait("a jump of the clock") {
      $0.cursorLine.wholeMatch(of: /story 08:01:\d\d>/) != nil
    }
    try pty.type("quit", .enter)
    #expect(try pty.waitForExit() == .code(0))
  }

  @Test func `does what another program asks for after a wait, not behind its bar`() throws {
    let (pty, port) = try open()
    let client = try LoopbackSocket(stream: true, port: port)
    try pty.type("wait 2m", .enter)
    try pty.wait("the bar") { $0.text.contains("a key skips") }
    #expect(client.createTopic("theirs") == "theirs")
    try pty.wait("the call") { $0.text.contains("The topic theirs is there") && Self.isPrompt($0) }
    #expect(!pty.screen.text.contains("a key skips"), "\(pty.screen.text)")
    try pty.type("quit", .enter)
    #expect(try pty.waitForExit() == .code(0))
  }

  @Test func `closes the doors, and time stands still again`() throws {
    let (pty, port) = try open()
    let client = try LoopbackSocket(stream: true, port: port)
    #expect(client.createTopic("theirs") == "theirs")
    try pty.wait("the call") { $0.text.contains("The topic theirs is there") && Self.isPrompt($0) }
    try enter(pty, "live off")
    #expect(pty.screen.text.contains("The doors are closed, and time stands still again."))
    #expect(client.ending() != nil)
    #expect(throws: SupportFailure.self) { try LoopbackSocket(stream: true, port: port) }
    let prompt = pty.screen.cursorLine
    try pty.enter("list topics", prompt: prompt)
    #expect(pty.screen.text.contains("theirs"))
    try enter(pty, "live")
    #expect(pty.screen.text.contains("Time stands still until you let it pass."))
    // They open again, where they were or elsewhere.
    try pty.type("live on", .enter)
    try pty.wait("the doors") {
      $0.text.ranges(of: "a browser at").count >= 2 && Self.isPrompt($0)
    }
    try pty.type("quit", .enter)
    #expect(try pty.waitForExit() == .code(0))
    let again = try shop.run([], input: "list topics\n")
    #expect(again.output.contains("theirs"))
  }
}
