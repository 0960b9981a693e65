import CafeWorld
import Commands
import DNS
import Route53
import Terminal

extension Views {
  /// One kind of thing as a table, or what to do when there is none.
  static func list(
    _ listing: Listing,
    zone: HostedZoneID?,
    of world: World,
    on display: Display
  ) -> Styled {
    switch listing {
    case .zones: zones(of: world, on: display)
    case .records: records(of: world, zone: zone, on: display)
    case .healthChecks: healthChecks(of: world, on: display)
    case .instances: instances(of: world, on: display)
    case .alarms: alarmTable(of: world, on: display)
    case .topics: topics(of: world, on: display)
    case .addresses: addresses(of: world, on: display)
    case .resolvers: resolvers(of: world, on: display)
    case .delegationSets: delegationSets(of: world, on: display)
    case .cidrCollections: cidrCollections(of: world, on: display)
    case .resources: resources(of: world, on: display)
    }
  }

  private static func zones(of world: World, on display: Display) -> Styled {
    table(
      ["Hosted zone", "Id", "Records", "Name servers"],
      world.hostedZones.map { zone in
        [
          Styled(zone.name.shown, .strong), Styled(zone.id.text), "\(zone.records.count)",
          zone.isPrivate
            ? Styled("private, for \(listed(zone.vpcs.map(\.id)))")
            : zone.nameServers.map { Styled($0.shown) }.joined(),
        ]
      },
      otherwise: "No hosted zones. Make one: `create hosted-zone cafe.example`.",
      on: display
    )
  }

  private static func records(
    of world: World,
    zone: HostedZoneID?,
    on display: Display
  ) -> Styled {
    let zones = world.hostedZones.filter { zone == nil || $0.id == zone }
    var sheet = Sheet(on: display)
    for zone in zones {
      sheet.heading("\(zone.name.shown) (\(zone.id.text))")
      sheet.draw(recordTable(zone.records.all, in: zone, of: world, on: display))
      if !zone.pending.isEmpty { sheet.gap() }
      for change in zone.pending { sheet.say(pending(change, of: world)) }
      if zone.holdsOnlyItsOwnRecords {
        sheet.gap()
        sheet.say(
          none(
            "Every zone has these two. Add a name: `create record www A \(world.exampleServer)`."
          )
        )
      }
    }
    if zones.isEmpty {
      sheet.say(none("No hosted zone. Make one: `create hosted-zone cafe.example`."))
    }
    return sheet.text
  }

  /// Record sets, a row each, all of each name and type that there are.
  static func recordTable(
    _ sets: [ResourceRecordSet],
    in zone: HostedZone,
    of world: World,
    on display: Display
  ) -> Styled {
    let hasPolicy = sets.contains { $0.routing != .simple }
    var titles = ["Name", "Type", "TTL", "Value"]
    if hasPolicy { titles.insert("Routing", at: 3) }
    return table(
      titles,
      sets.map { set in
        var cells: [Styled] = [
          Styled(label(of: set, in: zone.name), .strong), Styled(set.type.rawValue),
          Styled(set.ttl.map(String.init) ?? ""), values(of: set, world),
        ]
        if hasPolicy { cells.insert(routing(of: set, in: zone, world), at: 3) }
        return cells
      },
      otherwise: "No records.",
      on: display
    )
  }

  /// A name as it is typed in its zone: `www`; the zone's own name in full.
  private static func label(of set: ResourceRecordSet, in zone: DomainName) -> String {
    let full = set.name.shown
    let tail = "." + zone.shown
    return full.hasSuffix(tail) ? String(full.dropLast(tail.count)) : full
  }

  private static func routing(
    of set: ResourceRecordSet,
    in zone: HostedZone,
    _ world: World
  ) -> Styled {
    let words = world.routing(of: set, among: world.group(of: set, in: zone))
    return Styled(set.setIdentifier.map { "\(words)\n\($0)" } ?? words)
  }

  /// The values of a record set or what it is an alias of, and the health check that it listens to.
  private static func values(of set: ResourceRecordSet, _ world: World) -> Styled {
    var lines = set.values.map { Styled(world.described($0)) }
    if let alias = set.alias {
      lines += ["alias of \(alias.name.shown)", Styled(alias.healthWords)]
    }
    if let id = set.healthCheckID {
      lines.append(
        world.healthCheck(id).map { "check: \($0.name), \($0.status.styled)" }
          ?? Styled("check: gone", .warning)
      )
    }
    return lines.joined()
  }

  /// A change that is accepted and not yet answered from.
  static func pending(_ change: PendingChange, of world: World) -> Styled {
    "Change \(change.id.text) is \("PENDING", .warning): these lists show it, the name servers "
      + "will answer from it within 60 s of \(change.submitted.clock(seenFrom: world.now))."
  }

  private static func healthChecks(of world: World, on display: Display) -> Styled {
    table(
      ["Name", "Watches", "Asks", "Status"],
      world.healthChecks.map { check in
        [
          Styled(check.title, .strong),
          Styled(
            world.target(of: check.settings)
              + (check.settings.kind.hasEndpoint ? "\n(\(world.watched(by: check)))" : "")
          ),
          Styled(
            check.settings.kind.hasEndpoint
              ? "every \(check.settings.requestInterval) s\n"
                + "\(check.settings.failureThreshold) in a row" : "nothing"
          ),
          check.status.styled
            + (check.settings.disabled
              ? "\ndisabled" : "\n\(world.shortStanding(of: check))"),
        ]
      },
      otherwise: "No health checks yet. Make one: `create health-check Primary-Website-Health "
        + "--ip-address \(world.exampleServer) --resource-path /cafe`.",
      on: display
    )
  }

  private static func instances(of world: World, on display: Display) -> Styled {
    table(
      ["Name", "Zone", "State", "Public address", "Website"],
      world.listedInstances.map { instance in
        [
          Styled(instance.name, .strong) + "\n" + Styled(instance.id.text, .quiet),
          Styled(instance.zone), instance.state.styled,
          Styled(instance.publicAddress?.description ?? "none"), world.siteWords(of: instance),
        ]
      },
      otherwise: "No instances. A terminated one is listed for an hour; `undo` takes back what "
        + "ended it.",
      on: display
    )
  }

  private static func alarmTable(of world: World, on display: Display) -> Styled {
    table(
      ["Alarm", "Watches", "State", "Since", "Writes to"],
      world.alarms.map { alarm in
        [
          Styled(alarm.name, .strong),
          Styled(world.watched(by: alarm.settings), world.hasSource(alarm) ? .plain : .warning),
          alarm.state.styled, Styled(alarm.stateSince.clock(seenFrom: world.now)),
          world.targets(of: alarm.settings).map { Styled($0) } ?? Styled("nobody", .quiet),
        ]
      },
      otherwise: "No alarms yet. Make one: `create alarm NAME --health-check CHECK --topic TOPIC`.",
      on: display
    )
  }

  private static func topics(of world: World, on display: Display) -> Styled {
    table(
      ["Topic", "Reader", "Subscription"],
      world.topics.flatMap { topic -> [[Styled]] in
        let none: [[Styled]] = [[Styled(topic.name, .strong), Styled("nobody", .quiet)]]
        return topic.subscriptions.isEmpty
          ? none
          : topic.subscriptions.map { subscription in
            [
              Styled(topic.name, .strong), Styled(subscription.endpoint),
              subscription.isConfirmed
                ? Styled("confirmed", .good) : Styled("not confirmed yet", .warning),
            ]
          }
      },
      otherwise: "No topics yet. Make one: `create topic Cafe-Alerts`.",
      on: display
    )
  }

  private static func addresses(of world: World, on display: Display) -> Styled {
    table(
      ["Elastic IP", "Belongs to", "Allocation"],
      world.elasticAddresses.map { address in
        [
          Styled(address.address.description, .strong),
          address.instance.map { Styled(world.name(of: $0)) } ?? Styled("nobody yet", .quiet),
          Styled(address.allocationID, .quiet),
        ]
      },
      otherwise: "No Elastic IP addresses. `allocate address` gets one that stays when an instance "
        + "stops and starts.",
      on: display
    )
  }

  private static func resolvers(of world: World, on display: Display) -> Styled {
    table(
      ["Resolver", "Who asks it", "From", "Names kept"],
      world.resolvers.map { resolver in
        [
          Styled(resolver.name, .strong),
          resolver.isBusy ? "customers, all the time" : "only you",
          Styled(Places.name(of: resolver.client) ?? "\(resolver.client)"),
          "\(resolver.cache.count { $0.expires > world.now || resolver.isBusy })",
        ]
      },
      otherwise: "No resolvers.",
      on: display
    )
  }

  /// A table, or a sentence where it would have no rows.
  static func table(
    _ titles: [String],
    _ rows: [[Styled]],
    otherwise: String,
    on display: Display
  ) -> Styled {
    guard !rows.isEmpty else {
      return none(otherwise).withCommands.wrapped(to: display.proseWidth).joined()
    }
    return Table(titles.map { Table.Column($0) }, rows: rows).drawn(on: display)
  }
}
