import CafeWorld
import DNS
import Route53
import Terminal

extension Told {
  var zone: Styled? {
    switch event.fact {
    case .hostedZoneCreated(let zone) where zone.isPrivate:
      "The private hosted zone \(zone.name.shown, .strong) (\(zone.id.text)) is there, for "
        + "\(zone.vpcs.map(\.id).joined(separator: ", ")) alone: nobody outside can ask it."
    case .hostedZoneCommented(let id, let comment):
      comment.map { "The comment of \(world.name(of: id)) is now: \($0)" }
        ?? "\(world.name(of: id)) has no comment any more."
    case .vpcAssociated(let id, let vpc): "\(world.name(of: id)) now answers in \(vpc.id) too."
    case .vpcDisassociated(let id, let vpc):
      "\(world.name(of: id)) no longer answers in \(vpc.id)."
    case .hostedZoneCreated(let zone):
      "The hosted zone \(zone.name.shown, .strong) (\(zone.id.text)) is there, with its own NS and "
        + "SOA records."
    case .hostedZoneDeleted(let id): "The hosted zone \(world.name(of: id)) is gone."
    case .recordsChanged(let id, let change): accepted(change, in: id)
    case .changeInSync(let id, let change):
      "Change \(change.text) is \("INSYNC", .good): the name servers of \(world.name(of: id)) "
        + "answer from it."
    default: nil
    }
  }

  /// What zones share, and what labels them.
  var shared: Styled? {
    switch event.fact {
    case .delegationSetCreated(let set, of: _):
      "The reusable delegation set \(set.id.text, .strong) is there: "
        + "\(listed(set.nameServers.map(\.withoutDot)))."
    case .delegationSetDeleted(let id): "The delegation set \(id.text) is gone."
    case .cidrCollectionCreated(let collection):
      "The CIDR collection \(collection.name, .strong) (\(collection.id.text)) is there."
    case .cidrCollectionChanged(let collection):
      "The CIDR collection \(collection.name, .strong) is now at version \(collection.version): "
        + "\(collection.contents)."
    case .cidrCollectionDeleted(let id):
      "The CIDR collection \(world.cidrCollection(id)?.name ?? id.text) is gone."
    case .tagsChanged(let resource, let tags):
      "\(world.title(of: resource)) "
        + (tags.isEmpty
          ? "has no tags any more."
          : "now has the tags \(listed(tags.map { "\($0.key)=\($0.value)" })).")
    default: nil
    }
  }

  private func accepted(_ change: RecordsChange, in zone: HostedZoneID) -> Styled {
    let parts = change.batch.changes.map { part in
      let name = (try? DomainName(part.recordSet.name))?.shown ?? part.recordSet.name
      let set = part.recordSet.setIdentifier.map { " \($0)" } ?? ""
      return "\(part.action.word) \(name) \(part.recordSet.type)\(set)"
    }
    let shown = parts.prefix(4) + (parts.count > 4 ? ["\(parts.count - 4) more"] : [])
    return "Change \(change.id.text) is accepted: \(listed(Array(shown))). It is "
      + "\("PENDING", .warning): the name servers answer from it within 60 s."
      + Styled(doubts(about: change, in: zone))
  }

  /// A target of one label is a name at the root of the internet, where hardly anybody means it.
  private func doubts(about change: RecordsChange, in zone: HostedZoneID) -> String {
    let targets = change.batch.changes.filter {
      $0.action != .delete && $0.recordSet.type == "CNAME"
    }
    .flatMap(\.recordSet.values).compactMap { try? DomainName($0) }
    .filter { $0.labelCount == 1 }
    guard let target = targets.first, let zone = world.hostedZone(zone)?.name else { return "" }
    return " \(target.shown) is no name in \(zone.shown): write \(target.shown).\(zone.shown) if "
      + "that is meant."
  }

  var resource: Styled? {
    switch event.fact {
    case .resourceCreated(let resource):
      "\(resource.kind.words.capitalised) is there: \(resource.name.shown, .strong). An alias "
        + "record can point to it."
    case .resourceTurned(let name, let isHealthy):
      "\(name.shown) is now \((isHealthy ? HealthStatus.healthy : .unhealthy).styled); Route 53 "
        + "knows at once."
    default: nil
    }
  }

  var health: Styled? {
    switch event.fact {
    case .healthCheckCreated(let id, let name, _, let settings):
      begun(name.isEmpty ? id.text : name, settings)
    case .healthCheckUpdated(let id, let settings): changed(id, settings)
    case .healthCheckRenamed(let id, let name):
      "The health check \(world.name(of: id)) is now called \(name, .strong)."
    case .healthCheckDeleted(let id): deleted(id)
    case .healthServed(let id, let status): served(id, status)
    case .checkersRetired(let id, let region):
      "The checkers in \(region) have stopped looking for \(world.name(of: id))."
    case .routingControlCreated(let control):
      "The routing control \(control.name, .strong) is there, and off: `turn \(control.name) on`."
    case .routingControlTurned(let arn, let isOn):
      "The routing control \(world.routingControl(arn)?.name ?? arn) is now "
        + "\(isOn ? "on" : "off", isOn ? .good : .bad)."
    default: nil
    }
  }

  private func begun(_ name: String, _ settings: HealthCheckSettings) -> Styled {
    let target = world.target(of: settings)
    guard settings.kind.hasEndpoint else {
      return "The health check \(name, .strong) begins: it follows \(target)."
    }
    let regions = settings.checkerRegions.count
    let who =
      regions == 8
      ? "sixteen checkers in eight regions"
      : "\(2 * regions) checkers in \(regions) regions"
    let text: Styled =
      settings.disabled
      ? "The health check \(name, .strong) is there, disabled: nobody asks for \(target) yet."
      : "The health check \(name, .strong) begins: \(who) ask for \(target), \(settings.rhythm)."
    guard settings.inverted, !settings.disabled else { return text }
    return text + " It is inverted: what the checkers find healthy makes it unhealthy."
  }

  private func changed(_ id: HealthCheckID, _ settings: HealthCheckSettings) -> Styled {
    let target = world.target(of: settings)
    let name = world.name(of: id)
    if settings.disabled {
      let isInverted = settings.inverted ? ", since it is inverted" : ""
      let status = HealthRules.status(
        evaluated: .healthy,
        inverted: settings.inverted,
        disabled: true
      )
      let looks = settings.kind.hasEndpoint ? "asks for" : "follows"
      return "The health check \(name) is disabled: nobody \(looks) \(target), and it counts as "
        + "\(status.styled)\(isInverted)."
    }
    let doing =
      settings.kind.hasEndpoint
      ? "asks for \(target), \(settings.rhythm)" : "follows \(target)"
    return Styled("The health check \(name) now \(doing)\(settings.inverted ? ", inverted" : "").")
  }

  private func deleted(_ id: HealthCheckID) -> Styled {
    let users = world.recordSets(choosingBy: id).map(\.title)
    var text: Styled = "The health check \(world.name(of: id)) is deleted."
    if !users.isEmpty {
      text += " Still listening to it: \(listed(users)). Nothing will ever find them unhealthy."
    }
    return text
  }

  /// What the name servers learn; told only when a record listens.
  private func served(_ id: HealthCheckID, _ status: HealthStatus) -> Styled? {
    guard !world.recordSets(choosingBy: id).isEmpty else { return nil }
    return "The name servers now know that \(world.name(of: id)) is \(status.styled)."
  }

  var notification: Styled? {
    switch event.fact {
    case .topicCreated(let name): "The topic \(name, .strong) is there. Nobody reads it yet."
    case .topicDeleted(let arn): "The topic \(world.name(ofTopic: arn)) is gone, with its readers."
    case .subscriptionRequested(let topic, _, let endpoint):
      "\(endpoint) is asked to read \(world.name(ofTopic: topic)). Until the mail is confirmed, "
        + "nothing else is sent there."
    case .subscriptionConfirmed(let topic, _, let endpoint):
      "\(endpoint) \("has confirmed", .good) and reads \(world.name(ofTopic: topic)) from now on."
    case .subscriptionEnded(let topic, _, let endpoint):
      "\(endpoint) no longer reads \(world.name(ofTopic: topic))."
    case .alarmPut(let settings): put(settings)
    case .alarmDeleted(let name): "The alarm \(name) is gone."
    case .alarmTurned(let name, from: let old, to: let new, let reason):
      "The alarm \(name, .strong) goes from \(old.rawValue) to \(new.styled): "
        + "\(words(for: reason))."
    case .mailDelivered(let mail): delivered(mail)
    case .notificationUndelivered(let alarm, let topic) where world.topic(topic) == nil:
      "The alarm \(alarm) wrote to \(world.name(ofTopic: topic)), which "
        + "\("was deleted", .bad): no mail is sent."
    case .notificationUndelivered(let alarm, let topic):
      "The alarm \(alarm) wrote to \(world.name(ofTopic: topic)), but "
        + "\("nobody has confirmed", .bad) there: no mail is sent."
    default: nil
    }
  }

  private func delivered(_ mail: Mail) -> Styled {
    let text: Styled =
      "Mail \(mail.number) for \(world.reader(of: mail.recipient)): \(mail.subject, .accent)."
    return switch mailbox {
    case .prompt: text + Styled(" Open it with `read \(mail.number)`.")
    case .url(let url): text + Styled(" Open it with `curl \(url)/\(mail.number)`.")
    case .nowhere: text
    }
  }

  private func put(_ settings: AlarmSettings) -> Styled {
    let isNew = world.alarm(settings.name) == nil
    let check = world.watched(by: settings)
    let rule = settings.effectiveRule
    var text: Styled =
      isNew
      ? "The alarm \(settings.name, .strong) watches \(check)"
      : "The alarm \(settings.name, .strong) is changed: it watches \(check)"
    text += world.targets(of: settings).map { " and writes to \($0)." } ?? " and tells nobody."
    if settings.actionsEnabled == false { text += " Its actions are switched off." }
    if rule != .console { text += " It is in ALARM when \(rule.condition)." }
    if rule.missingData != .missing { text += " Missing numbers are \(rule.gaps)." }
    if isNew { text += " It has no data yet; the number comes once a minute." }
    return text
  }

  private func words(for reason: AlarmReason) -> String {
    switch reason {
    case .unchecked: "it has just been made"
    case .noData: "no number came"
    case .datapoint(let value, let minute):
      "the number for the minute from \(minute.clock.prefix(5)) was \(value)"
    case .datapoints(let points, let rule):
      "of the last \(counted(rule.evaluationPeriods, "number")), "
        + "\(points.count { rule.breaches($0.value) }) "
        + "were \(rule.comparison.words) \(rule.threshold.decimal)"
    case .set(let words):
      "somebody set it so (\(words.replacing("\n", with: " "))), until it is next evaluated"
    }
  }
}

extension ControlPlaneFault.Kind {
  /// What every request meets.
  var words: String {
    switch self {
    case .throttling: "Throttling for every change"
    case .priorRequest: "PriorRequestNotComplete for every change of a hosted zone"
    }
  }
}

extension CidrCollection {
  /// Its locations with their blocks.
  fileprivate var contents: String {
    guard !locations.isEmpty else { return "empty" }
    return locations.map { location in
      "\(location.name) has \(listed(location.blocks.map(\.description)))"
    }.joined(separator: "; ")
  }
}

extension World {
  fileprivate func title(of resource: TaggedResource) -> String {
    switch resource {
    case .hostedZone(let id): "The hosted zone \(name(of: id))"
    case .healthCheck(let id): "The health check \(name(of: id))"
    }
  }
}

extension String {
  /// With a capital at the beginning.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

extension ChangeAction {
  fileprivate var word: String {
    switch self {
    case .create: "created"
    case .upsert: "written"
    case .delete: "deleted"
    }
  }
}
