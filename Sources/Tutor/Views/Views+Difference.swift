import CafeWorld
import Commands
import DNS
import Route53
import Terminal

extension Views {
  /// What differs between two worlds, a line each.
  static func difference(_ difference: WorldDifference, on display: Display) -> Styled {
    let lines = DifferenceText(difference).lines
    guard !lines.isEmpty else { return Styled("  nothing differs", .quiet) }
    return lines.map { line in
      (Styled("  ") + line).wrapped(to: display.width, hanging: Styled("    ")).joined()
    }.joined()
  }
}

/// A difference of two worlds in words.
private struct DifferenceText {
  private let difference: WorldDifference
  private let before: World
  private let after: World

  init(_ difference: WorldDifference) {
    self.difference = difference
    before = difference.before
    after = difference.after
  }

  var lines: [Styled] {
    instances + faults + addresses + zones + records + checks + controls + answers + alarms + topics
      + orders + mails
  }

  /// `name: old → new`, if the two differ.
  private func line(_ name: String, _ old: String, _ new: String) -> Styled? {
    guard old != new else { return nil }
    return Styled("\(name): ") + Styled(old, .quiet) + Styled(" → ") + Styled(new, .value)
  }

  /// A thing that only one of the worlds has, or what of it differs, a line for each fact.
  private func lines<Thing>(
    _ pairs: [Versions<Thing>],
    _ title: (Thing, World) -> String,
    _ facts: (Thing, World) -> [(name: String, value: String)]
  ) -> [Styled] {
    pairs.flatMap { pair -> [Styled] in
      switch (pair.before, pair.after) {
      case (let old?, let new?):
        let title = title(new, after)
        let lines = zip(facts(old, before), facts(new, after)).compactMap { one, other in
          line("\(title), \(other.name)", one.value, other.value)
        }
        return lines.isEmpty ? [Styled("\(title): other settings")] : lines
      case (nil, let new?):
        let told = facts(new, after).filter { !$0.value.isEmpty && $0.value != "none" }
        let words = told.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        return [Styled("\(title(new, after)): new" + (words.isEmpty ? "" : ", ")) + Styled(words)]
      case (let old?, nil): return [Styled("\(title(old, before)): gone")]
      case (nil, nil): return []
      }
    }
  }

  private var instances: [Styled] {
    lines(difference.instances) { instance, _ in
      instance.name
    } _: { instance, world in
      [
        ("state", instance.state.rawValue),
        ("address", instance.publicAddress?.description ?? "none"),
        ("kind of address", instance.hasElasticAddress ? "an Elastic IP" : "its own"),
        ("website", world.siteWords(of: instance).text),
        ("trouble", listed(world.troubles(of: instance)).orNone),
      ]
    }
  }

  private var faults: [Styled] {
    difference.zoneOutages.compactMap { pair in
      line(
        pair.after ?? pair.before ?? "",
        pair.before == nil ? "up" : "down",
        pair.after == nil ? "up" : "down"
      )
    }
  }

  private var addresses: [Styled] {
    lines(difference.addresses) { address, _ in
      "Elastic IP \(address.address)"
    } _: { address, world in
      [("belongs to", address.instance.map { world.name(of: $0) } ?? "nobody")]
    }
  }

  private var zones: [Styled] {
    lines(difference.hostedZones) { zone, _ in
      "hosted zone \(zone.name.shown)"
    } _: { _, _ in
      []
    }
  }

  private var records: [Styled] {
    lines(difference.records) { set, _ in
      "record \(set.title)"
    } _: { set, world in
      [
        ("policy", set.request.policyWords ?? "simple"),
        ("TTL", set.ttl.map(String.init) ?? "none"),
        ("value", listed(set.values.map { world.described($0) }).orNone),
        ("alias of", set.alias?.name.shown ?? "none"),
        ("health check", set.healthCheckID.map { world.name(of: $0) } ?? "none"),
      ]
    }
  }

  private var checks: [Styled] {
    lines(difference.healthChecks) { check, _ in
      "health check \(check.title)"
    } _: { check, world in
      [
        ("watches", world.watching(check)), ("asks", check.settings.rhythm),
        ("inverted", check.settings.inverted ? "yes" : "none"),
        ("disabled", check.settings.disabled ? "yes" : "none"),
        ("status", check.status.rawValue),
        ("the name servers' status of it", check.servedStatus.rawValue),
      ]
    }
  }

  private var controls: [Styled] {
    lines(difference.routingControls) { control, _ in
      "routing control \(control.name)"
    } _: { control, _ in
      [("state", control.isOn ? "on" : "off")]
    }
  }

  private var alarms: [Styled] {
    lines(difference.alarms) { alarm, _ in
      "alarm \(alarm.name)"
    } _: { alarm, world in
      [
        ("watches", world.name(of: alarm.settings.healthCheckID)),
        ("state", alarm.state.rawValue),
        ("on ALARM", topicNames(alarm.settings.alarmActions, world)),
        ("on OK", topicNames(alarm.settings.okActions, world)),
      ]
    }
  }

  private func topicNames(_ arns: [String], _ world: World) -> String {
    listed(arns.map { world.name(ofTopic: $0) }).orNone
  }

  private var topics: [Styled] {
    lines(difference.topics) { topic, _ in
      "topic \(topic.name)"
    } _: { topic, _ in
      let readers = topic.subscriptions.map { subscription in
        subscription.endpoint + (subscription.isConfirmed ? "" : " (not confirmed)")
      }
      return [("readers", listed(readers).orNone)]
    }
  }

  private var answers: [Styled] {
    difference.answers.flatMap { answer -> [Styled] in
      let asked = "\(answer.question.name.shown) \(answer.question.type.rawValue)"
      let sources = answer.sources.map { $0.map { "resolver \($0)" } ?? "name servers" }
      let line = line(
        "answer for \(asked) (\(listed(sources)))",
        said(answer.before, before),
        said(answer.after, after)
      )
      return [line].compactMap(\.self) + (answer.sources.contains(nil) ? reasons(of: answer) : [])
    }
  }

  /// Why the name servers answer otherwise.
  private func reasons(of answer: AnswerDifference) -> [Styled] {
    let reasons = ReasonDifference(answer.question, in: before, and: after)
    return reasons?.lines.map { Styled("  ") + $0 } ?? []
  }

  private func said(_ said: AnswerDifference.Said, _ world: World) -> String {
    said.values.isEmpty
      ? said.code.rawValue : listed(said.values.map { world.described($0) })
  }

  private var orders: [Styled] {
    let (old, new) = (before.customers, after.customers)
    return [
      line("orders placed", "\(old.placed)", "\(new.placed)"),
      line("orders lost", "\(old.lost)", "\(new.lost)"),
      line("orders by hand", "\(before.ordersByHand)", "\(after.ordersByHand)"),
    ].compactMap(\.self)
  }

  /// A mail each; of many, how many.
  private var mails: [Styled] {
    guard difference.mails.count <= 4 else {
      let (old, new) = (before.mails.count, after.mails.count)
      let counts = line("mails", "\(old)", "\(new)")
      return [counts ?? Styled("\(difference.mails.count) mails are not the same")]
    }
    return lines(difference.mails) { mail, world in
      "mail to \(world.reader(of: mail.recipient)), “\(mail.subject)”"
    } _: { _, _ in
      []
    }
  }
}

extension String {
  fileprivate var orNone: String { isEmpty ? "none" : self }
}
