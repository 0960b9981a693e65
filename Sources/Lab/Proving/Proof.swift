import Commands

/// What proving a lesson showed: everything in it that is not as the lesson says.
public struct Proof: Hashable, Sendable {
  /// In the order of the file, each once.
  public let findings: [Finding]

  /// Proves what stands in the lesson whatever the world does: its queries, and the cases for its
  /// judges.
  public init(of lesson: Lesson) {
    findings = lesson.steps.flatMap { $0.findingsWithoutWorld(in: lesson) }.inOrder
  }

  /// Walks through the lesson in the world of a seed: every solution from the state that the
  /// solutions before it led to, every other way from the same place; and through its demo.
  public init(of lesson: Lesson, seed: UInt64) {
    let job = ProofJob(lessons: [lesson], seed: seed, lines: LineMemory(), isThorough: false)
    findings = (job.run().map(\.finding) + DemoProof(of: lesson).findings).inOrder
  }
}

extension [Finding] {
  fileprivate var inOrder: [Finding] {
    var seen: [Finding] = []
    for finding in self where !seen.contains(finding) { seen.append(finding) }
    return seen.sorted { $0.position < $1.position }
  }
}

extension Step {
  func finding(_ problem: Finding.Problem, at position: SourcePosition? = nil) -> Finding {
    Finding(position: position ?? self.position, step: id, problem: problem)
  }
}
