@testable import CafeWorld
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Random learners and faults` {
  /// What a learner of this seed does in a world of this seed.
  func commands(_ seed: UInt64, count: Int = 60) -> [Command] {
    var learner = Learner(seed: seed)
    var world = Trial(seed: seed).world
    var commands: [Command] = []
    for _ in 0..<count {
      let command = learner.next(in: world)
      commands.append(command)
      _ = try? world.perform(command)
    }
    return commands
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `leave a world in order, however it is reached`(seed: UInt64) throws {
    let commands = commands(seed)
    var trial = Trial(seed: seed, commands)
    try trial.passThroughText(commands)
    guard let violation = trial.violation else { return }
    let fewest = shrunken(commands) { Trial(seed: seed, $0).violation != nil }
    let reason = Trial(seed: seed, fewest).violation ?? violation
    let list = fewest.map { "\($0)" }.joined(separator: "\n")
    Issue.record("seed \(seed): \(reason)\n\(list)")
  }

  @Test func `are accepted and refused`() {
    let trials = (0..<20 as Range<UInt64>).map { Trial(seed: $0, commands($0)) }
    #expect(trials.map(\.accepted).reduce(0, +) > 300)
    #expect(trials.map(\.refused).reduce(0, +) > 100)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `who do the same make the same world`(seed: UInt64) {
    let commands = commands(seed)
    #expect(Trial(seed: seed, commands).world == Trial(seed: seed, commands).world)
    #expect(Trial(seed: seed, commands).world.digest != Trial(seed: seed + 1, []).world.digest)
  }

  /// The literal holds in every process and on every machine; a change of the engine's behaviour
  /// or of its digest changes it, and should say so.
  @Test func `leave the digest that they left before`() {
    let digests = (0..<5 as Range<UInt64>).map { Trial(seed: $0, commands($0)).world.digest }
    #expect(digests == Self.known)
  }

  static let known = [
    "31b196b7235efc5260c73f32b8a96522", "c12225a912e32845507d2a5aa7c7ed11",
    "d9092d4fb4e887c11876823c70dfceef", "ab37b9efb38da62a45406570515a6955",
    "3bee6e5dbbc0df6d077c3cac5fa5f7fe",
  ]
}
