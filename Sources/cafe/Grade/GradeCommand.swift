import ArgumentParser
import Gradebook

/// The instructor's side of a graded quiz.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Make quizzes for a class, grade what is handed in, and correct a key for everybody.",
    discussion: Promise.text,
    subcommands: [
      GradeNew.self, GradeVariants.self, GradeRun.self, GradeAppeal.self, GradeReplay.self,
      GradeRegrade.self, GradeStream.self, GradeQuestions.self, GradeImport.self,
    ]
  )
}
