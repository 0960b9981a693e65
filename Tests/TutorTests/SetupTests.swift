import CafeWorld
import Lab
import Terminal
import Testing

@testable import Tutor

/// What a learner hears of a step whose setup the café refuses.
struct `The scene of a step` {
  private static let steps = """
    ## Build {#build}

    Make a topic.

    ## Look {#look}

    There is a topic, and a server that is down.

    ```setup
    create topic Alerts
    stop CafeInstance1
    ```

    """

  private func entered(after lines: [String]) throws -> (room: Classroom, said: String) {
    var room = Classroom(before: try Classroom.draft(Self.steps))
    _ = room.session.update(.greet)
    for line in lines { room.type(line) }
    let said = room.type("next").unwrapped
    return (room, said)
  }

  @Test func `that cannot be set up whole says which line is missing, and what to try`() throws {
    let (room, said) = try entered(after: ["create topic Alerts"])
    #expect(room.session.step?.id == "look")
    #expect(room.session.attempt.world.instances[0].state == .running)
    #expect(room.session.attempt.world.topics.map(\.name) == ["Alerts"])
    #expect(said.contains("the café refused its line `create topic Alerts`."), "\(said)")
    #expect(said.contains("There is already a topic \"Alerts\"."), "\(said)")
    #expect(said.contains("`start draft --step look`"), "\(said)")
  }

  @Test func `that is whole says nothing of it`() throws {
    let (room, said) = try entered(after: [])
    #expect(room.session.attempt.world.instances[0].state == .stopping)
    #expect(!said.contains("refused") && !said.contains("start draft"), "\(said)")
  }
}
