public import Lab

/// What a sitting is for; each mode has its own rules.
public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
  case practice
  case `class`
  case graded
}

extension Attempt {
  /// The mode whose rules hold.
  public var mode: Mode { beginning.mode.flatMap { Mode(rawValue: $0) } ?? .practice }
}
