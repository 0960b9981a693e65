import CafeWorld
import DNS
import Lab
import Servers
import Tutor

/// A session by the wall clock: its open doors, and the time that passes while a line is typed.
final class LiveSitting {
  private let sitting: Sitting
  private let wake: @Sendable () -> Void
  /// Where real requests may go, besides this machine.
  private let allowed: [AddressBlock]
  /// Told where they would have gone, but may not.
  private let onForbidden: (Outside) -> Void
  private var open: (live: LiveWorld, doors: Doors, clock: WorldClock)?
  private var rounds: Rounds?
  private var errands: ErrandQueue?
  /// Whether an input is being carried out; what comes meanwhile waits.
  private var isBusy = false

  init(
    _ sitting: Sitting,
    allowed: [AddressBlock],
    wake: @escaping @Sendable () -> Void,
    onForbidden: @escaping (Outside) -> Void
  ) {
    self.sitting = sitting
    self.allowed = allowed
    self.wake = wake
    self.onForbidden = onForbidden
  }

  /// Opens the doors or closes them, and says what came of it.
  func turn(_ wanted: Bool) -> Input {
    close()
    guard wanted else { return .closed(reason: nil) }
    let errands = ErrandQueue()
    let live = LiveWorld(world) { [wake] _, errand in
      errands.add(errand)
      wake()
    }
    do throws(Doors.Closed) {
      let (doors, isUsual) = try doors(to: live)
      self.errands = errands
      open = (live, doors, WorldClock(from: world.now))
      rounds = Rounds(Prober(allowed: allowed), live)
      plan()
      let note = "(Another program holds one of the usual ports, so these are others.)"
      return .opened((isUsual ? [] : [note]) + doors.addresses.lines(in: world, pairs: nil))
    } catch { return .closed(reason: error.sentence) }
  }

  /// On the usual ports, or where another program has one of these on any.
  private func doors(
    to live: LiveWorld
  ) throws(Doors.Closed) -> (doors: Doors, isUsual: Bool) {
    do { return (try Doors.open(live, on: "127.0.0.1", ports: .usual), true) } catch {
      return (try Doors.open(live, on: "127.0.0.1", ports: .free), false)
    }
  }

  func close() {
    rounds = nil
    errands?.close()
    errands = nil
    open?.doors.close()
    open = nil
  }

  private var world: World { sitting.session.attempt.world }

  /// Lets the time pass that has gone by, carries out what other programs wait for, and shows them
  /// the world as it is now.
  func catchUp() {
    guard !isBusy, let (live, doors, previous) = open else { return }
    var clock = previous
    isBusy = true
    defer { isBusy = false }
    if let own = sitting.session.clock, own != struck {
      clock = WorldClock(from: own)
      planned = nil
    }
    let now = clock.now
    sitting.take(.struck(now))
    show(on: live)
    for errand in errands?.take() ?? [] {
      let (result, world) = sitting.perform(errand.commands, typed: errand.typed)
      show(on: live)
      rounds?.note(errand.commands)
      errand.end(Outcome(result, world))
    }
    for outside in rounds?.sendOff(in: world, by: clock.now) ?? [] { onForbidden(outside) }
    struck = sitting.session.clock
    if let planned, planned <= clock.now { self.planned = nil }
    open = (live, doors, clock)
    plan()
  }

  /// Shows the servers the world, when it is another than they know: what they keep of the one
  /// before is then thrown away.
  private func show(on live: LiveWorld) {
    let rows = sitting.session.attempt.rows.count
    guard rows != shownRows else { return }
    shownRows = rows
    live.replace(with: world)
  }

  /// How many rows of the attempt the servers have seen.
  private var shownRows = 0
  /// The time by the clock when it was last looked at.
  private var struck: Instant?

  /// Sees to it that somebody wakes when the next thing is due.
  private func plan() {
    let moments = [world.nextMoment, rounds?.next(in: world)].compactMap(\.self)
    guard let open, let next = moments.min(), next != planned else { return }
    planned = next
    let time = min(open.clock.nanoseconds(until: next), Self.hour)
    let wake = wake
    Task.detached {
      try? await Task.sleep(for: .nanoseconds(time))
      wake()
    }
  }

  /// For which moment somebody wakes.
  private var planned: Instant?
  private static let hour: Int64 = 3_600_000_000_000
}
