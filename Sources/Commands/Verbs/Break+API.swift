import ArgumentParser
import CafeWorld
import Route53

extension Break {
  struct APIFault: WordVerb {
    static let configuration = CommandConfiguration(
      "api-fault",
      "Lets Route 53's API refuse good changes, as it does when it is busy.",
      """
      throttling: too many requests. prior-request: an earlier change of the zone is still being \
      processed. --end or `heal` ends it; with --for it ends by itself.
      """,
      example: "api-fault throttling --for 30s"
    )

    @Argument(
      help: "What it answers.",
      completion: .list(ControlPlaneFault.Kind.allCases.map(\.rawValue))
    )
    var kind: String?
    @Option(
      name: .customLong("for"),
      help: .init("For how long.", valueName: "time"),
      completion: .list(["~30s", "~5m"])
    )
    var lasting: String?
    @Flag(help: "Ends every such fault.") var end = false

    func request(in context: ParseContext) throws(CommandError) -> Request {
      if end, kind == nil { return .change([.healControlPlane], showing: .events) }
      guard let kind = try choice(kind, ControlPlaneFault.Kind.allCases, "KIND"), !end else {
        throw .misuse("Say what it answers, or `--end` alone.")
      }
      let time = try lasting.map { text throws(CommandError) in
        try Durations.value(text, for: "--for")
      }
      return .change([.breakControlPlane(kind, lasting: time)], showing: .events)
    }
  }
}
