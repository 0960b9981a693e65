import ArgumentParser
import CafeWorld
import DNS
import Route53

extension Look {
  struct Dig: WordVerb {
    static let configuration = CommandConfiguration(
      "dig",
      "Asks DNS for a name, in dig's own layout.",
      """
      Without a server it asks your own resolver, home, which remembers answers for their TTL. \
      @authority asks Route 53's name servers and leaves no trace. One label is a name in the \
      zone. --from, or +subnet=, asks the name servers as if a client there had asked.
      """,
      example: "dig +short @authority www"
    )

    @Argument(help: "The name.", completion: .list(["@record-name"])) var name: String
    @Argument(
      help: "The record type; A if not given.",
      completion: .list(RecordType.names)
    )
    var type: String?
    @Option(
      help: .init("Whom to ask; @RESOLVER says the same.", valueName: "resolver"),
      completion: .list(["@resolver", "~authority"])
    )
    var resolver: String?
    @Option(
      help: .init("Whose question it is; +subnet=SUBNET says the same.", valueName: "subnet"),
      completion: .list(["@resolver"])
    )
    var from: String?
    @Flag(help: "The data alone; +short says the same.") var short = false

    static func arranged(_ words: [String]) -> [String] {
      words.map { word in
        if word == "+short" { return "--short" }
        if word.hasPrefix("+subnet=") { return "--from=" + word.dropFirst(8) }
        return word.hasPrefix("@") && word != "@" ? "--resolver=" + word.dropFirst() : word
      }
    }

    func request(in context: ParseContext) throws(CommandError) -> Request {
      if let option = name.hasPrefix("+") ? name : type.flatMap({ $0.hasPrefix("+") ? $0 : nil }) {
        throw .badValue(
          option: "dig",
          value: option,
          allowed: "+short or +subnet=24.20.0.0/16",
          near: ["+short", "+subnet="]
        )
      }
      let question = try context.question(name, type)
      let server = resolver ?? (from == nil ? Resolver.home : Look.authority)
      if server.lowercased() == Look.authority {
        let client = try from.map { text throws(CommandError) in try context.client(text) }
        return .ask(.authority(question, short: short, from: client))
      }
      guard from == nil else {
        throw .misuse("A resolver asks for its own clients. --from works with @authority.")
      }
      let resolver = try context.resolver(server).name
      return .change(
        [.lookUp(question, resolver: resolver)],
        showing: .dig(question, resolver: resolver, short: short)
      )
    }
  }

  struct Explain: WordVerb {
    static let configuration = CommandConfiguration(
      "explain",
      "Says why DNS answers what it answers, rule by rule.",
      """
      --from says whose question it is: a resolver's, or that of clients in a subnet. The name of \
      a health check, an alarm, a topic or an instance that no record has shows how it stands with \
      that, and why, as `show` does.
      """,
      example: "explain www --from isp"
    )

    private static let things = ["@health-check", "@alarm", "@topic", "@instance"]

    @Argument(help: "The name.", completion: .list(["@record-name"] + things))
    var name: String
    @Argument(
      help: "The record type; A if not given.",
      completion: .list(RecordType.names)
    )
    var type: String?
    @Option(
      help: .init("A resolver, an address or a subnet.", valueName: "client"),
      completion: .list(["@resolver", "~24.20.0.0/16", "~86.128.0.0/16"])
    )
    var from: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let name = try recordName(in: context)
      if type == nil, from == nil, !isRecord(name, in: context) {
        if let inquiry = try thing(in: context) { return .ask(inquiry) }
        if let near = thingsMistyped(in: context) {
          throw .unknownThing(
            what: "record, health check, alarm, topic or instance",
            name,
            near: near,
            look: "status"
          )
        }
      }
      let client = try from.map { text throws(CommandError) in try context.client(text) }
      return .ask(.explain(try context.question(name, type), from: client))
    }

    /// The name without the set identifier that `update record` wants behind it; one that no record
    /// set of the name has is refused.
    private func recordName(in context: ParseContext) throws(CommandError) -> String {
      let bare = String(name.prefix { $0 != "/" })
      guard bare != name, !isRecord(name, in: context), isRecord(bare, in: context) else {
        return name
      }
      let full = try context.domainName(bare)
      let wanted = name.dropFirst(bare.count + 1).lowercased()
      var references: [String] = []
      for zone in context.world.hostedZones {
        for set in zone.records.sets(name: full) + zone.served.sets(name: full) {
          if set.setIdentifier?.lowercased() == wanted { return bare }
          let reference = set.request.reference(in: zone)
          if !references.contains(reference) { references.append(reference) }
        }
      }
      throw .unknownName(.record, name, near: references)
    }

    /// Whether there is a record of the name, or DNS still answers from one.
    private func isRecord(_ name: String, in context: ParseContext) -> Bool {
      guard let full = try? context.domainName(name) else { return false }
      return context.world.hostedZones.contains {
        $0.records.hasName(full) || $0.served.hasName(full)
      }
    }

    /// What else than a record has the name; nil: nothing.
    private func thing(in context: ParseContext) throws(CommandError) -> Inquiry? {
      var found: [(kind: String, inquiry: Inquiry)] = []
      if context.world.healthCheck(name) != nil {
        let check = try context.healthCheck(name)
        found.append((kind: "health-check", inquiry: .healthCheck(check.id)))
      }
      if let alarm = context.world.alarm(name) {
        found.append((kind: "alarm", inquiry: .alarm(alarm.name)))
      }
      if let topic = context.world.topic(name) {
        found.append((kind: "topic", inquiry: .topic(arn: topic.arn)))
      }
      if let instance = context.world.instance(name) {
        found.append((kind: "instance", inquiry: .instance(instance.id)))
      }
      guard found.count > 1 else { return found.first?.inquiry }
      throw .ambiguous(nil, name, choices: found.map { "show \($0.kind) \(quoted(name))" })
    }

    /// The things of which the name is a slip of the finger, not a beginning; nil: none.
    private func thingsMistyped(in context: ParseContext) -> [String]? {
      let near = nearMisses(of: name, in: Completion.names(of: Self.things, in: context))
        .filter { !$0.lowercased().hasPrefix(name.lowercased()) }
      return near.isEmpty ? nil : near
    }
  }

  struct Browse: WordVerb {
    static let configuration = CommandConfiguration(
      "browse",
      "Opens a page as a browser does.",
      "A name is looked up by your own resolver first.",
      example: "browse http://www.cafe.example/cafe/"
    )

    @Argument(help: "The page, or an instance.", completion: .list(["@url"])) var url: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let place = try context.webPlace(url)
      return .change([.fetch(host: place.host, path: place.path)], showing: .page)
    }
  }

  struct Curl: WordVerb {
    static let configuration = CommandConfiguration(
      "curl",
      "Fetches a page and prints it as it comes.",
      example: "curl -I CafeInstance1"
    )

    @Argument(help: "The page, or an instance.", completion: .list(["@url"])) var url: String
    @Flag(
      name: [.customShort("I"), .customLong("head")],
      help: "The status line and headers only."
    )
    var head = false

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let place = try context.webPlace(url)
      return .change([.fetch(host: place.host, path: place.path)], showing: .curl(head: head))
    }
  }

  struct Order: WordVerb {
    static let configuration = CommandConfiguration(
      "order",
      "Orders at the café's website, as a customer does.",
      "Without a place it goes to http://www.cafe.example/cafe/.",
      example: "order CafeInstance2 --item croissant"
    )

    @Argument(help: "The website, or an instance.", completion: .list(["@url"])) var url: String?
    @Option(
      help: .init("What to order.", valueName: "item"),
      completion: .list(["~coffee", "~croissant", "~cake"])
    )
    var item: String = "coffee"

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let place = try context.webPlace(
        url ?? "http://\(context.world.customers.name.withoutDot)\(WebPlace.cafePath)"
      )
      guard !item.isEmpty, item.count <= 60 else {
        throw .badValue(option: "--item", value: item, allowed: "1 to 60 characters", near: [])
      }
      return .change([.order(host: place.host, item: item)], showing: .events)
    }
  }
}

extension ParseContext {
  /// For whom the authority takes a question: a resolver's clients, an address, a subnet.
  fileprivate func client(_ text: String) throws(CommandError) -> AddressBlock {
    if let resolver = world.resolver(text) { return resolver.client }
    if let block = AddressBlock(text) { return block }
    // dig takes any address of the subnet, and so do we.
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let address = IPAddress(String(parts[0])),
      AddressBlock("\(address.zero)/\(parts[1])") != nil, let length = Int(parts[1])
    {
      return AddressBlock(address, length: length)
    }
    let names = world.resolvers.map(\.name)
    throw .badValue(
      option: "--from",
      value: text,
      allowed: "a resolver, an address, or a subnet such as 24.20.0.0/16",
      near: nearMisses(of: text, in: names)
    )
  }

  /// A name and a record type, A if none is given.
  fileprivate func question(
    _ name: String,
    _ type: String?
  ) throws(CommandError) -> Question {
    let type = try recordType(type) ?? .a
    return Question(name: try domainName(name), type: type)
  }
}

extension IPAddress {
  /// The address of the same family without a bit set.
  fileprivate var zero: IPAddress {
    switch self {
    case .v4: .v4(IPv4Address(bits: 0))
    case .v6: .v6(IPv6Address(bits: 0))
    }
  }
}
