import Terminal
import Testing

@testable import Tutor

/// What a wrong guess has beside it, where much happened on the copy.
struct `What happened on a copy` {
  private static let mails = #"mail(to: "sofia@cafe.example", subject: "ALARM*").count"#

  private static let setup = """
    ## Build {#build}

    Build it.

    ```setup
    create health-check H --ip-address CafeInstance1 --request-interval 10 --failure-threshold 2
    create health-check I --ip-address CafeInstance1 --request-interval 10 --failure-threshold 2
    create health-check J --ip-address CafeInstance1 --request-interval 10 --failure-threshold 2
    create record www A CafeInstance1 --failover primary --set-identifier P --health-check H
    create record www A CafeInstance2 --failover secondary --set-identifier S
    create topic T
    subscribe T sofia@cafe.example
    confirm sofia@cafe.example
    create alarm A --health-check H --topic T
    wait 5m
    ```

    """

  /// The lines that are said of a guess, after these commands, at this answer.
  private func told(
    _ guess: String,
    after run: String,
    at answer: String,
    on display: Display = Display(width: 80, colour: false)
  ) throws -> [String] {
    let step = "run: \(run)\nask: What comes?\nanswer: \(answer)"
    let text = Self.setup + "\n## Guess {#guess}\n\nGuess.\n\n```predict guess\n\(step)\n```\n"
    var room = Classroom(before: try Classroom.draft(text))
    room.session.display = display
    _ = room.session.update(.greet)
    room.type("next")
    return room.type(guess).split(separator: "\n").map(String.init)
  }

  @Test func `is what was done, and the last of what came of it, in seven lines`() throws {
    let lines = try told("7", after: "kill CafeInstance1\n     wait 4m", at: Self.mails)
    let first = try #require(lines.firstIndex { $0.hasPrefix("You said: 7. On a copy") })
    let list = lines.dropFirst(first + 1)
      .prefix { $0 == "…" || $0.hasPrefix("08:") || $0.hasPrefix("     ") }
    #expect(list.first?.contains("CafeInstance1 loses its power") == true, "\(lines)")
    #expect(list.contains("…") && list.count <= 7, "\(lines)")
    #expect(list.contains { $0.contains("Mail 2 for") }, "\(lines)")
    #expect(!lines.contains { $0.contains("Open it") || $0.contains("Meanwhile") }, "\(lines)")
  }

  static let deciders: [(String, [String])] = [
    ("dig(\"www\").count", ["www.cafe.example now leads to"]),
    ("orders(last: \"1m\").lost", ["www.cafe.example now leads to"]),
    ("hc(\"H\").healthy-checkers", ["H", "all 16 checkers now say"]),
  ]

  @Test(arguments: deciders)
  func `always holds what the answer hangs on`(answer: String, words: [String]) throws {
    let run = "kill CafeInstance1\n     wait 4m\n     kill CafeInstance2\n     wait 1m"
    let lines = try told("777", after: run, at: answer)
    let first = try #require(lines.firstIndex { $0.hasPrefix("You said: 777. On a copy") })
    let list = lines.dropFirst(first + 1)
      .prefix { $0 == "…" || $0.hasPrefix("08:") || $0.hasPrefix("     ") }
    #expect(list.first?.contains("CafeInstance1 loses its power") == true, "\(lines)")
    #expect(list.contains { line in words.allSatisfy { line.contains($0) } }, "\(lines)")
    #expect(list.contains("…") && list.count <= 9, "\(lines)")
  }

  @Test func `in the café's lesson shows the name servers turning to the standby`() throws {
    var room = try Classroom(at: "secondary", linear: false)
    let said = room.type("0").unwrapped
    #expect(said.contains("The engine says 1. "), "\(said)")
    #expect(said.contains("www.cafe.example now leads to"), "\(said)")
  }

  @Test func `has its day where it went on until another`() throws {
    let run = ["kill CafeInstance1", "wait 20h", "start CafeInstance1", "wait 10m"]
    let answer = "hc(\"H\").healthy-checkers"
    let lines = try told("7", after: run.joined(separator: "\n     "), at: answer)
    let first = try #require(lines.firstIndex { $0.hasPrefix("You said: 7. On a copy") })
    let list = lines.dropFirst(first + 1)
    #expect(list.first?.hasPrefix("Mon 08:05:00  CafeInstance1 loses") == true, "\(lines)")
    #expect(list.contains { $0.hasPrefix("Tue 04:0") }, "\(lines)")
    #expect(!list.contains { $0.hasPrefix("08:") || $0.hasPrefix("04:") }, "\(lines)")
  }

  @Test func `is named below the timelines up to the moment that was asked for`() throws {
    let answer = "seconds until (\(Self.mails) == 1)"
    let lines = try told("7", after: "kill CafeInstance1", at: answer)
    #expect(lines.contains { $0.hasPrefix("engine") }, "\(lines)")
    #expect(lines.contains("       …") && lines.contains { $0.contains("Mail 2 for") }, "\(lines)")
    #expect(!lines.contains { $0.contains("Open it") }, "\(lines)")
  }

  @Test func `is as much in a list as below the timelines`() throws {
    let answer = "seconds until (\(Self.mails) == 1)"
    let display = Display(width: 80, linear: true)
    let lines = try told("7", after: "kill CafeInstance1", at: answer, on: display)
    let first = try #require(lines.firstIndex(of: "the last 10 events:"), "\(lines)")
    let list = lines.dropFirst(first + 1).prefix { $0.hasPrefix("  ") }
    #expect((2...10).contains(list.count { $0.hasPrefix("  08:") }), "\(lines)")
    #expect(list.contains { $0.contains("Mail 2 for") }, "\(lines)")
  }
}
