import ArgumentParser
import CafeWorld
import DNS
import Route53

extension Look {
  struct Show: WordVerb {
    static let configuration = CommandConfiguration(
      "show",
      "Shows all about one thing.",
      "Where a name means things of several kinds, say which: `show alarm Site-Down`.",
      example: "show Primary"
    )

    @Argument(
      help: .init("Its name or id, its kind before it if needed.", valueName: "name"),
      completion: .list(tokens)
    )
    var words: [String]
    @Option(
      help: .init("The hosted zone of a record, if there are several.", valueName: "zone"),
      completion: .list(["@zone"])
    )
    var zone: String?

    private static let tokens = [
      "@health-check", "@instance", "@record-name", "@alarm", "@topic", "@zone",
      "@cidr-collection", "@delegation-set", "@resource",
    ]

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard let name = words.last, words.count <= 2 else {
        throw .misuse("One name is shown at a time, its kind before it if needed.")
      }
      guard words.count == 2 else { return try anything(name, in: context) }
      let kinds = Thing.allCases.map(\.rawValue)
      guard let kind = Thing(rawValue: words[0].lowercased()) else {
        throw .badValue(
          option: "KIND",
          value: words[0],
          allowed: kinds.joined(separator: ", "),
          near: nearMisses(of: words[0], in: kinds)
        )
      }
      return .ask(try inquiry(kind, name, in: context))
    }

    /// The kinds that have this name; one of them must be it.
    private func anything(
      _ name: String,
      in context: ParseContext
    ) throws(CommandError) -> Request {
      let kinds = Thing.allCases.filter { has($0, name, in: context) }
      guard let kind = kinds.first else { throw unknown(name, in: context) }
      guard kinds.count == 1 else {
        let choices = kinds.map { "show \($0.rawValue) \(quoted(name))" }
        throw .ambiguous(nil, name, choices: choices)
      }
      return .ask(try inquiry(kind, name, in: context))
    }

    private func has(_ kind: Thing, _ name: String, in context: ParseContext) -> Bool {
      let world = context.world
      return switch kind {
      case .instance: world.instance(name) != nil
      case .healthCheck: world.healthCheck(name) != nil
      case .alarm: world.alarm(name) != nil
      case .topic: world.topic(name) != nil
      case .zone: world.hostedZone(name) != nil
      case .collection: world.cidrCollection(name) != nil
      case .delegationSet: world.delegationSet(DelegationSetID(name)) != nil
      case .resource: world.resource(name) != nil
      case .record: world.hostedZone(name) == nil && records(name, in: context) != nil
      }
    }

    private func inquiry(
      _ kind: Thing,
      _ name: String,
      in context: ParseContext
    ) throws(CommandError) -> Inquiry {
      switch kind {
      case .instance: return .instance(try context.instance(name).id)
      case .healthCheck: return .healthCheck(try context.healthCheck(name).id)
      case .alarm: return .alarm(try context.alarm(name).name)
      case .topic: return .topic(arn: try context.topic(name).arn)
      case .zone: return .hostedZone(try context.zone(name).id)
      case .collection: return .cidrCollection(try context.cidrCollection(name).id)
      case .delegationSet: return .delegationSet(try context.delegationSet(name).id)
      case .resource: return .resource(try context.resource(name).name)
      case .record:
        guard let found = records(name, in: context) else { throw unknown(name, in: context) }
        return found
      }
    }

    /// The record sets of a name, if there are any in its zone.
    private func records(_ text: String, in context: ParseContext) -> Inquiry? {
      let bare = String(text.prefix { $0 != "/" })
      for text in [text, bare] {
        guard let zone = try? context.zone(forRecord: text, option: zone),
          let name = try? DomainName(zone.fullName(text)), zone.records.hasName(name)
        else { continue }
        return .recordSets(zone.id, name)
      }
      return nil
    }

    private func unknown(_ name: String, in context: ParseContext) -> CommandError {
      let names = Completion.names(of: Self.tokens, in: context)
      return .unknownThing(
        what: "health check, instance, record, alarm, topic, hosted zone, CIDR collection, "
          + "delegation set or resource",
        name,
        near: nearMisses(of: name, in: names),
        look: "status"
      )
    }
  }

  /// The kinds of things that `show` shows.
  private enum Thing: String, CaseIterable {
    case instance
    case healthCheck = "health-check"
    case record
    case alarm
    case topic
    case zone = "hosted-zone"
    case collection = "cidr-collection"
    case delegationSet = "delegation-set"
    case resource
  }
}
