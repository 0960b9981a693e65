@testable import CafeWorld
import Foundation

/// A world, the commands that were tried on it, and what went wrong first.
struct Trial {
  private(set) var world: World
  private(set) var violation: String?
  private(set) var accepted = 0
  private(set) var refused = 0
  private var history: [Event] = []

  init(seed: UInt64) {
    let profile = CustomerProfile(count: 5, periods: Array(repeating: 7 * .minute, count: 24))
    world = Scene.cafe.world(seed: seed, profile: profile)
  }

  /// The same seed and commands, played from the start.
  init(seed: UInt64, _ commands: [Command]) {
    self.init(seed: seed)
    for command in commands where violation == nil { attempt(command) }
  }

  private mutating func fail(_ sentence: String) {
    violation = violation ?? sentence
  }

  mutating func attempt(_ command: Command) {
    let before = world
    do {
      let events = try world.perform(command)
      accepted += 1
      examine(events, from: before)
      if case .wait(let time) = command { split(time, before) }
    } catch {
      refused += 1
      if world != before { fail("a refused command changed the world") }
    }
  }

  /// Decided events, applied one by one, make the same world; each has its place and cause.
  private mutating func examine(_ events: [Event], from before: World) {
    var replayed = before
    for (index, event) in events.enumerated() {
      if event.at < replayed.now { fail("time ran back to \(event.at.iso)") }
      if event.number != replayed.eventCount + 1 { fail("an event is counted wrongly") }
      if !event.isAccountedFor { fail("\(event.fact) has no cause") }
      if let cause = event.cause, cause > 0, history[cause - 1].at > event.at {
        fail("a cause comes later")
      }
      history.append(event)
      replayed.apply(event)
      let isLast = index + 1 == events.count || events[index + 1].at > event.at
      if isLast, let first = replayed.violations().first { fail("\(first), after \(event.fact)") }
    }
    if replayed != world { fail("decide and apply differ from perform") }
  }

  /// One wait made in two leaves the same state.
  private mutating func split(_ time: Milliseconds, _ before: World) {
    guard time > 1 else { return }
    var halves = before
    let first = 1 + Int64(mixed(before.seed.value ^ UInt64(time)) % UInt64(time - 1))
    _ = try? halves.perform(.wait(first))
    _ = try? halves.perform(.wait(time - first))
    if halves.digest != world.digest { fail("a wait of \(first) ms and the rest differ") }
  }

  /// The world and a command as text and back.
  mutating func passThroughText(_ commands: [Command]) throws {
    let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
    let copy = try decoder.decode(World.self, from: encoder.encode(world))
    if copy != world || copy.digest != world.digest { fail("the world does not survive its text") }
    let again = try decoder.decode([Command].self, from: encoder.encode(commands))
    if again != commands { fail("a command does not survive its text") }
  }
}
