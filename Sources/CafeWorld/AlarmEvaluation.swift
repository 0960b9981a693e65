import OrderedCollections
import Route53

/// The data of one alarm, or of a health check that follows one: a rule over a metric's past.
struct AlarmEvaluation {
  let rule: AlarmRule
  private let history: StepHistory?

  init(_ settings: AlarmSettings, in world: World) {
    rule = settings.effectiveRule
    history = world.history(of: rule.metric, of: settings.healthCheckID)
  }

  /// The datapoints of the periods that end at a boundary, newest first.
  func values(at boundary: Instant) -> [(value: Int64?, from: Instant)] {
    (0..<Int64(rule.evaluationPeriods)).map { back in
      let end = boundary - back * rule.periodTime
      let start = end - rule.periodTime
      let value = history?.summary(from: start, to: end)?.value(rule.statistic)
      return (value, start)
    }
  }

  func state(at boundary: Instant, after current: AlarmState) -> AlarmState {
    rule.state(values(at: boundary).map(\.value), after: current)
  }

  /// The next end of a period at which the state is another, if nothing else happens.
  ///
  /// Something new is first evaluated when it has seen a full minute. The present moment counts
  /// when a period ends in it: something else may have happened at this millisecond already. When
  /// the metric has held still for as long as the rule looks back, nothing changes any more.
  func nextChange(of state: AlarmState, since: Instant, now: Instant) -> Instant? {
    let period = rule.periodTime
    let start = max(now, since + .minute).milliseconds
    let first = Instant(milliseconds: start.quotientCeiled(by: period) * period)
    let reach = Int64(rule.evaluationPeriods) * period
    let latest = history?.steps.last?.at ?? first - reach
    let turns = latest <= first - reach ? 0 : (latest + reach - first).quotientCeiled(by: period)
    for turn in 0...turns {
      let boundary = first + turn * period
      if self.state(at: boundary, after: state) != state { return boundary }
    }
    return nil
  }

  /// What the state at a boundary rests on.
  func reason(at boundary: Instant) -> AlarmReason {
    let values = values(at: boundary)
    if rule == .console {
      guard let value = values.first?.value else { return .noData }
      return .datapoint(value: Int(value / 1_000), minute: boundary - .minute)
    }
    let known = values.compactMap { value, from in
      value.map { AlarmReason.Datapoint(value: $0, at: from) }
    }
    return known.isEmpty ? .noData : .datapoints(known, rule)
  }

  /// The number of the event that last changed the data before a boundary; 0: none did.
  func cause(before boundary: Instant) -> Int {
    history?.step(before: boundary)?.event ?? 0
  }
}

extension World {
  /// A state that was set by hand stands until a period ends after that moment.
  func nextEvaluation(of alarm: Alarm) -> Instant? {
    let earliest = alarm.isSetByHand ? max(now, alarm.stateSince + 1) : now
    return AlarmEvaluation(alarm.settings, in: self)
      .nextChange(of: alarm.state, since: alarm.createdAt, now: earliest)
  }

  /// When the data that a check follows next says something else.
  func nextEvaluation(of check: HealthCheck) -> Instant? {
    guard let followed = check.followed else { return nil }
    return AlarmEvaluation(followed, in: self)
      .nextChange(of: check.dataState, since: check.createdAt, now: now)
  }
}

extension Rehearsal {
  mutating func evaluate(alarm name: String, at boundary: Instant) {
    guard let alarm = world.alarms.last(where: { $0.name == name }) else { return }
    let data = AlarmEvaluation(alarm.settings, in: world)
    let state = data.state(at: boundary, after: alarm.state)
    let cause = max(data.cause(before: boundary), alarm.putBy)
    happen(
      .alarmTurned(name, from: alarm.state, to: state, data.reason(at: boundary)),
      at: boundary,
      because: cause
    )
  }

  mutating func evaluate(check id: HealthCheckID, at boundary: Instant) {
    guard let check = world.checks[id], let followed = check.followed else { return }
    let data = AlarmEvaluation(followed, in: world)
    let state = data.state(at: boundary, after: check.dataState)
    let cause = max(data.cause(before: boundary), check.statuses.steps.first?.event ?? 0)
    happen(.metricEvaluated(id, state), at: boundary, because: cause)
  }
}
