/// Random learners, one for each seed, and whether everything held that always must.
public struct Simulation: Sendable {
  public let invariants: [Invariant]
  /// How many moves each learner makes.
  public let length: Int

  public init(invariants: [Invariant] = Invariant.all, length: Int = 60) {
    self.invariants = invariants
    self.length = length
  }

  /// What a seed's learner does in a seed's café, up to the first breach.
  public func moves(of seed: UInt64) -> (moves: [Move], trial: Trial) {
    var learner = RandomLearner(seed: seed)
    var trial = Trial(seed: seed, invariants: invariants)
    var moves: [Move] = []
    while moves.count < length, trial.violation == nil {
      let move = learner.next(in: trial.attempt)
      moves.append(move)
      trial.take(move)
    }
    if trial.violation == nil { trial.finish() }
    return (moves, trial)
  }

  /// Plays a seed, and shrinks what fails.
  public func outcome(of seed: UInt64) -> Outcome {
    let (moves, trial) = moves(of: seed)
    guard let violation = trial.violation else {
      return Outcome(seed: seed, accepted: trial.accepted, refused: trial.refused, failure: nil)
    }
    let fewest = shrunken(moves) { violates(seed, $0, violation.sentence) != nil }
    let shown = violates(seed, fewest, violation.sentence) ?? violation
    return Outcome(
      seed: seed,
      accepted: trial.accepted,
      refused: trial.refused,
      failure: Failure(violation: shown, moves: fewest)
    )
  }

  /// The breach that these moves show, if it is of the same invariant.
  private func violates(_ seed: UInt64, _ moves: [Move], _ sentence: String) -> Violation? {
    let violation = Trial(seed: seed, moves, invariants: invariants).violation
    return violation?.sentence == sentence ? violation : nil
  }

  /// What became of a seed.
  public struct Outcome: Sendable {
    public let seed: UInt64
    public let accepted: Int
    public let refused: Int
    /// Nil: everything held.
    public let failure: Failure?
  }

  /// A breach, and the shortest list of moves that shows it.
  public struct Failure: Sendable {
    public let violation: Violation
    public let moves: [Move]
  }
}
