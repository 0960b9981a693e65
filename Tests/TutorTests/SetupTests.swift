import CafeWorld
import Commands
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
    #expect(said.contains("`start draft --step look` at the prompt"), "\(said)")
    #expect(said.contains("`cafe run --lesson draft --step look` in a run"), "\(said)")
  }

  @Test func `that comes from a folder is begun anew from there`() throws {
    let file = (name: "draft.lab.md", bytes: Classroom.draftFile(Self.steps))
    for (library, option) in [
      (Library(files: [file], of: "my lessons"), " --lessons 'my lessons'"),
      (Library(files: [], of: "my lessons", inside: [file]), ""),
    ] {
      var room = Classroom(before: try Classroom.draft(Self.steps), library: library)
      _ = room.session.update(.greet)
      room.type("create topic Alerts")
      let said = room.type("next").unwrapped
      #expect(said.contains("`cafe run --lesson draft --step look\(option)` in a run"), "\(said)")
    }
  }

  @Test func `in which an attempt begins is shown whole, and welcomes nobody back`() throws {
    var room = Classroom(before: try Classroom.draft(Self.steps))
    _ = room.session.jump(to: "look")
    let first = greeting(of: &room)
    #expect(first.contains("A draft") && first.contains("a server that is down"), "\(first)")
    #expect(!first.contains("Welcome back"), "\(first)")
    room.type("wait 1m")
    let later = greeting(of: &room)
    #expect(later.contains("Welcome back") && !later.contains("a server that is down"), "\(later)")
  }

  @Test func `that is the first is no other beginning than that of the lesson`() throws {
    let file = (name: "draft.lab.md", bytes: Classroom.draftFile(Self.steps))
    for (step, jump) in [("build", nil), ("look", "look")] as [(String, String?)] {
      var room = Classroom(
        before: try Classroom.draft(Self.steps),
        library: Library(files: [file])
      )
      _ = room.session.update(.greet)
      let opens = room.session.update(.line("start draft --step \(step)")).contains { effect in
        if case .open(lesson: "draft", .new(step: jump)) = effect { true } else { false }
      }
      #expect(opens, "\(step)")
    }
  }

  private func greeting(of room: inout Classroom) -> String {
    room.session.update(.greet).compactMap { effect in
      if case .print(let text) = effect { text.text } else { nil }
    }.joined(separator: "\n").unwrapped
  }

  @Test func `has the café's reason on lines of their own`() throws {
    let setup = "create record www A 10.0.0.1\nupdate health-check none --disabled"
    let steps = Self.steps.replacing("create topic Alerts\nstop CafeInstance1", with: setup)
    var room = Classroom(before: try Classroom.draft(steps))
    _ = room.session.update(.greet)
    let lines = room.type("next").split(separator: "\n")
    let warned = try #require(lines.firstIndex { $0.hasPrefix("warning:") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("That line and those after it") })
    #expect(lines[warned..<end].allSatisfy { $0.count <= 80 }, "\(lines)")
    #expect(lines[warned..<end].contains { $0.hasPrefix("  There is no health check") }, "\(lines)")
  }

  @Test func `that one jumps to is told of as well, and nothing else is said`() throws {
    let setup = "create topic Alerts\ncreate topic Alerts"
    let broken = Self.steps.replacing("create topic Alerts", with: setup)
    for (steps, isWhole) in [(Self.steps, true), (broken, false)] {
      var room = Classroom(before: try Classroom.draft(steps))
      let told = room.session.jump(to: "look").compactMap { effect in
        if case .print(let text) = effect { text.text } else { nil }
      }.joined(separator: "\n").unwrapped
      #expect(told.isEmpty == isWhole)
      #expect(told.contains("the step `look` could not be set up whole") != isWhole, "\(told)")
      #expect(told.contains("tell whoever wrote the lesson") != isWhole, "\(told)")
      #expect(!told.contains("`start ") && !told.contains("a server that is down"), "\(told)")
    }
  }

  @Test func `that is whole says nothing of it`() throws {
    let (room, said) = try entered(after: [])
    #expect(room.session.attempt.world.instances[0].state == .stopping)
    #expect(!said.contains("refused") && !said.contains("start draft"), "\(said)")
  }
}
