import CafeWorld
import DNS
import Route53
import Terminal

/// The learner's own world as a picture: who asks, what Route 53 answers, where that leads.
struct CafePicture {
  let world: World
  private let answer: Answer
  private let sets: [ResourceRecordSet]
  private let check: HealthCheck?
  private let alarm: Alarm?

  init(of world: World) {
    self.world = world
    let name = world.customers.name
    answer = world.authoritativeAnswer(Question(name: name, type: .a))
    let zone = answer.zone.flatMap { world.hostedZone($0) }
    let sets = zone?.served.sets(name: name, type: .a) ?? []
    self.sets = sets
    let listened = sets.compactMap(\.healthCheckID).compactMap { world.healthCheck($0) }.first
    let check = listened ?? world.healthChecks.first
    self.check = check
    alarm = world.alarms.first { $0.settings.healthCheckID == check?.id }
  }

  var diagram: Diagram {
    Diagram(
      users: users,
      service: service,
      watcher: check.map(watcher),
      mailbox: mailbox,
      targets: world.instances.map(target)
    )
  }

  private var users: Diagram.Box {
    let customers = world.customers
    let orders: Styled =
      customers.since == nil
      ? "nobody has ordered yet" : "orders: \(customers.placed) placed, \(customers.lost) lost"
    return Diagram.Box("\(customers.profile.count) customers", lines: [orders])
  }

  private var service: Diagram.Linked {
    let name = world.customers.name.shown
    var lines: [Styled] = []
    if answer.addresses.isEmpty {
      lines.append(Styled("\(name): no address, \(answer.code.rawValue)", .warning))
    } else {
      let policy = sets.contains { $0.failoverRole != nil } ? "failover" : "simple"
      lines.append("\(name) A, \(policy), TTL \(answer.ttl ?? 0)")
      for address in answer.addresses {
        lines.append("answers \(address.description, .value)")
        if world.owner(of: address) == nil {
          lines.append(Styled("which nobody has", .bad))
        }
      }
    }
    lines += stray
    if !world.changesUnderWay(to: world.customers.name).isEmpty {
      lines.append(Styled("a change is PENDING", .warning))
    }
    let flow: Diagram.Flow = answer.addresses.isEmpty ? .idle : .active
    let label = world.customers.name.labels.first ?? name
    return Diagram.Linked(
      Diagram.Box("Route 53", lines: lines),
      Diagram.Link(flow, "ask for \(label)")
    )
  }

  private func watcher(_ check: HealthCheck) -> Diagram.Linked {
    let isUsed = sets.contains { $0.healthCheckID == check.id }
    var lines: [Styled] = [
      check.status.styled, Styled(world.standing(of: check)),
      watching(check),
    ]
    if !isUsed { lines.append(Styled("no record listens to it", .warning)) }
    let place = check.target.flatMap { world.owner(of: $0)?.zone } ?? "the primary"
    let link =
      isUsed
      ? Diagram.Link(.idle, "\(place) is \(check.servedStatus.rawValue)")
      : Diagram.Link(.dead, "no record listens")
    return Diagram.Linked(
      Diagram.Box(check.title, lines: lines, state: check.status == .healthy ? .good : .bad),
      link
    )
  }

  private func watching(_ check: HealthCheck) -> Styled {
    let holder = world.watched(by: check)
    if holder != "nobody" { return "watches \(holder)" }
    return Styled("watches an address of nobody", .bad)
  }

  /// The records that are not the answer and lead to nobody.
  private var stray: [Styled] {
    sets.flatMap { set in
      set.values.compactMap { value in
        guard case .a(let address) = value, world.owner(of: address) == nil,
          !answer.addresses.contains(address)
        else { return nil }
        return Styled("\(set.failoverRole?.word ?? "record") \(address): nobody", .warning)
      }
    }
  }

  private var mailbox: Diagram.Linked? {
    guard let alarm else { return nil }
    let topics = alarm.settings.alarmActions.compactMap { world.topic($0) }
    let readers = topics.flatMap { $0.subscriptions.filter(\.isConfirmed).map(\.endpoint) }
    guard !readers.isEmpty else {
      return Diagram.Linked(
        Diagram.Box("Mail", lines: [Styled("nobody has confirmed", .warning)], state: .warning),
        Diagram.Link(.dead, "no reader")
      )
    }
    let unread = readers.map { reader in
      let count = world.mails.count { $0.recipient == reader && !$0.isRead }
      return "\(world.reader(of: reader)): \(count) unread"
    }
    let isAlarm = alarm.state == .alarm
    return Diagram.Linked(
      Diagram.Box("Mail", lines: unread.map { Styled($0) }, state: isAlarm ? .warning : .plain),
      Diagram.Link(isAlarm ? .active : .idle, alarm.state.short)
    )
  }

  private func target(_ instance: Instance) -> Diagram.Linked {
    let takesOrders = world.site(of: instance).takesOrders
    var lines: [Styled] = [
      "\(instance.name): \(instance.state.styled)",
      Styled(instance.publicAddress?.description ?? "no public address"),
      "website: \(world.siteWords(of: instance))",
    ]
    if world.zoneOutages.contains(instance.zone) {
      lines.append(Styled("the whole zone is down", .bad))
    }
    return Diagram.Linked(
      Diagram.Box(instance.zone, lines: lines, state: takesOrders ? .good : .bad),
      link(to: instance, takesOrders: takesOrders)
    )
  }

  private func link(to instance: Instance, takesOrders: Bool) -> Diagram.Link {
    guard let address = instance.publicAddress else { return Diagram.Link(.dead, "no address") }
    if answer.addresses.contains(address) {
      return takesOrders ? Diagram.Link(.active, "traffic") : Diagram.Link(.dead, "traffic lost")
    }
    guard let set = sets.first(where: { $0.values.contains(.a(address)) }) else {
      return Diagram.Link(.idle, "no record")
    }
    let isUnhealthy =
      set.healthCheckID.flatMap { world.healthCheck($0) }?.servedStatus == .unhealthy
    return isUnhealthy ? Diagram.Link(.dead, "unhealthy") : Diagram.Link(.idle, "standby")
  }
}

extension AlarmState {
  /// The state in a word.
  fileprivate var short: String { self == .insufficientData ? "no data" : rawValue }
}
