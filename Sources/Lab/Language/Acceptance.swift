/// A mutant that may survive, and why: `accept NAME: reason`.
public struct Acceptance: Hashable, Sendable {
  public let name: String
  public let reason: String
  public let position: SourcePosition
}

extension Acceptance {
  /// Reads the acceptances of a fence that is commands besides.
  static func read(_ entries: FenceEntries, _ context: inout ReadingContext) -> [Acceptance] {
    entries.all("accept").compactMap { entry in
      let reason = entry.value.filter { !$0.isBlank }.map(\.string).joined(separator: " ")
      return Acceptance(entry.name, reason, at: entry.line.position, &context.log)
    }
  }

  /// Nil, and a finding: without a name, or without a reason.
  init?(
    _ name: SourceLine?,
    _ reason: String,
    at position: SourcePosition,
    _ log: inout DiagnosticLog
  ) {
    guard let name, isID(name.text), !reason.isEmpty else {
      log.add(.badAcceptance, at: position)
      return nil
    }
    self.init(name: name.string, reason: reason, position: position)
  }
}
