import ArgumentParser
import Glibc
import Lab
import Tutor

/// Begins a lesson.
struct AuthorNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write the file of a new lesson, one that works already, to be changed."
  )

  @Argument(help: "What the lesson is called, such as two-kitchens; its file is NAME.lab.md.")
  var name: String

  @Option(help: "Its title; without one, it is made of the name.")
  var title: String?

  @Option(help: ArgumentHelp("The folder to write it into.", valueName: "dir"))
  var folder = "."

  @OptionGroup var shared: SharedOptions

  func run() throws {
    guard let pattern = Surroundings.asset(NewLesson.path) else {
      preconditionFailure("the pattern of a lesson travels in the binary")
    }
    let id = name.hasSuffix(Library.suffix) ? String(name.dropLast(Library.suffix.count)) : name
    let text = Array(NewLesson.text(of: pattern, id: id, title: title).utf8)
    let reading = LessonReading(text, id: id)
    guard reading.lesson != nil else {
      throw Output.failure(
        "A lesson cannot be called \(id). "
          + "Use lower-case letters, digits and hyphens, beginning with a letter."
      )
    }
    let path = (folder == "." ? "" : folder + "/") + id + Library.suffix
    try Files.create(path, with: text)
    Output.print(
      "\(path) is a lesson that works. Change it, and see it live: cafe author try \(path)"
    )
  }
}
