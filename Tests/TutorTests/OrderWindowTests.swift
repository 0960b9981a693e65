import CafeWorld
import Commands
import Lab
import Terminal
import Testing

@testable import Tutor

/// Orders of the last so long, wherever somebody asks for them.
@Suite(.timeLimit(.minutes(1)))
struct `Orders of a window` {
  private let world: World

  /// A server that sends another page for some hours, with one that is well beside it.
  init() throws {
    var world = Scene.cafe.world(seed: 7)
    for line in [
      "create record www A CafeInstance1 --weight 60 --set-identifier one",
      "create record www A CafeInstance2 --weight 40 --set-identifier two", "wait 90m",
      "break CafeInstance2 --body Closed", "wait 100m",
    ] {
      world = try Situation(world: world).carryingOut(line).get()
    }
    self.world = world
  }

  static let windows = ["1m", "7m", "10m", "59m", "1h", "95m", "2h", "1d"]

  private func shown(_ inquiry: Inquiry) -> String {
    let display = Display(width: 120, linear: true)
    return Views.show(inquiry, of: world, events: [], on: display).text
  }

  private func value(_ query: String) throws -> Double? {
    let test = try Lab.Test(parsing: "\(query) exists")
    guard case .exists(let value) = test else { return nil }
    return Evaluator(Situation(world: world)).value(value).number
  }

  @Test(arguments: windows)
  func `are as many for a test as for a command`(window: String) throws {
    let text = shown(.orders(last: Durations.milliseconds(window)))
    let sums = try #require(text.firstMatch(of: /: (\d+) placed, (\d+) lost/))
    #expect(try value("orders(last: \"\(window)\").placed") == Double(sums.1))
    #expect(try value("orders(last: \"\(window)\").lost") == Double(sums.2))
    #expect(try #require(Int(sums.1)) > 0)
  }

  @Test(arguments: windows)
  func `are as many on the timeline`(window: String) throws {
    let text = shown(.timeline(nil, last: Durations.milliseconds(window)))
    let lost = text.matches(of: /(\d+) lost/).compactMap { Double($0.1) }.reduce(0, +)
    #expect(try value("orders(last: \"\(window)\").lost") == lost, "\(text)")
  }

  @Test func `are told without the learner's own, of which those in it alone are counted`() throws {
    var attempt = Attempt(
      Beginning(engine: "", lesson: "", lessonHash: "", scene: "cafe", seed: 7)
    )
    for line in [
      "create record www A CafeInstance1", "wait 10m", "order CafeInstance1",
      "order CafeInstance2", "wait 30m", "order CafeInstance1", "wait 5m",
    ] {
      let (_, commands, _) = Situation(attempt).carryingOut([line])
      _ = try attempt.carryOut(.commands(commands), typed: line)
    }
    for (last, told) in [
      (nil, "Your own 3 orders by hand are not"), ("10m", "Your own 1 order by hand is not"),
      ("1h", "Your own 3 orders by hand are not"), ("1m", nil),
    ] as [(String?, String?)] {
      let text = Views.show(
        .orders(last: last.flatMap { Durations.milliseconds($0) }),
        of: attempt.world,
        events: attempt.events(),
        on: Display(width: 120, linear: true)
      ).text
      #expect(told.map { text.contains($0) } ?? !text.contains("by hand"), "\(text)")
    }
  }

  @Test func `are fewer where the window is shorter`() throws {
    let counts = try Self.windows.map { try value("orders(last: \"\($0)\").count") ?? 0 }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(counts).count > 5)
    #expect(counts.last == Double(world.customers.placed + world.customers.lost))
  }
}
