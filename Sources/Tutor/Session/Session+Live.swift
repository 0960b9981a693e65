public import CafeWorld
import Commands
import Lab
import Terminal

/// The café by the wall clock, with its doors open to other programs.
extension Session {
  mutating func live(_ wanted: Bool?, typed line: String) {
    guard let wanted else {
      tellDoors()
      return finish(line, accepted: true)
    }
    if isReadOnly, wanted {
      return refuse(
        line: line,
        Styled("Here you can only look. `live on` works in a window that may change the café.")
      )
    }
    if wanted != (doors != nil) { effects.append(.live(wanted)) } else { tellDoors() }
    finish(line, accepted: true)
  }

  private mutating func tellDoors() {
    guard let doors else {
      return tell("Time stands still until you let it pass. `live on` runs the café by the clock.")
    }
    tell("The café runs by the clock, and other programs find it here, until `live off`:")
    for place in doors { sayVerbatim(Styled("  " + place, .command)) }
  }

  mutating func opened(_ places: [String]) {
    doors = places
    clock = world.now
    tellDoors()
  }

  mutating func closed(_ reason: String?) {
    let wasOpen = doors != nil
    doors = nil
    clock = nil
    if let reason {
      say(Sign.failed.drawn(on: display) + Styled(" Not open: \(reason)"))
    } else if wasOpen {
      tell("The doors are closed, and time stands still again.")
    }
  }

  /// Lets time pass up to a moment of the clock, if something happens by then, and tells it.
  mutating func pass(to moment: Instant) {
    guard clock != nil else { return }
    clock = moment
    guard let next = world.nextMoment, next <= moment else { return }
    let (before, looked) = (world, reports)
    guard let events = try? record(.commands([]), typed: "") else { return }
    tell(events, since: before, looked)
  }

  /// The café as it is at this moment, also where nothing has happened since the last one.
  var worldByTheClock: World {
    guard let clock, clock > self.world.now else { return self.world }
    var world = self.world
    world.passQuietly(to: clock)
    return world
  }

  /// Carries out what another program asks for, and tells it.
  ///
  /// - Returns: what happened, or why it is refused; then nothing has changed.
  public mutating func perform(
    _ commands: [Command],
    typed: String?
  ) -> (result: Result<[Event], Rejection>, effects: [Effect]) {
    effects = []
    let (before, looked) = (world, reports)
    let spelt = typed ?? Aws.spelling(of: commands, in: world)
    do throws(Rejection) {
      let events = try record(.commands(commands), typed: spelt)
      if !spelt.isEmpty { say(Styled(spelt, .quiet)) }
      tell(events, since: before, looked)
      return (.success(events), effects)
    } catch { return (.failure(error), effects) }
  }

  private mutating func tell(_ events: [Event], since before: World, _ looked: [ConditionReport]) {
    for line in Narration.lines(events, before: before, after: world, on: display) {
      say(line.clocked(on: display))
    }
    tellConditions(since: looked)
  }
}
