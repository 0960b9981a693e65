import CafeWorld
import Lab
import Route53

/// What replaying one submission may take.
///
/// Counts of what was done, never of seconds, so that every machine refuses the same submissions.
struct GradingLimits: Sendable {
  /// Events in all rows together.
  var events = 100_000
  /// Virtual time that passes in all rows together.
  var time: Milliseconds = 4 * 366 * .day
  /// Commands in all rows together.
  var commands = 20_000
  /// Things that the worlds of all rows hold together, since each row keeps its own world.
  var things = 2_000_000
  /// Responses to one question that are read.
  var responses = 200
}

/// What a replay has taken so far.
struct GradingCost: Sendable {
  private var events = 0
  private var time: Milliseconds = 0
  private var commands = 0
  private var things = 0

  /// Whether a move may be tried at all.
  mutating func admits(_ move: Move, _ limits: GradingLimits) -> Bool {
    switch move {
    case .commands(let list), .opened(_, _, let list):
      commands += list.count
      for case .wait(let length) in list where length > 0 {
        time = time.addingReportingOverflow(length).partialValue
        if time < 0 || time > limits.time { return false }
      }
    case .committed(_, let batch): commands += batch.changes.count
    default: commands += 1
    }
    return commands <= limits.commands
  }

  /// Whether what a row led to is within the limits.
  mutating func bears(_ row: Attempt.Row, _ limits: GradingLimits) -> Bool {
    let world = row.cafe.world
    events += row.events.count
    things += 1 + world.mails.count + world.hostedZones.count + world.healthChecks.count
    things += world.topics.count + world.alarms.count + row.events.count
    return events <= limits.events && things <= limits.things
  }
}
