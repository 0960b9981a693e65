import Support
import Testing

/// Two windows on one attempt.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct WindowTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test func `the second window can only look, and says so`() throws {
    let first = try shop.sit()
    try first.enter("create topic alerts", prompt: "story 08:00:00>")
    let second = try shop.sit(prompt: "read-only story 08:00:00>")
    #expect(second.screen.text.contains("open in another window"))
    #expect(second.screen.text.contains("process \(first.child.processID)"))
    try second.enter("kill CafeInstance1", prompt: "read-only story 08:00:00>")
    try second.enter("next", prompt: "read-only story 08:00:00>")
    try second.enter("list topics", prompt: "read-only story 08:00:00>")
    #expect(second.screen.text.contains("alerts"))
    #expect(second.screen.text.contains("so here you can only look."))
    #expect(!second.screen.text.contains("loses its power"))
    try first.enter("wait 1s", prompt: "story 08:00:01>")
    try first.type(.endOfInput)
    #expect(try first.waitForExit() == .code(0))
    try second.type(.endOfInput)
    #expect(try second.waitForExit() == .code(0))
    _ = try shop.sit(prompt: "story 08:00:01>")
  }

  @Test func `a window whose owner was killed is free again`() throws {
    let first = try shop.sit()
    try first.enter("wait 1s", prompt: "story 08:00:01>")
    first.child.send(signal: 9)
    #expect(try first.waitForExit() == .signal(9))
    _ = try shop.sit(prompt: "story 08:00:01>")
  }

  // The log of a session is no other program's to remove.
  @Test(arguments: ["progress", "review", "export"])
  func `who looks beside a session takes nothing of it along`(command: String) throws {
    let first = try shop.sit()
    try first.enter("wait 1s", prompt: "story 08:00:01>")
    try first.enter("wait 1s", prompt: "story 08:00:02>")
    _ = try shop.run([command], input: "quit\n")
    try first.enter("wait 1s", prompt: "story 08:00:03>")
    try first.enter("wait 1s", prompt: "story 08:00:04>")
    _ = try shop.run([command], input: "quit\n")
    try first.enter("wait 1s", prompt: "story 08:00:05>")
    first.child.send(signal: 9)
    #expect(try first.waitForExit() == .signal(9))
    _ = try shop.sit(prompt: "story 08:00:05>")
  }
}
