import OrderedCollections
import Route53

/// A command carried out on a copy of the world, event by event.
struct Rehearsal {
  private(set) var world: World
  private(set) var events: [Event] = []
  /// While time passes: what comes next.
  private var agenda: Agenda?

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
    assert(event.isAccountedFor, "an event has no cause")
    assert(event.at >= world.now, "time ran back")
    assert(agenda == nil || cause != nil, "time alone brought an event about")
    world.apply(event)
    agenda?.note(event, world)
    events.append(event)
    react(to: event)
    return event.number
  }

  /// Lets time pass up to and including `end`, moment by moment.
  mutating func letTimePass(
    until end: Instant,
    stop: (World) -> Bool = { _ in false },
    heeding: (Fact) -> Bool = { _ in true }
  ) {
    agenda = Agenda(world)
    var next = agenda?.next(in: world)
    while let due = next, due.at <= end {
      let moment = due.at
      let before = events.count
      while let current = next, current.at <= moment {
        carryOut(current.item, at: moment)
        next = agenda?.next(in: world)
      }
      if events[before...].contains(where: { heeding($0.fact) }), stop(world) {
        agenda = nil
        return
      }
    }
    agenda = nil
    if end > world.now { happen(.timePassed(to: end), at: end) }
  }

  private mutating func carryOut(_ item: Agenda.Item, at moment: Instant) {
    switch item {
    case .lifecycle(let id, let step, let cause): advance(id, step, at: moment, because: cause)
    case .faultEnds(let id, let fault):
      happen(.faultHealed(id, fault.kind), at: moment, because: fault.begunBy ?? 0)
    case .cutOffEnds(let cut):
      happen(.regionReconnected(cut), at: moment, because: cut.begunBy ?? 0)
    case .publication(let zone, let change):
      let cause = world.submissions[change]?.event ?? 0
      happen(.changeInSync(zone, change), at: moment, because: cause)
    case .checker(let id, let site, let flip):
      happen(.checkerTurned(id, checker: site, to: flip.to), at: moment, because: flip.cause)
    case .push(let id, let push):
      happen(.healthServed(id, push.status), at: moment, because: push.event)
    case .retirement(let id, let retirement):
      happen(
        .checkersRetired(id, region: retirement.region),
        at: moment,
        because: retirement.event
      )
    case .checkEvaluation(let id): evaluate(check: id, at: moment)
    case .refill(let resolver, let answer, let cause):
      happen(.cacheRefilled(resolver: resolver, answer), at: moment, because: cause)
    case .evaluation(let alarm): evaluate(alarm: alarm, at: moment)
    case .controlPlaneHeals(let fault):
      happen(.controlPlaneFaultEnded(fault.kind), at: moment, because: fault.begunBy)
    }
  }

  private mutating func advance(
    _ id: InstanceID,
    _ step: LifecycleStep,
    at moment: Instant,
    because planned: Int
  ) {
    guard let instance = world.instance(id) else { return }
    let cause = happen(.serviceTurned(id, step.service), at: moment, because: planned)
    guard let state = step.state, state != instance.state else { return }
    happen(.instanceTurned(id, from: instance.state, to: state), because: cause)
  }

  /// What follows at once from an event.
  private mutating func react(to event: Event) {
    switch event.fact {
    case .checkerTurned(let id, _, _), .healthCheckUpdated(let id, _),
      .healthCheckCreated(let id, _, _, _), .checkersRetired(let id, _),
      .metricEvaluated(let id, _):
      turn(id, because: event.number)
    case .healthCheckTurned(let id, let status): pass(on: id, status, event.number)
    case .healthCheckDeleted(let id):
      for parent in world.checks.values
      where parent.settings.childHealthChecks?.contains(id) == true {
        turn(parent.id, because: event.number)
      }
    case .routingControlTurned(let arn, _):
      for check in world.checks.values where check.settings.routingControlARN == arn {
        turn(check.id, because: event.number)
      }
    case .instanceTurned(let id, _, let state): releaseAddress(of: id, state, event.number)
    case .changeInSync, .healthServed, .resourceTurned: welcomeCustomers(because: event.number)
    case .subscriptionRequested(let topic, let id, let endpoint):
      let content = Mail.Content.confirmation(topic: topic, subscription: id)
      deliver(to: endpoint, content, because: event.number)
    case .alarmTurned(let name, let from, let to, let reason):
      notify(name, from: from, to: to, reason, because: event)
    default: break
    }
  }

  mutating func turn(_ id: HealthCheckID, because cause: Int) {
    guard let check = world.checks[id] else { return }
    let status = world.judged(check)
    if status != check.status { happen(.healthCheckTurned(id, to: status), because: cause) }
  }

  /// A status goes to the name servers and to the calculated checks that count the check.
  private mutating func pass(on id: HealthCheckID, _ status: HealthStatus, _ cause: Int) {
    if world.rules.pushDelay == 0 { happen(.healthServed(id, status), because: cause) }
    for parent in world.checks[id]?.parents ?? [] { turn(parent, because: cause) }
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
