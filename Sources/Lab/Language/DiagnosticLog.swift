/// The findings of one reading, collected in one pass and handed out in the order of the file.
struct DiagnosticLog {
  private var found: [Diagnostic] = []

  var isEmpty: Bool { found.isEmpty }

  mutating func add(_ problem: Diagnostic.Problem, at position: SourcePosition) {
    add(Diagnostic(position: position, problem: problem))
  }

  mutating func add(_ diagnostic: Diagnostic) {
    guard found.count < LessonLimits.diagnostics else { return }
    found.append(diagnostic)
  }

  var sorted: [Diagnostic] {
    found.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
  }
}
