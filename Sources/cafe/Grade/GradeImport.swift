import ArgumentParser
import Gradebook
import Lab
import Tutor

/// Makes a lesson of questions from elsewhere.
struct GradeImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a lesson of the questions in a GIFT file, as Moodle exports it.",
    discussion: """
      The lesson is a text file to go on with: add feedback, wrong ideas and tasks. Questions that \
      lessons have no kind for stay behind; each is named with its reason.
      """
  )

  @Argument(help: "The GIFT file.", completion: .file())
  var file: String

  @Option(help: "The lesson to write, such as questions.lab.md.", completion: .file())
  var out: String

  @Option(help: "What the lesson is called (default: Questions).")
  var title = "Questions"

  func run() throws {
    let name = String(out.split(separator: "/").last ?? "")
    let id = String(name.dropLast(Library.suffix.count))
    guard name.hasSuffix(Library.suffix), AttemptOrigin.isLesson(id), id.first?.isLetter ?? false
    else {
      throw ValidationError(
        "A lesson's file is named after its id: small letters, digits and hyphens, a letter "
          + "first, and then \(Library.suffix)."
      )
    }
    let bytes = try Files.demanded(file)
    let portable: PortableQuestions
    do { portable = try PortableQuestions(gift: bytes) } catch {
      throw Output.failure("\(file) is not taken in. \(error.sentence)")
    }
    let made = portable.lesson(id: id, title: title)
    for left in portable.left + made.left { Output.complain(left.sentence) }
    for changed in portable.changed { Output.complain(changed.sentence) }
    let count = portable.questions.count - made.left.count
    guard count > 0 else {
      throw Output.failure("\(file) has no question that a lesson can ask.")
    }
    try Files.create(out, with: Array(made.text.utf8), mode: Files.forOwner)
    Output.print("\(count) questions are in \(out). `cafe lessons --lessons DIR` checks them.")
  }
}
