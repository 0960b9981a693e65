/// One hint; the first is given first.
public struct Hint: Hashable, Sendable {
  public let text: Template
  /// What it costs in graded mode, in points.
  public let price: Int?
}
