import ArgumentParser
import CafeWorld

extension Break {
  struct BreakInstance: WordVerb {
    static let configuration = CommandConfiguration(
      "break",
      "Makes an instance's website fail in one way.",
      """
      --refuse: the web server is dead, the host lives. --drop: packets are lost. The other ways \
      answer, but badly. `heal` ends it; with --for it ends by itself.
      """,
      example: "break CafeInstance1 --status 503 --for 2m"
    )

    @Argument(help: "By name or id.", completion: .list(["@instance"])) var instance: String
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
      help: .init("Checkers of this region cannot reach it.", valueName: "region"),
      completion: .list(["@region"])
    )
    var cutOff: String?
    @Option(
      name: .customLong("for"),
      help: .init("How long it lasts.", valueName: "time"),
      completion: .list(["~12s", "~1m", "~5m"])
    )
    var lasting: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let instance = try context.instance(instance)
      let isGiven = [refuse, drop, status != nil, slow != nil, body != nil, cutOff != nil]
      guard isGiven.count(where: \.self) == 1 else {
        throw .misuse(
          "Say one way to break it: --refuse, --drop, --status, --slow, --body or --cut-off."
        )
      }
      if let cutOff {
        guard lasting == nil else { throw .misuse("A region stays cut off until `heal`.") }
        let region = try context.checkerRegion(cutOff)
        let address = try context.publicAddress(of: instance)
        return .change([.cutOff(region: region, address: address)], showing: .events)
      }
      let time = try lasting.map { text throws(CommandError) in try positive(text, "--for") }
      let command = Command.breakInstance(instance.id, try fault(), lasting: time)
      return .change([command], showing: .events)
    }

    private func fault() throws(CommandError) -> FaultKind {
      if refuse { return .refuse }
      if let slow { return .slow(try positive(slow, "--slow")) }
      if let body { return .body(body) }
      guard let status else { return .drop }
      guard let code = Int(status), (100...599).contains(code) else {
        throw .badValue(
          option: "--status",
          value: status,
          allowed: "an HTTP status, 100 to 599",
          near: []
        )
      }
      return .status(code)
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
