import CafeWorld
import Route53
import Servers
import Synchronization

/// A live world whose owner carries each errand out at once; time passes when the test says so.
final class OwnedWorld: Sendable {
  let live: LiveWorld
  private let owner: Owner

  private final class Owner: Sendable {
    let world: Mutex<World>
    let done = Mutex<[Command]>([])
    let isGone = Atomic(false)

    init(_ world: World) {
      self.world = Mutex(world)
    }

    func carryOut(_ errand: Errand, of live: LiveWorld) {
      if isGone.load(ordering: .acquiring) { return errand.end(nil) }
      let outcome = world.withLock { world in
        var after = world
        do throws(Rejection) {
          var events: [Event] = []
          for command in errand.commands { events += try after.perform(command) }
          world = after
          done.withLock { $0 += errand.commands }
          live.show(world, after: events)
          return Outcome(.success(events), world)
        } catch { return Outcome(.failure(error), world) }
      }
      errand.end(outcome)
    }
  }

  init(_ prepare: (inout World) throws -> Void = { try $0.buildPair() }) throws {
    var world = Scene.cafe.world(seed: 1, profile: CustomerProfile(count: 0, periods: .quiet))
    try prepare(&world)
    let owner = Owner(world)
    self.owner = owner
    live = LiveWorld(world) { live, errand in owner.carryOut(errand, of: live) }
  }

  var world: World { live.snapshot.world }

  /// All that the servers asked for and got.
  var done: [Command] { owner.done.withLock { $0 } }

  /// The owner goes, and carries nothing out any more.
  func leave() { owner.isGone.store(true, ordering: .releasing) }

  /// Does what somebody else does to the world.
  func change(_ body: (inout World) throws -> Void) throws {
    try owner.world.withLock { world in
      try body(&world)
      live.replace(with: world)
    }
  }
}
