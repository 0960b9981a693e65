import ArgumentParser
import Glibc
import Gradebook
import Lab
import Tutor

/// Writes a lesson's questions in a format that an LMS takes in.
struct GradeQuestions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "Write a lesson's questions for an LMS: Moodle's GIFT, or a QTI 2.1 package.",
    discussion: """
      Questions whose answer comes from the learner's own café stay behind; each is named with its \
      reason.
      """
  )

  /// What questions can be written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case gift
    case qti
  }

  @Argument(help: "The lesson.", completion: .lessons)
  var lesson: String

  @Option(help: "gift (a text file) or qti (a zip file).")
  var to: Format

  @Option(help: "The file to write.", completion: .file())
  var out: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let library = try shared.surroundings.library()
    guard let lesson = library[lesson] else {
      throw Output.failure(library.complaint(about: self.lesson))
    }
    let portable = PortableQuestions(lesson)
    for left in portable.left { Output.complain(left.sentence) }
    guard !portable.questions.isEmpty else {
      throw Output.failure("\(lesson.id) has no question that another system can carry.")
    }
    let bytes =
      switch to {
      case .gift: Array(portable.gift(title: lesson.front.title).utf8)
      case .qti: portable.qti(identifier: lesson.id)
      }
    // The answers stand in it.
    try Files.create(out, with: bytes, mode: Files.forOwner)
    Output.print("\(portable.questions.count) questions of \(lesson.id) are in \(out).")
  }
}
