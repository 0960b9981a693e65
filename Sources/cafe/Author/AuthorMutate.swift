import ArgumentParser
import Glibc
import Lab
import Tutor

/// Tries whether lessons notice what is wrong.
struct AuthorMutate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Change solutions, conditions and the engine, and see whether the lesson notices.",
    discussion: """
      A solution loses a line or an option, gets another server or another number; a condition is \
      taken away or weakened; the engine follows a common misconception. What no condition, no \
      mistake and no prediction notices in any world of `cafe author check` is told, with the line \
      that should have noticed it. Exit code 0 when everything is noticed or accepted and the \
      lesson itself is proven, 1 when not.
      """
  )

  @OptionGroup var lessons: LessonPaths

  @Flag(help: "Print one JSON object for each thing to look at.")
  var json = false

  @Flag(help: "List every mutant and what became of it.")
  var all = false

  func run() throws {
    var isSound = true
    for file in try lessons.files().lessons {
      let check = file.check(in: AuthorCheck.worlds)
      let findings = check.remarks(
        Crew.map(check.jobs) { $0.run() }.flatMap { $0 },
        and: check.remarksOnLooks(asset: file.asset)
      )
      guard let lesson = check.lessons.first else {
        isSound = false
        report(findings, in: file.path, json: json)
        continue
      }
      let trial = LessonTrial(lesson, variants: check.lessons, seeds: AuthorCheck.worlds)
      let outcome = trial.outcome(Crew.map(trial.jobs) { $0.run() }.flatMap { $0 })
      let remarks = [Remark(unproven: findings)].compactMap(\.self) + outcome.remarks
      report(remarks, in: file.path, json: json)
      isSound = isSound && remarks.isEmpty
      guard !json else { continue }
      if all { list(outcome.trialled) }
      Output.print(
        "\(lesson.id): \(outcome.trialled.count) mutants, \(outcome.caught) noticed, "
          + "\(outcome.accepted) accepted, \(outcome.survivors.count) survived: \(outcome.score) %"
      )
    }
    if !isSound { throw ExitStatus.failure }
  }

  private func list(_ trialled: [Trialled]) {
    for row in trialled {
      let fate =
        switch row.fate {
        case .caught: "noticed "
        case .accepted: "accepted"
        case .survived: "survived"
        }
      Output.print("  \(fate)  \(row.step)  \(row.mutant.name): \(row.mutant.change)")
    }
  }
}
