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
    let endpoint = query["endpoint"].map(address(of:))
    let all = topics.flatMap(\.subscriptions).filter { $0.endpoint == endpoint ?? $0.endpoint }
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
    let recipient = query["to"].map(address(of:))
    let glob = query["subject"].map { Glob($0) }
    let mails = world.mails.filter { mail in
      mail.recipient == recipient ?? mail.recipient && glob?.matches(mail.subject) ?? true
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
    let sum: OrderSum
    if let last = query["last"].flatMap({ Durations.milliseconds($0) }) {
      sum = lately(last)
    } else {
      sum = query["by"] == nil ? byCustomers(query["step"]) : byHand(query)
    }
    let all = sum.placed + sum.lost
    switch property {
    case "placed": return .number(Double(sum.placed))
    case "lost": return .number(Double(sum.lost))
    case "apologies": return sum.apologies.map { .number(Double($0)) } ?? .missing
    case "", "count": return .number(Double(all))
    case "share": return all == 0 ? .missing : .number(Double(sum.placed) / Double(all))
    default: return .missing
    }
  }

  /// Of the last so long, as `orders --last` counts them.
  private func lately(_ time: Milliseconds) -> OrderSum {
    let spans = world.customers.spans(from: world.now - time, to: world.now)
    return OrderSum(
      placed: spans.reduce(0) { $0 + $1.placed },
      lost: spans.reduce(0) { $0 + $1.lost },
      apologies: spans.reduce(0) { $0 + $1.apologies }
    )
  }

  private func byCustomers(_ step: String?) -> OrderSum {
    let customers = world.customers
    let now = OrderSum(
      placed: customers.placed,
      lost: customers.lost,
      apologies: customers.apologies
    )
    guard let step else { return now }
    var sum = OrderSum()
    for (index, visit) in situation.visits.enumerated() where visit.step.isStep(step) {
      let next = index + 1 < situation.visits.count ? situation.visits[index + 1] : nil
      let end = next.map(OrderSum.init(before:)) ?? now
      let start = OrderSum(before: visit)
      sum.placed += end.placed - start.placed
      sum.lost += end.lost - start.lost
      sum.apologies? += (end.apologies ?? 0) - (start.apologies ?? 0)
    }
    return sum
  }

  private func byHand(_ query: Query) -> OrderSum {
    let orders = situation.ordersByHand.filter { order in
      (query["step"].map { order.step?.isStep($0) ?? false } ?? true)
        && (query["at"].map { order.instance?.lowercased() == $0.lowercased() } ?? true)
    }
    return OrderSum(
      placed: orders.count(where: \.placed),
      lost: orders.count { !$0.placed },
      apologies: nil
    )
  }

  func customers(_ property: String) -> Datum {
    switch property {
    case "", "count": .number(Double(world.customers.count))
    case "arrived": .flag(world.customers.since != nil)
    default: .missing
    }
  }
}

/// Orders, counted.
private struct OrderSum {
  var placed = 0
  var lost = 0
  /// Of the lost ones those that met a page that says sorry; nil: nobody counted.
  var apologies: Int? = 0
}

extension OrderSum {
  /// What the customers had ordered before a stay in a step.
  init(before visit: StepVisit) {
    self.init(
      placed: visit.placedBefore,
      lost: visit.lostBefore,
      apologies: visit.apologiesBefore
    )
  }
}

extension String {
  /// Whether this is a step of that id, or an item of a quiz that was made of it.
  fileprivate func isStep(_ id: String) -> Bool { self == id || hasSuffix("#" + id) }
}
