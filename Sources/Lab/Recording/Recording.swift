/// What an author played in a step, to be written as fences of a lesson.
public struct Recording: Sendable {
  /// What was typed before the author said that the learner begins.
  public let setup: [String]
  public let lines: [String]
  /// Conditions that it meets.
  public let proposals: [Proposal]
  /// The step's conditions that fail at its end.
  public let fails: [String]

  /// `begin`: the row after which the learner begins, nil: the one that entered the step.
  public init(_ attempt: Attempt, in step: Step?, begin: Int?) {
    let entered = attempt.cafe.visits.last?.row ?? 0
    let branch = attempt.branch.filter { $0 > entered }
    let begin = max(begin ?? entered, entered)
    func typed(_ rows: [Int]) -> [String] {
      rows.map { attempt.rows[$0].typed }.filter { !$0.isEmpty }
    }
    setup = typed(branch.filter { $0 <= begin })
    lines = typed(branch.filter { $0 > begin })
    let start = attempt.branch.last { $0 <= begin } ?? entered
    let end = Situation(attempt)
    proposals = Proposal.all(from: Situation(attempt, after: start), to: end)
    fails = (step?.look(at: end) ?? []).filter { $0.status == .unmet }.map(\.id)
  }

  /// The fences of a task whose conditions are those that were kept.
  public func task(keeping kept: [Proposal]) -> String {
    let ids = kept.map(\.id)
    let conditions = kept.flatMap { proposal -> [String] in
      let needs = proposal.needs.flatMap { ids.contains($0) ? "   needs \($0)" : nil } ?? ""
      return ["[\(proposal.id)] 1  \(proposal.label)\(needs)", "    \(proposal.test)"]
    }
    return Self.fences([
      ("setup", setup), ("task", conditions), ("solve", lines),
    ])
  }

  /// The fence of a mistake.
  public func mistake(_ name: String, say: String) -> String {
    Self.fences([
      ("mistake \(name)", lines + ["fails:  \(fails.joined(separator: ", "))", "say:    \(say)"])
    ])
  }

  /// The fence of another right way.
  public func alternative(_ name: String) -> String { Self.fences([("also \(name)", lines)]) }

  private static func fences(_ fences: [(opening: String, lines: [String])]) -> String {
    fences.filter { !$0.lines.isEmpty }.map { fence in
      "```\(fence.opening)\n\(fence.lines.joined(separator: "\n"))\n```\n"
    }.joined(separator: "\n")
  }

  /// A lesson's file with fences at the end of a step; nil: it has no such step.
  public static func inserting(
    _ fences: String,
    into bytes: [UInt8],
    step: String
  ) -> [UInt8]? {
    var log = DiagnosticLog()
    let lines = LessonSource(bytes, log: &log).lines
    let front = lines.dropFirst().firstIndex { $0.trimmed().text == "---" } ?? 0
    let steps = OutlineReader.read(lines[min(front + 1, lines.count)...], &log).steps
    guard let place = steps.firstIndex(where: { $0.id?.string == step }) else { return nil }
    let next = place + 1 < steps.count ? steps[place + 1].heading.number - 1 : lines.count
    var head = lines[..<next].map(\.string)
    while head.last?.allSatisfy(\.isWhitespace) ?? false { head.removeLast() }
    let rest = lines[next...].map(\.string)
    let text = (head + ["", fences] + rest).joined(separator: "\n")
    return Array((rest.isEmpty ? text : text + "\n").utf8)
  }
}
