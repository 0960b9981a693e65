import CafeWorld
import Lab
import Terminal
import Testing

@testable import Tutor

/// A lesson that changes while somebody is in it.
struct `Trying a lesson while it is written` {
  private static let first = "## One {#one}\n\nRead this.\n\n"
  private static let second = """
    ## Two {#two}

    Make a topic.

    ```task
    [topic] 1  there is a topic called A
               topic("A") exists
    ```

    ```solve
    create topic A
    ```

    """

  private func shown(_ effects: [Effect]) -> String {
    effects.compactMap { if case .print(let text) = $0 { text.text } else { nil } }
      .joined(separator: "\n").unwrapped
  }

  @Test func `goes on in the same step, with what was typed in it`() throws {
    var room = try Classroom(before: Classroom.draft(Self.first + Self.second))
    _ = room.session.jump(to: "two")
    room.type("create topic A", "create topic B", "undo")
    let changed = try Classroom.draft(
      Self.first + Self.second.replacing("Make a topic.", with: "Make the topic **A**.")
    )
    let (session, effects) = room.session.reloaded(changed, Library(files: []))
    #expect(session.attempt.step == "two")
    #expect(session.attempt.world.topics.map(\.name) == ["A"])
    #expect(session.reports.map(\.status.isMet) == [true])
    #expect(shown(effects).contains("Make the topic A."))
  }

  @Test func `a line that is refused now, and a step that has gone, are left behind`() throws {
    var room = try Classroom(before: Classroom.draft(Self.first + Self.second))
    _ = room.session.jump(to: "two")
    room.type("create topic A", "create topic B")
    let setup = Self.second.replacing(
      "```task",
      with: "```setup\nstop CafeInstance1\n```\n\n```task"
    )
    let (again, _) = room.session.reloaded(
      try Classroom.draft(Self.first + setup),
      Library(files: [])
    )
    #expect(again.attempt.world.topics.map(\.name) == ["A", "B"])
    #expect(again.attempt.world.instance("CafeInstance1")?.state != .running)
    let only = try Classroom.draft(Self.first)
    let (gone, effects) = room.session.reloaded(only, Library(files: []))
    #expect(gone.attempt.step == "one")
    #expect(gone.attempt.world.topics.isEmpty)
    #expect(shown(effects).contains("Read this."))
  }
}
