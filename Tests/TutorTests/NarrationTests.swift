import CafeWorld
import DNS
import Route53
import Terminal
import Testing

@testable import Tutor

struct `What happened` {
  private static let display = Display(width: 80, colour: false, linear: true)

  /// What is told of a command in a new café.
  private func told(_ commands: [Command], mailbox: Narration.Mailbox = .prompt) throws -> String {
    let before = Scene.cafe.world(seed: 1)
    var world = before
    var events: [Event] = []
    for command in commands { events += try world.perform(command) }
    return Narration.lines(
      events,
      before: before,
      after: world,
      mailbox: mailbox,
      on: Self.display
    ).map(\.text.text).joined(separator: "\n")
  }

  /// Requests go to this machine at once, and to others where the operator lets them.
  @Test(arguments: [("127.0.0.1:80", false), ("8.8.8.8:80", true)])
  func `promises no requests that may not be made`(place: String, isConditional: Bool) throws {
    let outside = try #require(Outside(place))
    let text = try told([.createInstance(name: "mine", zone: "us-west-2a", outside: outside)])
    #expect(text.contains("make real requests there"))
    #expect(text.contains("--allow-probes") == isConditional)
  }

  @Test func `says where mail is read, at a prompt or without one`() throws {
    let commands: [Command] = [
      .createTopic("t"),
      .subscribe(topic: "arn:aws:sns:us-east-1:123456789012:t", endpoint: "sofia@cafe.example"),
    ]
    #expect(try told(commands).contains("Open it with `read 1`."))
    let text = try told(commands, mailbox: .url("http://127.0.0.1:5380/_cafe/inbox"))
    #expect(text.contains("Open it with `curl http://127.0.0.1:5380/_cafe/inbox/1`."))
    let copied = try told(commands, mailbox: .nowhere)
    #expect(copied.contains("Mail 1 for") && !copied.contains("Open it"), "\(copied)")
  }
}
