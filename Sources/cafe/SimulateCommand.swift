import ArgumentParser
import FoundationEssentials
import Glibc
import Lab
import Synchronization
import Tutor

/// Plays random learners against the invariants of the engine.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract:
      "Play random learners and faults, and look whether everything holds that always must.",
    discussion: """
      Each seed makes a learner who does sixty things, possible or not, of a random part of all \
      kinds of commands. A breach is shrunk to the shortest list of moves that shows it. Exit code \
      0 when everything held, 1 when not.
      """
  )

  @Option(help: "How many seeds.")
  var seeds: UInt64 = 100

  @Option(help: "The first seed.")
  var seed: UInt64 = 1

  @Option(help: "How many threads; without it, one for each processor.")
  var jobs: Int?

  @Flag(help: "Print one JSON object for each breach, and one at the end.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard seeds > 0, seeds <= 100_000_000 else {
      throw ValidationError("--seeds goes from 1 to 100000000.")
    }
    guard !seed.addingReportingOverflow(seeds).overflow else {
      throw ValidationError("There are not so many seeds from \(seed) on.")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs goes from 1 to 256.")
    }
  }

  func run() throws {
    let simulation = Simulation()
    let (first, end) = (seed, seed + seeds)
    let next = Atomic(first)
    let tally = Mutex(Tally())
    Crew.work(hands: jobs ?? Crew.processors) {
      while true {
        let seed = next.add(1, ordering: .relaxed).oldValue
        guard seed < end else { return }
        let outcome = simulation.outcome(of: seed)
        tally.withLock { $0.note(outcome) }
      }
    }
    let found = tally.withLock { $0 }
    for outcome in found.failures.sorted(by: { $0.seed < $1.seed }) { report(outcome) }
    report(found, from: first, to: end - 1)
    if !found.failures.isEmpty { throw ExitStatus.failure }
  }

  /// What came of all seeds.
  private struct Tally {
    var accepted = 0
    var refused = 0
    var failures: [Simulation.Outcome] = []

    mutating func note(_ outcome: Simulation.Outcome) {
      accepted += outcome.accepted
      refused += outcome.refused
      if outcome.failure != nil { failures.append(outcome) }
    }
  }

  private func report(_ outcome: Simulation.Outcome) {
    guard let failure = outcome.failure else { return }
    let moves = failure.moves.map { Entry($0).canonical }
    if json { return reportAsJSON(outcome, failure, moves) }
    let violation = failure.violation
    Output.print("seed \(outcome.seed): not so: \(violation.sentence)")
    Output.print("  seen: \(violation.detail)")
    for (index, move) in moves.enumerated() { Output.print("  \(index + 1). \(move)") }
    Output.print("  replay: cafe simulate --seeds 1 --seed \(outcome.seed)")
  }

  private func reportAsJSON(
    _ outcome: Simulation.Outcome,
    _ failure: Simulation.Failure,
    _ moves: [String]
  ) {
    printJSON(
      Breach(
        seed: outcome.seed,
        invariant: failure.violation.sentence,
        detail: failure.violation.detail,
        moves: moves
      )
    )
  }

  private func report(_ tally: Tally, from first: UInt64, to last: UInt64) {
    if json {
      return printJSON(
        Summary(
          seeds: seeds,
          accepted: tally.accepted,
          refused: tally.refused,
          breaches: tally.failures.count
        )
      )
    }
    Output.print(
      "seeds \(first) to \(last): \(tally.accepted) moves carried out, \(tally.refused) refused"
    )
    Output.print(
      tally.failures.isEmpty
        ? "Everything held that always must."
        : "\(tally.failures.count) of \(seeds) seeds broke an invariant."
    )
  }

  private struct Breach: Encodable {
    let seed: UInt64
    let invariant: String
    let detail: String
    let moves: [String]
  }

  private struct Summary: Encodable {
    let seeds: UInt64
    let accepted: Int
    let refused: Int
    let breaches: Int
  }

  private func printJSON(_ value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("plain values can always be written as JSON")
    }
    Output.print(String(decoding: data, as: UTF8.self))
  }
}
