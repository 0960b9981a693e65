/// What must hold at the end of a step.
public struct Condition: Hashable, Sendable {
  public let id: String
  public let points: Int
  public let label: Template
  /// Ids of the conditions without which this one is not checked yet.
  public let needs: [String]
  public let test: Test
  /// What is said when the test fails.
  public let feedback: Template?
  public let position: SourcePosition
  public let testPosition: SourcePosition
  /// Mutants of the test that may survive.
  public let accepted: [Acceptance]
}
