import CafeWorld
import DNS
import Route53
import Terminal

extension Views {
  /// Everything that exists and how it fares, on one screen.
  static func status(of world: World, on display: Display) -> Styled {
    var sheet = Sheet(on: display)
    sheet.say(moment(of: world))
    servers(of: world, into: &sheet)
    resources(of: world, into: &sheet)
    checks(of: world, into: &sheet)
    names(of: world, into: &sheet)
    alarms(of: world, into: &sheet)
    mailAndOrders(of: world, into: &sheet)
    return sheet.text
  }

  /// What time it is, at the café and in UTC.
  static func moment(of world: World) -> Styled {
    Styled(world.now.longDate, .strong)
      + " at the café (UTC-8), \(world.now.civil(local: false).clock) UTC"
  }

  private static func servers(of world: World, into sheet: inout Sheet) {
    sheet.heading("Servers")
    let servers = world.listedInstances
    if servers.isEmpty { sheet.say(none("No instances: `list instances` says more."), indent: 2) }
    sheet.rows(
      servers.map { instance in
        let takesOrders = world.site(of: instance).takesOrders
        return [
          sheet.mark(takesOrders ? .done : .failed) + Styled(instance.name, .strong),
          Styled(instance.zone),
          Styled(instance.publicAddress?.description ?? "none")
            + (instance.hasElasticAddress ? " (Elastic)" : ""),
          instance.state.styled, "website: " + world.siteWords(of: instance),
        ]
      }
    )
    for instance in servers {
      for trouble in world.troubles(of: instance) {
        sheet.say(sheet.mark(.warning) + "\(instance.name): \(trouble)", indent: 4)
      }
    }
    for zone in world.zoneOutages where !world.availabilityZones.contains(zone) {
      sheet.say(sheet.mark(.warning) + "all of \(zone) is down", indent: 4)
    }
    let held = world.instances.compactMap(\.publicAddress)
    for cut in world.cutOffs where !held.contains(cut.address) {
      sheet.say(
        sheet.mark(.warning) + "checkers in \(cut.region) cannot reach \(cut.address.description)",
        indent: 4
      )
    }
  }

  private static func checks(of world: World, into sheet: inout Sheet) {
    sheet.heading("Health checks")
    guard !world.healthChecks.isEmpty else {
      sheet.say(none("No health checks yet: nothing notices when a server dies."), indent: 2)
      return
    }
    for check in world.healthChecks {
      sheet.say(
        sheet.mark(check.status.sign) + "\(check.title, .strong): \(verdict(of: check, world))",
        indent: 2
      )
      sheet.say(
        "watches \(world.watching(check)), \(check.settings.rhythm)",
        indent: 4
      )
    }
  }

  /// `unhealthy since 08:05:21, 0 of 16 checkers healthy`.
  static func verdict(of check: HealthCheck, _ world: World) -> Styled {
    let since = check.statusSince.clock(seenFrom: world.now)
    var text: Styled = "\(check.status.styled) since \(since), \(world.standing(of: check))"
    if check.servedStatus != check.status {
      text += ", not yet at the name servers"
    }
    return text
  }

  private static func names(of world: World, into sheet: inout Sheet) {
    for zone in world.hostedZones {
      sheet.heading("Records of \(zone.name.shown)")
      let own = zone.records.all.filter { $0.name != zone.name || ![.ns, .soa].contains($0.type) }
      if own.isEmpty {
        sheet.say(
          none("Only the zone's own. `create record www A \(world.exampleServer)` adds a name."),
          indent: 2
        )
      }
      for (index, set) in own.enumerated() {
        let isNew = index == 0 || own[index - 1].name != set.name || own[index - 1].type != set.type
        if isNew { answer(to: set, in: zone, of: world, into: &sheet) }
        if set.routing != .simple || set.alias != nil {
          sheet.say(member(set, in: zone, of: world), indent: 6)
        }
      }
    }
    if world.hostedZones.isEmpty {
      sheet.heading("Records")
      sheet.say(none("No hosted zone. `create hosted-zone cafe.example` makes one."), indent: 2)
    }
  }

  /// One name and type: what the name servers answer now, and to whom that leads.
  private static func answer(
    to set: ResourceRecordSet,
    in zone: HostedZone,
    of world: World,
    into sheet: inout Sheet
  ) {
    let question = Question(name: set.name, type: set.type)
    let answer = world.authoritativeAnswer(question)
    let values = answer.records.filter { $0.type == set.type }.map(\.data)
    let leads = values.isEmpty ? "nothing yet" : values.map(world.described).joined(separator: ", ")
    var line = Styled("\(set.name.shown) \(set.type.rawValue)", .strong) + " answers "
    if let choice = world.branches(of: question).choice {
      line += Styled("\(choice); you get ")
    }
    line += Styled(leads, values.isEmpty ? .warning : .value)
    if let ttl = answer.ttl { line += ", TTL \(ttl) s" }
    sheet.say(line, indent: 2)
    for change in world.changesUnderWay(to: set.name) {
      sheet.say(
        sheet.mark(.open) + Styled("PENDING", .warning) + ": change \(change.id.text) is accepted, "
          + "the name servers do not answer from it yet",
        indent: 6
      )
    }
  }

  /// What a record set with a policy, or an alias, leads to and listens to.
  private static func member(
    _ set: ResourceRecordSet,
    in zone: HostedZone,
    of world: World
  ) -> Styled {
    let words = world.routing(of: set, among: world.group(of: set, in: zone))
    let values =
      set.alias.map { "alias of \($0.name.shown), \($0.healthWords)" }
      ?? set.values.map(world.described).joined(separator: ", ")
    var line: Styled = set.routing == .simple ? "\(values)" : "\(words): \(values)"
    if let id = set.healthCheckID {
      let listens: Styled? = world.healthCheck(id).map { ", listens to \($0.name)" }
      line += listens ?? ", its health check is gone"
    } else if set.alias == nil {
      line += ", no health check"
    }
    return line
  }

  private static func alarms(of world: World, into sheet: inout Sheet) {
    guard !world.alarms.isEmpty || !world.topics.isEmpty else { return }
    sheet.heading("Alarms and topics")
    for alarm in world.alarms {
      let target = world.targets(of: alarm.settings).map { "writes to \($0)" } ?? "tells nobody"
      let since = alarm.stateSince.clock(seenFrom: world.now)
      let isFed = world.hasSource(alarm)
      let loss: Styled = isFed ? "" : "; it watches \(world.watched(by: alarm.settings), .warning)"
      sheet.say(
        sheet.mark(isFed ? alarm.state.sign : .warning) + Styled(alarm.name, .strong) + ": "
          + alarm.state.styled + " since \(since), \(target)" + loss,
        indent: 2
      )
    }
    for topic in world.topics { sheet.say(readers(of: topic, world), indent: 2) }
  }

  /// Who reads a topic, and who has not said yes.
  static func readers(of topic: Topic, _ world: World) -> Styled {
    let readers = topic.subscriptions.map { subscription in
      "\(subscription.endpoint) (\(subscription.isConfirmed ? "confirmed" : "not confirmed yet"))"
    }
    return Styled(topic.name, .strong)
      + (readers.isEmpty ? " has no readers" : " is read by \(listed(readers))")
  }

  private static func mailAndOrders(of world: World, into sheet: inout Sheet) {
    sheet.heading("Mail and orders")
    let boxes = world.administrators.map { person in
      let mails = world.mails.filter { $0.recipient == person.address }
      let unread = mails.count { !$0.isRead }
      return "\(person.name) \(mails.count)" + (unread > 0 ? " (\(unread) unread)" : "")
    }
    sheet.say("mail: \(boxes.joined(separator: ", "))", indent: 2)
    sheet.say(orderTotals(of: world), indent: 2)
  }

  /// `orders: 120 placed, 3 lost (2 %) since 08:00:40`.
  static func orderTotals(of world: World) -> Styled {
    let customers = world.customers
    guard let since = customers.since else {
      return "orders: none yet; customers come when \(customers.name.shown) first answers"
    }
    let share = percentage(customers.lost, of: customers.placed + customers.lost)
    var line: Styled = "orders: \(customers.placed) placed, "
    line.append("\(customers.lost) lost", customers.lost > 0 ? .bad : .plain)
    let sorry = customers.apologies > 0 ? ", \(customers.apologies) at the sorry page" : ""
    if let share, customers.lost > 0 { line += " (\(share)\(sorry))" }
    return line + " since \(since.clock(seenFrom: world.now))"
  }

  /// What is said where there is nothing.
  static func none(_ sentence: String) -> Styled { Styled(sentence, .quiet) }
}
