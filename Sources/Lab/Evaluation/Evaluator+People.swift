import CafeWorld
import Commands
import Route53

extension Evaluator {
  func alarm(_ query: Query, _ property: String) -> Datum {
    if query["name"] == nil, property == "count" { return .number(Double(world.alarms.count)) }
    guard let name = query["name"], let alarm = world.alarm(name) else { return .missing }
    switch property {
    case "": return .thing(alarm.name)
    case "name": return .text(alarm.name)
    case "state": return .text(alarm.state.rawValue)
    case "health-check":
      let id = alarm.settings.healthCheckID
      return .text(world.healthCheck(id)?.name ?? id.text)
    case "topic": return topicNames(alarm.settings.alarmActions)
    case "ok-action": return topicNames(alarm.settings.okActions)
    default: return .missing
    }
  }

  private func topicNames(_ arns: [String]) -> Datum {
    guard !arns.isEmpty else { return .missing }
    let names = arns.map { world.topic($0)?.name ?? $0 }
    return names.count == 1 ? .text(names[0]) : .list(names)
  }

  func topic(_ query: Query, _ property: String) -> Datum {
    if query["name"] == nil, property == "count" { return .number(Double(world.topics.count)) }
    guard let name = query["name"], let topic = world.topic(name) else { return .missing }
    switch property {
    case "": return .thing(topic.name)
    case "name": return .text(topic.name)
    case "arn": return .text(topic.arn)
    case "count": return .number(Double(topic.subscriptions.count))
    default: return .missing
    }
  }

  func subscription(_ query: Query, _ property: String) -> Datum {
    let topics = query["topic"].map { world.topic($0).map { [$0] } ?? [] } ?? world.topics
    let all = topics.flatMap(\.subscriptions).filter { subscription in
      query["endpoint"].map { subscription.endpoint == address(of: $0) } ?? true
    }
    if property == "count" { return .number(Double(all.count)) }
    guard let found = all.last else { return .missing }
    switch property {
    case "": return .thing(found.endpoint)
    case "endpoint": return .text(found.endpoint)
    case "status": return .text(found.isConfirmed ? "confirmed" : "pending")
    default: return .missing
    }
  }

  private func address(of person: String) -> String {
    world.administrator(person)?.address ?? person
  }

  func mail(_ query: Query, _ property: String) -> Datum {
    let glob = query["subject"].map { Glob($0) }
    let mails = world.mails.filter { mail in
      (query["to"].map { mail.recipient == address(of: $0) } ?? true)
        && (glob?.matches(mail.subject) ?? true)
    }
    switch property {
    case "count": return .number(Double(mails.count))
    case "unread": return .number(Double(mails.count { !$0.isRead }))
    case "": return mails.last.map { .thing($0.subject) } ?? .missing
    case "subject": return mails.last.map { .text($0.subject) } ?? .missing
    default: return .missing
    }
  }

  /// Orders of the customers, or by hand (`by: "you"`); of the whole way or of one step.
  func orders(_ query: Query, _ property: String) -> Datum {
    let (placed, lost): (Int, Int)
    if let last = query["last"].flatMap({ Durations.milliseconds($0) }) {
      (placed, lost) = lately(last)
    } else {
      (placed, lost) = query["by"] == nil ? byCustomers(query["step"]) : byHand(query)
    }
    switch property {
    case "placed": return .number(Double(placed))
    case "lost": return .number(Double(lost))
    case "", "count": return .number(Double(placed + lost))
    case "share":
      return placed + lost == 0 ? .missing : .number(Double(placed) / Double(placed + lost))
    default: return .missing
    }
  }

  /// Of the last so long: the stretches between two changes that began in it.
  private func lately(_ time: Milliseconds) -> (Int, Int) {
    let start = world.now - time
    return world.customers.spans.filter { $0.from >= start }.reduce((0, 0)) {
      ($0.0 + $1.placed, $0.1 + $1.lost)
    }
  }

  private func byCustomers(_ step: String?) -> (Int, Int) {
    let customers = world.customers
    guard let step else { return (customers.placed, customers.lost) }
    var sum = (0, 0)
    for (index, visit) in situation.visits.enumerated()
    where visit.step.isStep(step) {
      let next = index + 1 < situation.visits.count ? situation.visits[index + 1] : nil
      sum.0 += (next?.placedBefore ?? customers.placed) - visit.placedBefore
      sum.1 += (next?.lostBefore ?? customers.lost) - visit.lostBefore
    }
    return sum
  }

  private func byHand(_ query: Query) -> (Int, Int) {
    let orders = situation.ordersByHand.filter { order in
      (query["step"].map { order.step?.isStep($0) ?? false } ?? true)
        && (query["at"].map { order.instance?.lowercased() == $0.lowercased() } ?? true)
    }
    return (orders.count(where: \.placed), orders.count { !$0.placed })
  }

  func customers(_ property: String) -> Datum {
    switch property {
    case "", "count": .number(Double(world.customers.count))
    case "arrived": .flag(world.customers.since != nil)
    default: .missing
    }
  }
}

extension String {
  /// Whether this is a step of that id, or an item of a quiz that was made of it.
  fileprivate func isStep(_ id: String) -> Bool { self == id || hasSuffix("#" + id) }
}
