import ArgumentParser
import CafeWorld

extension Break {
  struct PlayChaos: WordVerb {
    static let configuration = CommandConfiguration(
      "chaos",
      "Plays many random schedules of faults on copies of your café, and counts what is lost.",
      """
      Instances die, slow down and flap, zones go down, regions are cut off. The same seed gives \
      the same faults. Your café stays as it is; `chaos replay SEED` plays one schedule on it.
      """,
      example: "chaos 50 --over 10m"
    )

    @Argument(
      help: .init("How many schedules; 50 if not given.", valueName: "count"),
      completion: .list(["~50", "~200"])
    )
    var count: String?
    @Option(help: .init("The seed of the first one; 1 if not given.", valueName: "number"))
    var seed: String?
    @Option(
      help: .init("How long each one lasts; 10m if not given.", valueName: "time"),
      completion: .list(["~10m", "~30m", "~1h"])
    )
    var over: String?
    @Option(
      help: .init(
        "Survived is one that never was longer without a working answer; 2m if not given.",
        valueName: "time"
      ),
      completion: .list(["~30s", "~2m", "~5m"])
    )
    var limit: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let count = try wholeNumber(
        count,
        for: "COUNT",
        allowed: "a whole number from 1 to \(Chaos.mostSchedules), such as 50"
      )
      guard (1...Chaos.mostSchedules).contains(count ?? 1) else {
        throw .badValue(
          option: "COUNT",
          value: "\(count ?? 0)",
          allowed: "a whole number from 1 to \(Chaos.mostSchedules), such as 50",
          near: []
        )
      }
      return .ask(
        .chaos(
          Chaos(
            count: count ?? 50,
            seed: try chaosSeed(seed, for: "--seed") ?? Chaos.usualSeed,
            length: try chaosLength(over),
            limit: try limit.map { text throws(CommandError) in
              try Durations.value(text, for: "--limit")
            } ?? Chaos.usualLimit
          )
        )
      )
    }
  }

  struct ReplayChaos: WordVerb {
    static let configuration = CommandConfiguration(
      "chaos replay",
      "Plays one schedule of faults on your café, line by line, on a branch of its own.",
      """
      The seed is one that `chaos` names. Afterwards you are on that branch: `timeline`, `orders` \
      and `why` look at what happened, and `goto main` goes back.
      """,
      example: "chaos replay 17"
    )

    @Argument(help: .init("The seed of the schedule.", valueName: "seed")) var seed: String
    @Option(
      help: .init("How long it lasts; 10m if not given.", valueName: "time"),
      completion: .list(["~10m", "~30m", "~1h"])
    )
    var over: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let seed = try chaosSeed(seed, for: "SEED") ?? Chaos.usualSeed
      return .travel(.chaosReplay(seed: seed, over: try chaosLength(over)))
    }
  }

  private static func chaosSeed(
    _ text: String?,
    for option: String
  ) throws(CommandError) -> UInt64? {
    guard let text else { return nil }
    if let seed = UInt64(text) { return seed }
    throw .badValue(
      option: option,
      value: text,
      allowed: "a whole number from 0, such as 17",
      near: []
    )
  }

  private static func chaosLength(_ text: String?) throws(CommandError) -> Milliseconds {
    guard let text else { return Chaos.usualLength }
    let length = try Durations.value(text, for: "--over")
    if FaultSchedule.lengths.contains(length) { return length }
    throw .badValue(option: "--over", value: text, allowed: "1m to 7d", near: [])
  }
}
