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

  @Argument(help: "The lesson.")
  var lesson: String

  @Option(help: "gift (a text file) or qti (a zip file).")
  var to: Format

  @Option(help: "The file to write.", completion: .file())
  var out: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let library = try shared.surroundings.library()
    guard let lesson = library[lesson] else {
      Output.complain(library.complaint(about: self.lesson))
      throw ExitStatus.failure
    }
    let portable = PortableQuestions(lesson)
    for left in portable.left { Output.complain(left.sentence) }
    guard !portable.questions.isEmpty else {
      Output.complain("\(lesson.id) has no question that another system can carry.")
      throw ExitStatus.failure
    }
    let bytes =
      switch to {
      case .gift: Array(portable.gift(title: lesson.front.title).utf8)
      case .qti: portable.qti(identifier: lesson.id)
      }
    try Files.create(out, with: bytes)
    Output.print("\(portable.questions.count) questions of \(lesson.id) are in \(out).")
  }
}

extension Files {
  /// Writes a new file, or says why not and ends the program; nobody's work is overwritten.
  static func create(_ path: String, with bytes: [UInt8]) throws {
    let isThere = unsafe access(path, F_OK) == 0
    let problem =
      isThere
      ? Problem(text: "a file of that name is there; choose another name")
      : write(bytes, to: path)
    if let problem {
      Output.complain("\(path) could not be written: \(problem.text).")
      throw ExitStatus.failure
    }
  }
}
