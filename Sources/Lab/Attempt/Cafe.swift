public import CafeWorld
public import Route53

/// What `undo` takes back: the world, the open draft, and where in the lesson the learner is.
public struct Cafe: Hashable, Sendable {
  public internal(set) var world: World
  /// Record changes that wait for `commit`; nil: no batch is open.
  public internal(set) var draft: Draft?
  /// Every entry into a step, along the present branch.
  public internal(set) var visits: [StepVisit] = []

  /// The step that the learner is in.
  public var step: String? { visits.last?.step }

  public struct Draft: Hashable, Sendable {
    public internal(set) var zone: HostedZoneID?
    public internal(set) var changes: [Change] = []
  }
}

/// One stay in a step, from its entry on.
public struct StepVisit: Hashable, Sendable {
  public let step: String
  /// The row of the journal that entered it.
  public let row: Int
  public let enteredAt: Instant
  /// The customers' orders before the step.
  public let placedBefore: Int
  public let lostBefore: Int
  public let apologiesBefore: Int
}
