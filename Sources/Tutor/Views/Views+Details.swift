import CafeWorld
import DNS
import Route53
import Terminal

extension Views {
  static func instance(_ id: InstanceID, of world: World, on display: Display) -> Styled {
    guard let instance = world.instance(id) else { return none("There is no instance \(id.text).") }
    var sheet = Sheet(on: display)
    sheet.say(Styled(instance.name, .heading) + " (\(instance.id.text))")
    sheet.facts(
      [
        ("place", Styled("\(instance.zone), \(instance.subnet)")),
        (
          "state",
          instance.state.styled + " since \(instance.stateSince.clock(seenFrom: world.now))"
        ),
        ("public address", address(of: instance)),
        ("private address", Styled(instance.privateAddress.description)),
        ("website", world.siteWords(of: instance)),
      ])
    for trouble in world.troubles(of: instance) {
      sheet.say(sheet.mark(.warning) + "\(trouble)", indent: 2)
    }
    for step in instance.agenda {
      let state = step.state.map { "\($0.rawValue)" } ?? "its website \(step.service.words)"
      sheet.say("to come at \(step.at.clock(seenFrom: world.now)): \(state)", indent: 2)
    }
    return sheet.text
  }

  private static func address(of instance: Instance) -> Styled {
    guard let address = instance.publicAddress else { return Styled("none", .warning) }
    return instance.hasElasticAddress
      ? "\(address.description), an Elastic IP: it stays over stop and start"
      : "\(address.description), its own only until it is stopped"
  }

  static func recordSets(
    _ zoneID: HostedZoneID,
    _ name: DomainName,
    of world: World,
    on display: Display
  ) -> Styled {
    let zone = world.hostedZone(zoneID)
    let sets = zone?.records.sets(name: name) ?? []
    guard let zone, !sets.isEmpty else {
      return none("\(name.shown) has no records in \(world.name(of: zoneID)).")
    }
    var sheet = Sheet(on: display)
    sheet.draw(recordTable(sets, in: zone, of: world, on: display))
    let changes = world.changesUnderWay(to: name)
    sheet.gap()
    for change in changes { sheet.say(pending(change, of: world)) }
    if changes.isEmpty {
      sheet.say(none("`explain \(name.shown)` says how an answer is chosen among these."))
    }
    return sheet.text
  }

  static func hostedZone(_ id: HostedZoneID, of world: World, on display: Display) -> Styled {
    guard let zone = world.hostedZone(id) else {
      return none("There is no hosted zone \(id.text).")
    }
    var sheet = Sheet(on: display)
    let kind = zone.isPrivate ? "private" : "public"
    sheet.say(Styled(zone.name.shown, .heading) + " (\(zone.id.text)), a \(kind) hosted zone")
    if let comment = zone.comment { sheet.say(Styled(comment), indent: 2) }
    sheet.say(askers(of: zone), indent: 2)
    if let set = zone.delegationSet { sheet.say("delegation set: \(set.text)", indent: 2) }
    if !zone.tags.isEmpty { sheet.say(Styled("tags: \(words(for: zone.tags))"), indent: 2) }
    sheet.gap()
    sheet.draw(recordTable(zone.records.all, in: zone, of: world, on: display))
    for change in zone.pending { sheet.say(pending(change, of: world)) }
    return sheet.text
  }

  /// Who asks a zone: its VPCs, or everybody by its name servers.
  private static func askers(of zone: HostedZone) -> Styled {
    guard zone.isPrivate else {
      return "name servers: \(zone.nameServers.map(\.shown).joined(separator: ", "))"
    }
    let places = zone.vpcs.map { "\($0.id) in \($0.region)" }
    return "only \(listed(places)) can ask it"
  }

  /// `team=web, stage=live`.
  static func words(for tags: [Tag]) -> String {
    tags.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
  }

  static func alarm(
    _ name: String,
    of world: World,
    events: [Event],
    on display: Display
  ) -> Styled {
    guard let alarm = world.alarm(name) else { return none("There is no alarm \(name).") }
    let settings = alarm.settings
    func targets(_ actions: [String]) -> Styled {
      actions.isEmpty
        ? Styled("nobody", .quiet)
        : Styled("the topic \(listed(actions.map { world.name(ofTopic: $0) }))")
    }
    var sheet = Sheet(on: display)
    sheet.say(Styled(alarm.name, .heading) + ", an alarm of CloudWatch in \(Topic.region)")
    sheet.facts(
      [
        (
          "watches",
          world.hasSource(alarm)
            ? "the health check \(world.watched(by: settings))"
            : Styled(world.watched(by: settings), .warning)
        ),
        ("state", alarm.state.styled + " since \(alarm.stateSince.clock(seenFrom: world.now))"),
        ("tells on ALARM", targets(settings.alarmActions)),
        ("tells on OK", targets(settings.okActions)),
        ("ALARM when", Styled(settings.effectiveRule.condition)),
        ("missing numbers", Styled(settings.effectiveRule.gaps)),
      ])
    let acts =
      settings.actionsEnabled == false
      ? " Its actions are switched off: it tells nobody."
      : " It acts when its state changes, not while the state lasts."
    sheet.say(Styled(settings.effectiveRule.numbers + acts), indent: 2)
    let before = events.reversed().lazy.compactMap { event -> AlarmState? in
      if case .alarmTurned(alarm.name, let old, _, _) = event.fact { old } else { nil }
    }.first
    sheet.say("CloudWatch's own words for the state:", indent: 2)
    sheet.say(
      Styled(alarm.reason.text(from: before ?? .insufficientData, to: alarm.state), .quiet),
      indent: 4,
      hanging: 4
    )
    return sheet.text
  }

  static func topic(_ arn: String, of world: World, on display: Display) -> Styled {
    guard let topic = world.topic(arn) else { return none("There is no topic \(arn).") }
    var sheet = Sheet(on: display)
    sheet.say(Styled(topic.name, .heading) + ", a topic of Amazon SNS in \(Topic.region)")
    sheet.say(Styled(topic.arn, .quiet), indent: 2)
    sheet.say(readers(of: topic, world), indent: 2)
    for subscription in topic.subscriptions where !subscription.isConfirmed {
      sheet.say(
        sheet.mark(.warning) + "\(world.reader(of: subscription.endpoint)) has not said yes: "
          + "nothing is sent there. `confirm \(subscription.endpoint)` follows the mail's link.",
        indent: 2
      )
    }
    if topic.subscriptions.isEmpty {
      sheet.say(none("Add a reader: `subscribe \(topic.name) sofia@cafe.example`."), indent: 2)
    }
    let writers = world.alarms.filter {
      ($0.settings.alarmActions + $0.settings.okActions).contains(topic.arn)
    }
    sheet.say(
      writers.isEmpty
        ? none("No alarm writes to it yet.")
        : Styled("written to by the alarm \(listed(writers.map(\.name)))"),
      indent: 2
    )
    return sheet.text
  }
}

extension Instance.WebServer {
  /// What the web server does, as a verb.
  var words: String {
    switch self {
    case .answering: "answers"
    case .refusing: "refuses connections"
    case .silent: "gives no answer"
    }
  }
}
