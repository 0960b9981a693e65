public import CafeWorld
import Lab

/// The frames of a stretch of time that passes before somebody's eyes.
///
/// What happened in it is applied once more, event by event, on a copy; so each frame is of the
/// world that really was.
public struct StageReel {
  private let session: Session
  /// The world after the latest event before the latest frame.
  private var world: World
  private var events: [Event]
  /// What is still to happen.
  private var rest: ArraySlice<Event>
  private let before: [NarratedLine]
  private let lines: [NarratedLine]
  private let end: Instant

  /// Nil where the stretch is not what the session did last.
  public init?(of session: Session, during stretch: FastForward) {
    let attempt = session.attempt
    let row = attempt.rows[attempt.head]
    guard let parent = row.parent, attempt.rows[parent].cafe.world.now == stretch.from else {
      return nil
    }
    self.session = session
    end = stretch.to
    lines = session.told(in: row)
    before = session.told(by: parent)
    world = attempt.rows[parent].cafe.world
    events = attempt.events().dropLast(row.events.count)
    rest = row.events[...]
  }

  /// The frame of a moment of the stretch; moments come in their order.
  public mutating func frame(at moment: Instant) -> StageFrame {
    let now = min(moment, end)
    while let event = rest.first, event.at <= now {
      world.apply(event)
      events.append(event)
      rest.removeFirst()
    }
    var shown = world
    if now > shown.now { _ = shown.unfold(until: now) }
    let known = lines.filter { $0.at <= now && $0.number <= shown.eventCount }
    return StageFrame(
      of: session,
      world: shown,
      events: events,
      told: before + known,
      at: shown.now,
      poll: StageFrame.Poll(of: session)
    )
  }
}
