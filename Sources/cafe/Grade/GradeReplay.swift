import ArgumentParser
import Gradebook
import Lab
import Terminal
import Tutor

/// Opens a submission at the prompt, to step through.
struct GradeReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Open a submission at the prompt, read-only, to step through it.",
    discussion: """
      `history` lists its rows, `goto ROW` goes to one, `undo` and `redo` step back and forth; \
      every question to the café works as in the sitting. Nothing is kept.
      """
  )

  @Argument(help: "The submission.", completion: .file())
  var submission: String

  @OptionGroup var grading: GradingOptions
  @OptionGroup var correction: CorrectionOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let grader = try grading.grader(try correction.applied(to: grading.pack()))
    let (replay, learner) = try grader.replayed(submission)
    let surroundings = shared.surroundings
    let table = Table(surroundings)
    var session = Session(
      attempt: replay.attempt,
      lesson: replay.dealt.lesson,
      library: try surroundings.library(),
      display: table.display,
      isReadOnly: true,
      asset: surroundings.assets
    )
    session.isReview = true
    Output.print("The sitting of \(cleaned(learner.name)), to look at.")
    Output.print(
      "history lists its rows, goto ROW goes to one, undo and redo step, task shows what"
    )
    Output.print("was asked. Points and prices are in the gradebook, and here nothing is counted.")
    _ = table.sit(Sitting(session, journal: nil, show: table.show), nil)
  }
}
