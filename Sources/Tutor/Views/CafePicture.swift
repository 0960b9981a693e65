import CafeWorld
import DNS
import Route53
import Terminal

/// The learner's own world as a picture: who asks, what Route 53 answers, where that leads.
struct CafePicture {
  let world: World
  private let answer: Answer
  private let branches: [World.Branch]
  /// Those that the records of the website listen to come first.
  let checks: [HealthCheck]
  private let check: HealthCheck?
  private let alarm: Alarm?

  init(of world: World) {
    self.world = world
    let question = Question(name: world.customers.name, type: .a)
    answer = world.authoritativeAnswer(question)
    let branches = world.branches(of: question)
    self.branches = branches
    var listened: [HealthCheck] = []
    for id in branches.flatMap(\.path).compactMap(\.healthCheckID)
    where !listened.contains(where: { $0.id == id }) {
      listened += world.healthCheck(id).map { [$0] } ?? []
    }
    checks =
      listened + world.healthChecks.filter { check in !listened.contains { $0.id == check.id } }
    let check = checks.first
    self.check = check
    alarm = world.alarms.first { $0.settings.healthCheckID == check?.id }
  }

  var diagram: Diagram {
    Diagram(
      users: users,
      service: service,
      watcher: check.map(watcher),
      mailbox: mailbox,
      targets: world.listedInstances.map(target)
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

  func watcher(_ check: HealthCheck) -> Diagram.Linked {
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

  /// What is chosen by last, on the way to a leaf: of a pair below an alias, which of the two.
  private func label(of branch: World.Branch) -> String {
    guard let set = branch.path.last(where: { $0.routing != .simple }) else { return "record" }
    let group = branches.flatMap(\.path).reduce(into: [ResourceRecordSet]()) { sets, other in
      let isSibling = other.name == set.name && other.type == set.type
      if isSibling, !sets.contains(where: { $0.key == other.key }) { sets.append(other) }
    }
    return world.routing(of: set, among: group)
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

  func target(_ instance: Instance) -> Diagram.Linked {
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

  /// A resource of another AWS service, as a place that customers can be led to.
  func target(_ resource: AwsResource) -> Diagram.Linked {
    let isGood = resource.isHealthy
    return Diagram.Linked(
      Diagram.Box(
        resource.name.labels.first ?? resource.name.shown,
        lines: [Styled(resource.kind.words), resource.health.styled, Styled(resource.region)],
        state: isGood ? .good : .bad
      ),
      link(to: resource.addresses, takesOrders: isGood)
    )
  }

  private func link(to instance: Instance, takesOrders: Bool) -> Diagram.Link {
    guard let address = instance.publicAddress else { return Diagram.Link(.dead, "no address") }
    return link(to: [address], takesOrders: takesOrders)
  }

  /// What the line to some addresses carries: the answer of now, or what would bring it there.
  private func link(to addresses: [IPv4Address], takesOrders: Bool) -> Diagram.Link {
    let whose = branches.choice == nil ? "traffic" : "your traffic"
    if answer.addresses.contains(where: addresses.contains) {
      return takesOrders ? Diagram.Link(.active, whose) : Diagram.Link(.dead, "\(whose) lost")
    }
    let ways = branches.filter { leads($0.leaf, to: addresses) }
    guard let way = ways.first(where: { !world.isUnhealthy($0) }) ?? ways.first else {
      return Diagram.Link(.idle, "no record")
    }
    if world.isUnhealthy(way) { return Diagram.Link(.dead, "unhealthy") }
    return Diagram.Link(.idle, branches.choice == nil ? "standby" : label(of: way))
  }

  /// Whether a record set holds one of these addresses, or is an alias of who has them.
  private func leads(_ set: ResourceRecordSet, to addresses: [IPv4Address]) -> Bool {
    if let alias = set.alias, let resource = world.resource(alias.name) {
      return resource.addresses.contains(where: addresses.contains)
    }
    return addresses.contains { set.values.contains(.a($0)) }
  }
}

extension AlarmState {
  /// The state in a word.
  fileprivate var short: String { self == .insufficientData ? "no data" : rawValue }
}
