import ArgumentParser
import CafeWorld
import DNS
import Route53

extension Break {
  struct BreakInstance: WordVerb {
    static let configuration = CommandConfiguration(
      "break",
      "Makes an instance's website fail in one way.",
      """
      --refuse: the web server is dead, the host lives. --drop: packets are lost. The other ways \
      answer, but badly. `heal` ends it; with --for it ends by itself. --cut-off also takes an \
      Availability Zone or a resource; --unhealthy is for a resource alone.
      """,
      example: "break CafeInstance1 --status 503 --for 2m"
    )

    @Argument(
      help: .init("By name or id.", valueName: "instance"),
      completion: .list(["@instance", "@resource"])
    )
    var name: String
    @Flag(help: "Connections are refused.") var refuse = false
    @Flag(help: "Packets are dropped.") var drop = false
    @Option(
      help: .init("Every page has this HTTP status.", valueName: "code"),
      completion: .list(["~403", "~404", "~500", "~503"])
    )
    var status: String?
    @Option(
      help: .init("Every page takes so much longer.", valueName: "time"),
      completion: .list(["~1s", "~5s", "~10s"])
    )
    var slow: String?
    @Option(help: .init("Every page has this text instead.", valueName: "text"))
    var body: String?
    @Option(
      help: .init("So many bytes of something else stand before that text.", valueName: "bytes")
    )
    var bodyOffset: String?
    @Option(
      help: .init("How that page is encoded.", valueName: "encoding"),
      completion: .list(["identity", "gzip", "deflate", "br", "compress"])
    )
    var bodyEncoding: String?
    @Option(help: .init("How long after its status that page comes.", valueName: "time"))
    var bodyDelay: String?
    @Option(
      help: .init("Every connection takes so long to open.", valueName: "time"),
      completion: .list(["~3s", "~6s", "~12s"])
    )
    var slowConnect: String?
    @Option(
      help: .init("TLS fails: always, or for clients that do not name the host.", valueName: "how"),
      completion: .list(["fails", "needs-sni"])
    )
    var tls: String?
    @Option(
      help: .init(
        "Checkers of this region, or of one of its zones, cannot reach it.",
        valueName: "region"
      ),
      completion: .list(["@region"])
    )
    var cutOff: String?
    @Flag(help: "Route 53 is told that a resource is unhealthy, and it answers 503.")
    var unhealthy = false
    @Option(
      name: .customLong("for"),
      help: .init("How long it lasts.", valueName: "time"),
      completion: .list(["~12s", "~1m", "~5m"])
    )
    var lasting: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let isGiven = [
        refuse, drop, status != nil, slow != nil, body != nil, cutOff != nil, slowConnect != nil,
        tls != nil, unhealthy,
      ]
      guard isGiven.count(where: \.self) == 1 else {
        throw .misuse(
          "Say one way to break it: --refuse, --drop, --status, --slow, --slow-connect, --body, "
            + "--tls, --cut-off or --unhealthy."
        )
      }
      guard body != nil || (bodyOffset == nil && bodyEncoding == nil && bodyDelay == nil) else {
        throw .misuse("Say with --body which text the page has.")
      }
      let time = try lasting.map { text throws(CommandError) in
        try Durations.value(text, for: "--for")
      }
      if let cutOff {
        let region = try context.checkerPlace(cutOff)
        let commands = try context.checkedAddresses(of: name).map { address in
          Command.cutOff(region: region, address: address, lasting: time)
        }
        return .change(commands, showing: .events)
      }
      if unhealthy {
        guard time == nil else { throw .misuse("A resource stays unhealthy until `heal`.") }
        let resource = try context.resource(name).name
        return .change([.setResourceHealth(resource, isHealthy: false)], showing: .events)
      }
      let instance = try context.instance(name)
      let command = Command.breakInstance(instance.id, try fault(), lasting: time)
      return .change([command], showing: .events)
    }

    private func fault() throws(CommandError) -> FaultKind {
      if refuse { return .refuse }
      if let slow { return .slow(try positive(slow, "--slow")) }
      if let body { return try page(body) }
      if let slowConnect { return .slowConnection(try positive(slowConnect, "--slow-connect")) }
      if let tls { return .handshake(try handshake(tls)) }
      guard let status else { return .drop }
      guard let code = Int(status), (100...599).contains(code) else {
        throw .badValue(
          option: "--status",
          value: status,
          allowed: "an HTTP status, 100 to 599, such as 503",
          near: []
        )
      }
      return .status(code)
    }

    /// A text alone is the plain page; with an option it is a page of its own kind.
    private func page(_ text: String) throws(CommandError) -> FaultKind {
      guard bodyOffset != nil || bodyEncoding != nil || bodyDelay != nil else {
        return .body(text)
      }
      let offset = try wholeNumber(
        bodyOffset,
        for: "--body-offset",
        allowed: "a whole number from 0 to 1000000"
      )
      let delay = try bodyDelay.map { text throws(CommandError) in
        try positive(text, "--body-delay")
      }
      let name = (bodyEncoding ?? "identity").lowercased()
      guard let encoding = ResponseBody.Encoding(rawValue: name) else {
        let known = ResponseBody.Encoding.allCases.map(\.rawValue)
        throw .badValue(
          option: "--body-encoding",
          value: name,
          allowed: known.joined(separator: ", "),
          near: nearMisses(of: name, in: known)
        )
      }
      return .page(
        ResponseBody(
          text,
          offset: offset ?? 0,
          encoding: encoding,
          delayMilliseconds: Int(delay ?? 0)
        )
      )
    }

    private func handshake(_ text: String) throws(CommandError) -> HandshakeFault {
      if let fault = HandshakeFault(rawValue: text.lowercased()) { return fault }
      let known = HandshakeFault.allCases.map(\.rawValue)
      throw .badValue(
        option: "--tls",
        value: text,
        allowed: known.joined(separator: " or "),
        near: nearMisses(of: text, in: known)
      )
    }

    private func positive(
      _ text: String,
      _ option: String
    ) throws(CommandError) -> Milliseconds {
      let time = try Durations.value(text, for: option)
      guard (1...Timing.longestWait).contains(time) else {
        throw .badValue(option: option, value: text, allowed: "1ms to 366d", near: [])
      }
      return time
    }
  }
}
