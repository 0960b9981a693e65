import ArgumentParser
import CafeWorld
import DNS
import Route53

/// Verbs that look: most are questions and change nothing.
enum Look {
  static let verbs: [VerbEntry] = [
    VerbEntry(.look, Status.self, "what there is, and how it does"),
    VerbEntry(.look, List.self, "zones, records, health-checks, instances, …"),
    VerbEntry(.look, Show.self, thing), VerbEntry(.look, Metrics.self, thing),
    VerbEntry(.look, Dig.self, "ask DNS, through a resolver or @authority"),
    VerbEntry(.look, Explain.self, "why DNS answers what it answers"),
    VerbEntry(.look, Browse.self, page), VerbEntry(.look, Curl.self, page),
    VerbEntry(.look, Order.self, page),
    VerbEntry(.look, Inbox.self, mail), VerbEntry(.look, Read.self, mail),
    VerbEntry(.look, Diagram.self, picture), VerbEntry(.look, Timeline.self, picture),
    VerbEntry(.look, Orders.self, picture),
  ]

  /// The resolver's place taken by Route 53's own name servers.
  static let authority = "authority"

  private static let page = "use a website: look at it, fetch it, order coffee"
  private static let thing = "all about one thing, or what it told CloudWatch"
  private static let picture = "pictures of your world, its checks, its customers"
  private static let mail = "the mail of the administrators"

  struct Status: WordVerb {
    static let configuration = CommandConfiguration(
      "status",
      "Shows what there is and how it does, faults included.",
      example: "status"
    )

    func request(in context: ParseContext) throws(CommandError) -> Request { .ask(.status) }
  }

  struct List: WordVerb {
    static let configuration = CommandConfiguration(
      "list",
      "Lists things of one kind.",
      "A record change is listed at once, before the name servers answer by it.",
      example: "list records"
    )

    @Argument(
      help: "The kind.",
      completion: .list(Listing.allCases.map(\.rawValue))
    )
    var kind: String
    @Option(
      help: .init("Records of this hosted zone only.", valueName: "zone"),
      completion: .list(["@zone"])
    )
    var zone: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard let listing = Listing(rawValue: kind.lowercased()) else {
        let known = Listing.allCases.map(\.rawValue)
        throw .badValue(
          option: "KIND",
          value: kind,
          allowed: known.joined(separator: ", "),
          near: nearMisses(of: kind, in: known)
        )
      }
      guard let zone else { return .ask(.list(listing, zone: nil)) }
      guard listing == .records else { throw .misuse("Only records are listed by zone.") }
      return .ask(.list(listing, zone: try context.zone(zone).id))
    }
  }

  struct Inbox: WordVerb {
    static let configuration = CommandConfiguration(
      "inbox",
      "Lists the mail, of one mailbox or of all.",
      example: "inbox sofia@cafe.example"
    )

    @Argument(help: "The address, or its owner's name.", completion: .list(["@mailbox"]))
    var mailbox: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard let mailbox else { return .ask(.inbox(mailbox: nil)) }
      return .ask(.inbox(mailbox: try context.mailbox(mailbox).address))
    }
  }

  struct Read: WordVerb {
    static let configuration = CommandConfiguration(
      "read",
      "Opens a mail.",
      "`inbox` has the numbers.",
      example: "read 1"
    )

    @Argument(help: "The mail's number.", completion: .list(["@mail"])) var number: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard let number = Int(number) else {
        throw .badValue(
          option: "NUMBER",
          value: number,
          allowed: "a mail's number, such as 1",
          near: []
        )
      }
      guard context.world.mail(number) != nil else {
        throw .unknownName(.mail, self.number, near: [])
      }
      return .change([.readMail(number)], showing: .mail(number))
    }
  }

  struct Diagram: WordVerb {
    static let configuration = CommandConfiguration(
      "diagram",
      "Draws your world: the internet, Route 53, both zones, mail.",
      example: "diagram"
    )

    func request(in context: ParseContext) throws(CommandError) -> Request { .ask(.diagram) }
  }

  struct Timeline: WordVerb {
    static let configuration = CommandConfiguration(
      "timeline",
      "Shows what the checkers saw, with verdicts, answers and mail.",
      example: "timeline Primary --last 5m"
    )

    @Argument(
      help: .init("One health check; all if not given.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var check: String?
    @Option(
      help: .init("How far back.", valueName: "time"),
      completion: .list(["~5m", "~30m", "~1h"])
    )
    var last: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      var id: HealthCheckID?
      if let check { id = try context.healthCheck(check).id }
      return .ask(.timeline(id, last: try pastTime(last)))
    }
  }

  struct Orders: WordVerb {
    static let configuration = CommandConfiguration(
      "orders",
      "Plots orders placed and lost.",
      example: "orders --last 1d"
    )

    @Option(
      help: .init("How far back; if not given, as far as there are any.", valueName: "time"),
      completion: .list(["~1h", "~1d", "~7d"])
    )
    var last: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .ask(.orders(last: try pastTime(last)))
    }
  }

  struct Metrics: WordVerb {
    static let configuration = CommandConfiguration(
      "metrics",
      "Lists what a health check has told CloudWatch, minute by minute.",
      "HealthCheckStatus is the lowest of the minute, the others are averages.",
      example: "metrics Primary --last 30m"
    )

    @Argument(
      help: .init("Its name or id.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var check: String
    @Option(
      help: .init("How far back; ten minutes if not given.", valueName: "time"),
      completion: .list(["~10m", "~1h", "~1d"])
    )
    var last: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .ask(.metrics(try context.healthCheck(check).id, last: try pastTime(last)))
    }
  }

  /// How far back to look; nothing at all is no stretch of time.
  private static func pastTime(_ text: String?) throws(CommandError) -> Milliseconds? {
    guard let text else { return nil }
    return try Durations.value(text, for: "--last")
  }
}
