import ArgumentParser
import Gradebook

/// The instructor's side of a graded quiz.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Make quizzes for a class, grade what is handed in, and correct a key for everybody.",
    discussion: """
      `new` makes a quiz: everybody gets learner.cafepack and a start code, and hands back the \
      file that `submit` writes. `run` grades a folder of those files. `appeal` and `replay` \
      explain one of them, `regrade` grades all again with a corrected lesson. \
      `cafe grade new --help` and so on say more.

      Of several files of one learner the latest of each sitting is looked at, and of several \
      sittings the one counts that ended first by the learner's clock, however many points the \
      others have; report.html names them.

      \(Promise.text)
      """,
    subcommands: [
      GradeNew.self, GradeVariants.self, GradeRun.self, GradeAppeal.self, GradeReplay.self,
      GradeRegrade.self, GradeStream.self, GradeQuestions.self, GradeImport.self,
    ]
  )
}
