import CafeWorld
import DNS
import Route53
import Terminal

/// The learner's own world as a picture: who asks, what Route 53 answers, where that leads.
struct CafePicture {
  let world: World
  private let answer: Answer
  private let branches: [World.Branch]
  private let check: HealthCheck?
  private let alarm: Alarm?

  init(of world: World) {
    self.world = world
    let question = Question(name: world.customers.name, type: .a)
    answer = world.authoritativeAnswer(question)
    let branches = world.branches(of: question)
    self.branches = branches
    let listened = branches.flatMap(\.path).compactMap(\.healthCheckID)
      .compactMap { world.healthCheck($0) }.first
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
    return Diagram.Box("\(customers.count) customers", lines: [orders])
  }

  private var service: Diagram.Linked {
    let name = world.customers.name.shown
    var lines: [Styled] = []
    if answer.addresses.isEmpty {
      lines.append(Styled("\(name): no address, \(answer.code.rawValue)", .warning))
    } else {
      let policy = branches.first?.root.routing.policy ?? .simple
      lines.append("\(name) A, \(policy.rawValue), TTL \(answer.ttl ?? 0)")
      let whom = branches.choice == nil ? "" : " to you"
      for address in answer.addresses {
        lines.append("answers \(address.description, .value)\(whom)")
        if world.holder(of: address) == World.nobody {
          lines.append(Styled("which nobody has", .bad))
        }
      }
      if let choice = branches.choice { lines.append("to others \(choice)") }
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
    let isUsed = branches.contains { $0.path.contains { $0.healthCheckID == check.id } }
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
    branches.flatMap { branch in
      branch.leaf.values.compactMap { value in
        guard case .a(let address) = value, world.holder(of: address) == World.nobody,
          !answer.addresses.contains(address)
        else { return nil }
        return Styled("\(label(of: branch)) \(address): nobody", .warning)
      }
    }
  }

  /// What the record set of the asked name is chosen by, on the way to a leaf.
  private func label(of branch: World.Branch) -> String {
    guard branch.root.routing != .simple else { return "record" }
    return world.routing(of: branch.root, among: roots)
  }

  private var roots: [ResourceRecordSet] {
    branches.map(\.root).reduce(into: []) { sets, set in
      if sets.last?.key != set.key { sets.append(set) }
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
    let isAlone = world.instances.count { $0.zone == instance.zone } == 1
    return Diagram.Linked(
      Diagram.Box(
        isAlone ? instance.zone : "\(instance.name) in \(instance.zone)",
        lines: lines,
        state: takesOrders ? .good : .bad
      ),
      link(to: instance, takesOrders: takesOrders)
    )
  }

  /// What the line to an instance carries: the answer of now, or what would bring it there.
  private func link(to instance: Instance, takesOrders: Bool) -> Diagram.Link {
    guard let address = instance.publicAddress else { return Diagram.Link(.dead, "no address") }
    let whose = branches.choice == nil ? "traffic" : "your traffic"
    if answer.addresses.contains(address) {
      return takesOrders ? Diagram.Link(.active, whose) : Diagram.Link(.dead, "\(whose) lost")
    }
    let ways = branches.filter { $0.leaf.values.contains(.a(address)) }
    guard let way = ways.first(where: { !isUnhealthy($0) }) ?? ways.first else {
      return Diagram.Link(.idle, "no record")
    }
    if isUnhealthy(way) { return Diagram.Link(.dead, "unhealthy") }
    return Diagram.Link(.idle, branches.choice == nil ? "standby" : label(of: way))
  }

  /// Whether a health check on the way is unhealthy, as the name servers know it.
  private func isUnhealthy(_ branch: World.Branch) -> Bool {
    branch.path.contains { set in
      set.healthCheckID.flatMap { world.healthCheck($0) }?.servedStatus == .unhealthy
    }
  }
}

extension AlarmState {
  /// The state in a word.
  fileprivate var short: String { self == .insufficientData ? "no data" : rawValue }
}
