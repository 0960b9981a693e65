/// What a sitting is for; each mode has its own rules.
public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
  case practice
  case `class`
  case graded
}
