import ArgumentParser
import Gradebook
import Tutor

/// Grades everything that was handed in.
struct GradeRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Grade submissions: replay each, judge it with the key, and write the gradebook.",
    discussion: """
      A folder means the plain files in it. One bad submission never stops the run; it gets its \
      line and its reason. The same submissions give the same files, byte for byte. Exit codes: \
      0 all were graded, 3 one was refused, 1 nothing could be done.
      """
  )

  @OptionGroup var marking: MarkingOptions
  @OptionGroup var grading: GradingOptions
  @OptionGroup var correction: CorrectionOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let original = try grading.pack()
    let pack = try correction.applied(to: original)
    let grader = try grading.grader(pack)
    let files = try Inbox.files(marking.inbox)
    let marked = marking.mark(files, with: grader, on: shared.surroundings.display())
    let book = Gradebooks(
      grades: grader.classGrades(of: marked),
      marked: marked,
      pack: pack,
      original: original
    )
    try book.write(to: marking.out, hands: marking.hands)
    if book.tell(marking.out) { throw ExitStatus.lineRefused }
  }
}
