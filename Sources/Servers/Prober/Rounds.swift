public import CafeWorld
import Route53

/// The rounds of real checkers: what is due is sent off, and each result carried out as a command.
public struct Rounds: Sendable {
  private let prober: Prober
  private let live: LiveWorld
  /// Those that are on their way.
  private var away: Set<Place> = []
  /// Where nobody may go, as far as somebody would have.
  public private(set) var forbidden: [Outside] = []

  private struct Place: Hashable {
    let check: HealthCheckID
    let site: Int
  }

  public init(_ prober: Prober, _ live: LiveWorld) {
    self.prober = prober
    self.live = live
  }

  /// Sends off what is due by a moment.
  ///
  /// - Returns: where somebody would have gone for the first time, but may not.
  public mutating func sendOff(in world: World, by moment: Instant) -> [Outside] {
    var refused: [Outside] = []
    for probe in world.realProbes(by: moment) {
      guard prober.mayAsk(probe.outside) else {
        if !forbidden.contains(probe.outside) {
          forbidden.append(probe.outside)
          refused.append(probe.outside)
        }
        continue
      }
      guard away.insert(Place(check: probe.check, site: probe.site)).inserted else { continue }
      let (prober, live) = (prober, live)
      Task.detached {
        let (found, time) = await prober.make(probe)
        _ = await live.perform(
          [.reportProbe(probe.check, checker: probe.site, found, took: time)],
          typed: ""
        )
      }
    }
    return refused
  }

  /// When the next is due that is not on its way, nor known to be forbidden; nil: none is.
  public func next(in world: World) -> Instant? {
    guard let next = world.nextRealProbe else { return nil }
    guard !away.isEmpty || !forbidden.isEmpty else { return next }
    return world.realProbes(by: next + .day).lazy.filter { probe in
      !forbidden.contains(probe.outside)
        && !away.contains(Place(check: probe.check, site: probe.site))
    }.map(\.due).min()
  }

  /// Takes in that commands were carried out, or refused: who reported is back.
  public mutating func note(_ commands: [Command]) {
    for command in commands {
      if case .reportProbe(let check, let site, _, _) = command {
        away.remove(Place(check: check, site: site))
      }
    }
  }
}
