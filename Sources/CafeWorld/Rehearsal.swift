import OrderedCollections
import Route53

/// A command carried out on a copy of the world, event by event.
struct Rehearsal {
  private(set) var world: World
  private(set) var events: [Event] = []

  init(_ world: World) {
    self.world = world
  }

  /// Lets something happen, and then whatever follows from it at the same moment.
  @discardableResult
  mutating func happen(_ fact: Fact, at moment: Instant? = nil, because cause: Int? = nil) -> Int {
    let event = Event(
      number: world.eventCount + 1,
      at: moment ?? world.now,
      cause: cause,
      fact: fact
    )
    world.apply(event)
    events.append(event)
    react(to: event)
    return event.number
  }

  /// Lets time pass up to and including `end`, moment by moment.
  mutating func letTimePass(until end: Instant, stop: (World) -> Bool = { _ in false }) {
    while let due = Agenda(world).next, due.at <= end {
      let moment = due.at
      var item: Agenda.Item? = due.item
      while let current = item {
        carryOut(current, at: moment)
        item = Agenda(world).next.flatMap { $0.at <= moment ? $0.item : nil }
      }
      if stop(world) { return }
    }
    if end > world.now { happen(.timePassed(to: end), at: end) }
  }

  private mutating func carryOut(_ item: Agenda.Item, at moment: Instant) {
    switch item {
    case .lifecycle(let id, let step): advance(id, step, at: moment)
    case .faultEnds(let id, let kind): happen(.faultHealed(id, kind), at: moment)
    case .publication(let zone, let change): happen(.changeInSync(zone, change), at: moment)
    case .checker(let id, let index, let status):
      happen(.checkerTurned(id, checker: index, to: status), at: moment)
    case .push(let id, let push):
      happen(.healthServed(id, push.status), at: moment, because: push.event)
    case .refill(let resolver, let answer):
      happen(.cacheRefilled(resolver: resolver, answer), at: moment)
    case .evaluation(let alarm): evaluate(alarm, at: moment)
    }
  }

  private mutating func advance(_ id: InstanceID, _ step: LifecycleStep, at moment: Instant) {
    guard let instance = world.instance(id) else { return }
    let cause = happen(.serviceTurned(id, step.service), at: moment)
    guard let state = step.state, state != instance.state else { return }
    happen(.instanceTurned(id, from: instance.state, to: state), because: cause)
  }

  private mutating func evaluate(_ name: String, at boundary: Instant) {
    guard let alarm = world.alarm(name) else { return }
    let value = world.datapoint(for: alarm, minuteEndingAt: boundary)
    let reason: AlarmReason =
      value.map { .datapoint(value: $0, minute: boundary - .minute) } ?? .noData
    let state = world.state(of: alarm, at: boundary)
    happen(.alarmTurned(name, from: alarm.state, to: state, reason), at: boundary)
  }

  /// What follows at once from an event.
  private mutating func react(to event: Event) {
    switch event.fact {
    case .checkerTurned(let id, _, _), .healthCheckUpdated(let id, _),
      .healthCheckCreated(let id, _, _, _):
      turn(id, because: event.number)
    case .healthCheckTurned(let id, let status) where world.rules.pushDelay == 0:
      happen(.healthServed(id, status), because: event.number)
    case .instanceTurned(let id, _, let state): releaseAddress(of: id, state, event.number)
    case .changeInSync, .healthServed: welcomeCustomers(because: event.number)
    case .subscriptionRequested(let topic, let id, let endpoint):
      let content = Mail.Content.confirmation(topic: topic, subscription: id)
      deliver(to: endpoint, content, because: event.number)
    case .alarmTurned(let name, let from, let to, let reason):
      notify(name, from: from, to: to, reason, because: event)
    default: break
    }
  }

  private mutating func turn(_ id: HealthCheckID, because cause: Int) {
    guard let check = world.checks[id] else { return }
    let status = check.status(share: world.rules.healthyShare)
    if status != check.status { happen(.healthCheckTurned(id, to: status), because: cause) }
  }

  /// Stop and terminate take an auto-assigned public address away; terminate lets an Elastic IP go
  /// (EC2UG: using-instance-addressing).
  private mutating func releaseAddress(
    of id: InstanceID,
    _ state: InstanceState,
    _ cause: Int
  ) {
    guard let instance = world.instance(id), let address = instance.publicAddress else { return }
    switch (state, instance.hasElasticAddress) {
    case (.stopped, false), (.terminated, false):
      happen(.addressLost(id, address), because: cause)
    case (.terminated, true): happen(.addressDisassociated(address, id), because: cause)
    default: break
    }
  }

  private mutating func welcomeCustomers(because cause: Int) {
    if world.customers.since == nil, world.nameAnswers {
      happen(.customersArrived, because: cause)
    }
  }

  mutating func deliver(to endpoint: String, _ content: Mail.Content, because cause: Int?) {
    let number = (world.mails.last?.number ?? 0) + 1
    let mail = Mail(number: number, recipient: endpoint, at: world.now, content: content)
    happen(.mailDelivered(mail), because: cause)
  }

  /// An alarm's actions are carried out on a change of state only (CWM: PutMetricAlarm).
  private mutating func notify(
    _ name: String,
    from: AlarmState,
    to: AlarmState,
    _ reason: AlarmReason,
    because event: Event
  ) {
    guard let alarm = world.alarm(name) else { return }
    for arn in alarm.settings.actions(on: to) {
      let confirmed = world.topic(arn)?.subscriptions.filter(\.isConfirmed) ?? []
      if confirmed.isEmpty {
        happen(.notificationUndelivered(alarm: name, topic: arn), because: event.number)
      }
      for subscription in confirmed {
        let notice = AlarmNotice(
          settings: alarm.settings,
          from: from,
          to: to,
          reason: reason,
          at: event.at,
          topic: arn,
          subscription: subscription.id
        )
        deliver(to: subscription.endpoint, .alarm(notice), because: event.number)
      }
    }
  }
}
