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

  private static let guess = """
    ```predict lost
    run:    stop CafeInstance1
            wait 1m
    ask:    How many orders are lost?
    answer: orders.lost
    near:   1
    ```

    """

  @Test func `a guess that was left out is not asked again, and takes no step with it`() throws {
    let asks = Self.second + Self.guess
    var room = try Classroom(before: Classroom.draft(asks + "## Three {#three}\n\nThe end.\n"))
    _ = room.session.jump(to: "two")
    #expect(room.session.asking?.name == "lost")
    room.type("skip")
    #expect(room.session.asking == nil)
    for step in [asks.replacing("Make a topic.", with: "Make one."), Self.second] {
      let changed = try Classroom.draft(step + "## Three {#three}\n\nThe end.\n")
      let (session, _) = room.session.reloaded(changed, Library(files: []))
      #expect(session.asking == nil)
      #expect(session.attempt.step == "two")
    }
  }

  @Test func `whoever leaves what is only tried is told that nothing is kept`() throws {
    var room = try Classroom(before: Classroom.draft(Self.second))
    let said = shown(room.session.update(.interrupted))
    #expect(said.contains("and everything is kept"))
    room.session.isKept = false
    let lesson = try Classroom.draft(Self.second)
    var session = room.session.reloaded(lesson, Library(files: [])).0
    let saidOfDraft = shown(session.update(.interrupted))
    #expect(saidOfDraft.contains("and nothing is kept"))
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
