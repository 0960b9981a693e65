import Synchronization
public import CafeWorld

/// The doorway between the servers, on any thread, and the one owner of a world.
///
/// The servers look at the latest snapshot, and hand in errands; the owner carries these out one
/// after the other, and shows the world that came of it before it ends them.
public final class LiveWorld: Sendable {
  private let answers = Atomic<UInt64>(1)
  private let latest: Mutex<World>
  private let owner: @Sendable (LiveWorld, Errand) -> Void

  /// `owner` is handed each errand, on any thread, and ends it when it is carried out.
  public init(_ world: World, owner: @escaping @Sendable (LiveWorld, Errand) -> Void) {
    latest = Mutex(world)
    self.owner = owner
  }
}

// MARK: - For the servers

extension LiveWorld {
  /// New whenever a DNS answer could be another one; cheap to read.
  public var generation: UInt64 { answers.load(ordering: .acquiring) }

  public var snapshot: Snapshot {
    latest.withLock { world in
      Snapshot(generation: answers.load(ordering: .acquiring), world: world)
    }
  }

  /// Has commands carried out in order, all or none.
  ///
  /// `typed` spells it, for the people who read the journal; nil: as the AWS CLI does.
  ///
  /// - Returns: what became of them; nil when the owner is gone, and nothing was done.
  public func perform(_ commands: [Command], typed: String? = nil) async -> Outcome? {
    await withCheckedContinuation { waiting in
      owner(self, Errand(commands: commands, typed: typed, waiting: waiting))
    }
  }
}

/// What became of commands, and the world right after them.
public struct Outcome: Sendable {
  public let result: Result<[Event], Rejection>
  public let world: World

  public init(_ result: Result<[Event], Rejection>, _ world: World) {
    self.result = result
    self.world = world
  }
}

// MARK: - For the owner

/// Commands that a server waits for.
public struct Errand: Sendable {
  public let commands: [Command]
  public let typed: String?
  let waiting: CheckedContinuation<Outcome?, Never>

  /// Lets whoever waits go on; once, after the world was shown, or with nil when nothing was done.
  public func end(_ outcome: Outcome?) { waiting.resume(returning: outcome) }
}

extension LiveWorld {
  /// Shows the servers the world that some events have made.
  public func show(_ world: World, after events: [Event]) {
    latest.withLock { shown in
      shown = world
      if events.contains(where: \.fact.changesAnswers) {
        answers.add(1, ordering: .acquiringAndReleasing)
      }
    }
  }

  /// Shows another world in place of the one before, as after an undo.
  public func replace(with world: World) {
    latest.withLock { shown in
      shown = world
      answers.add(1, ordering: .acquiringAndReleasing)
    }
  }
}
