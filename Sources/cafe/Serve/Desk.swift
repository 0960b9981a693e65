import CafeWorld
import Servers
import Synchronization

/// Where a served world is kept: whoever comes with an errand has it carried out on the spot.
final class Desk: Sendable {
  private let state: Mutex<State>
  private let clock: WorldClock
  /// Lets the one who watches the time know that there is something to tell, or another plan.
  private let bell: Bell

  private struct State {
    var keeper: Keeper
    var news: [News] = []
  }

  /// What happened, and what asked for it.
  struct News: Sendable {
    let commands: [Command]
    let events: [Event]
    let before: World
    let after: World
  }

  init(_ keeper: sending Keeper, _ clock: WorldClock, _ bell: Bell) {
    state = Mutex(State(keeper: keeper))
    self.clock = clock
    self.bell = bell
  }

  /// Carries an errand out now.
  func serve(_ errand: Errand, of live: LiveWorld) {
    let outcome = state.withLock { state in
      let before = state.keeper.world
      let result = state.keeper.perform(errand.commands, typed: errand.typed, at: clock.now)
      let after = state.keeper.world
      if case .success(let events) = result { live.show(after, after: events) }
      let events = (try? result.get()) ?? []
      state.news.append(
        News(commands: errand.commands, events: events, before: before, after: after)
      )
      return Outcome(result, after)
    }
    errand.end(outcome)
    bell.ring()
  }

  /// Lets the time pass that has gone by.
  ///
  /// - Returns: what is new since the last time, the world as it is now, and when it changes next
  ///   by itself.
  func catchUp(showing live: LiveWorld) -> (news: [News], world: World, next: Instant?) {
    state.withLock { state in
      let before = state.keeper.world
      let (events, next) = state.keeper.pass(to: clock.now)
      let after = state.keeper.world
      if !events.isEmpty {
        live.show(after, after: events)
        state.news.append(News(commands: [], events: events, before: before, after: after))
      }
      defer { state.news = [] }
      return (state.news, after, next)
    }
  }

  /// Journals the time that has passed.
  ///
  /// - Returns: why the last of it is not saved; nil: it is, or was never meant to be.
  func close() -> String? {
    state.withLock { state in
      state.keeper.end(at: clock.now)
      return state.keeper.unsaved
    }
  }
}
