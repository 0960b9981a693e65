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
    guard name.hasSuffix(Library.suffix), let id = lessonID(name.dropLast(Library.suffix.count))
    else {
      throw ValidationError(
        "A lesson's file is named after its id: small letters, digits and hyphens, a letter "
          + "first, and then \(Library.suffix)."
      )
    }
    let bytes: [UInt8]
    switch Files.read(file) {
    case .success(let found): bytes = found
    case .failure(let problem):
      Output.complain("\(file) could not be read: \(problem.text).")
      throw ExitStatus.failure
    }
    let portable: PortableQuestions
    do { portable = try PortableQuestions(gift: bytes) } catch {
      Output.complain("\(file) is not taken in. \(error.sentence)")
      throw ExitStatus.failure
    }
    let made = portable.lesson(id: id, title: title)
    for left in portable.left + made.left { Output.complain(left.sentence) }
    let count = portable.questions.count - made.left.count
    guard count > 0 else {
      Output.complain("\(file) has no question that a lesson can ask.")
      throw ExitStatus.failure
    }
    try Files.create(out, with: Array(made.text.utf8))
    Output.print("\(count) questions are in \(out). `cafe lessons --lessons DIR` checks them.")
  }

  /// Small letters, digits and hyphens, a letter first.
  private func lessonID(_ name: Substring) -> String? {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let isID = name.utf8.allSatisfy {
      letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-")
    }
    let begins = name.utf8.first.map { letters.contains($0) } ?? false
    return isID && begins && name.utf8.count <= 64 ? String(name) : nil
  }
}
