import ArgumentParser
import Glibc
import Gradebook
import Terminal
import Tutor

/// Shows what a corrected key changes for everybody.
struct GradeRegrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regrade",
    abstract: "Grade again with a corrected lesson, and say who would gain or lose what.",
    discussion: """
      Points, tests, what is right, the prices that hints name, words and feedback may change; the \
      rules, the seed, the world and setups stay as they were published. What learners did rests \
      on the ids of steps and questions, the values of vars, and how many options there are: those \
      stay. An option in other words is the one that stood in its place. Nothing is written \
      without --write. With it, the gradebook is what `cafe grade run --lesson` writes with the \
      same lesson.
      """
  )

  @OptionGroup var marking: MarkingOptions

  @Option(help: "A file with the corrected text of one of the quiz's lessons.", completion: .file())
  var lesson: String

  @OptionGroup var grading: GradingOptions

  @Flag(help: "Write the new gradebook.")
  var write = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let pack = try grading.pack()
    let corrected = try GradingOptions.corrected(pack, lesson)
    let (old, new) = (try grading.grader(pack), try grading.grader(corrected))
    let files = try Inbox.files(marking.inbox)
    let display = shared.surroundings.display()
    let before = old.classGrades(of: marking.mark(files, with: old, on: display))
    let marked = marking.mark(files, with: new, on: display)
    let after = new.classGrades(of: marked)
    Output.print(
      render(
        Views.regrade(Regrade(from: before, to: after), pack.quiz.rules, on: display),
        on: display
      )
    )
    guard write else {
      return Output.print("Nothing was written. --write writes the new gradebook.")
    }
    let book = Gradebooks(
      grades: after,
      marked: marked,
      pack: corrected,
      original: pack
    )
    try book.write(to: marking.out, hands: marking.hands)
    Output.print(
      "The gradebook with the corrected key is in \(marking.out). `cafe grade appeal` explains its "
        + "points with `--lesson \(lesson)`."
    )
  }
}
