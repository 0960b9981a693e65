/// The result file of each learner, unsigned, and where it belongs.
public struct ClassResults: Hashable, Sendable {
  public let files: [File]
  /// Where an earlier run may have put the results of learners who have none.
  public let absent: [String]

  public struct File: Hashable, Sendable {
    /// Below the folder of the reports, such as `results/ada.result`.
    public let path: String
    public let result: ResultFile
  }

  /// `pack`: the hash of the learner pack; `submissions`: what the grades were made of.
  public init(
    of grades: ClassGrades,
    pack: String,
    submissions: [MarkedSubmission]
  ) {
    let checkpoints = Dictionary(submissions.map { ($0.name, $0.checkpoint) }) { first, _ in first }
    let known = grades.grades.filter { !$0.learner.id.isEmpty && $0.verdict != .missing }
    let names = FileNames(known.map(\.learner.id))
    func path(_ name: String) -> String { "results/\(name).result" }
    files = known.enumerated().map { place, grade in
      File(
        path: path(names[place]),
        result: ResultFile(
          of: grade,
          in: grades.quiz,
          pack: pack,
          checkpoint: grade.submission.flatMap { checkpoints[$0] ?? nil }
        )
      )
    }
    let missing = grades.grades.filter { $0.verdict == .missing }.map(\.learner.id)
    let others = FileNames(missing)
    let written = Set(files.map(\.path))
    absent = missing.indices.map { path(others[$0]) }.filter { !written.contains($0) }
  }
}
