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
      @authority asks Route 53's name servers and leaves no trace. One label is a name in the zone.
      """,
      example: "dig +short @authority www"
    )

    @Argument(help: "The name.", completion: .list(["@record-name"])) var name: String
    @Argument(
      help: "The record type; A if not given.",
      completion: .list(["A", "AAAA", "CNAME", "MX", "NS", "SOA", "TXT"])
    )
    var type: String?
    @Option(
      help: .init("Whom to ask; @RESOLVER says the same.", valueName: "resolver"),
      completion: .list(["@resolver", "~authority"])
    )
    var resolver: String?
    @Flag(help: "The data alone; +short says the same.") var short = false

    static func arranged(_ words: [String]) -> [String] {
      words.map { word in
        if word == "+short" { return "--short" }
        return word.hasPrefix("@") && word != "@" ? "--resolver=" + word.dropFirst() : word
      }
    }

    func request(in context: ParseContext) throws(CommandError) -> Request {
      if let option = name.hasPrefix("+") ? name : type.flatMap({ $0.hasPrefix("+") ? $0 : nil }) {
        throw .badValue(option: "dig", value: option, allowed: "+short", near: ["+short"])
      }
      let question = try context.question(name, type)
      let server = resolver ?? Resolver.home
      if server.lowercased() == Look.authority {
        return .ask(.authority(question, short: short))
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
      example: "explain www"
    )

    @Argument(help: "The name.", completion: .list(["@record-name"])) var name: String
    @Argument(
      help: "The record type; A if not given.",
      completion: .list(["A", "AAAA", "CNAME", "MX", "NS", "SOA", "TXT"])
    )
    var type: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .ask(.explain(try context.question(name, type)))
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
      let place = try context.webPlace(url ?? "http://www.\(Scene.cafeZone)\(WebPlace.cafePath)")
      guard !item.isEmpty, item.count <= 60 else {
        throw .badValue(option: "--item", value: item, allowed: "1 to 60 characters", near: [])
      }
      return .change([.order(host: place.host, item: item)], showing: .events)
    }
  }
}

extension ParseContext {
  /// A name and a record type, A if none is given.
  fileprivate func question(
    _ name: String,
    _ type: String?
  ) throws(CommandError) -> Question {
    let type = try recordType(type) ?? .a
    return Question(name: try domainName(name), type: type)
  }
}
