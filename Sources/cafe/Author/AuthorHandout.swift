import ArgumentParser
import Gradebook
import Lab
import Tutor

/// Prints a lesson on paper.
struct AuthorHandout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract: "Write a lesson as a page to be printed: prose, figures, tasks, room for guesses."
  )

  @Argument(help: "The lesson: a file NAME.lab.md, or an id.", completion: .file())
  var lesson: String

  @Option(help: "The file to write; without one, LESSON.html.", completion: .file())
  var out: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let file = try LessonFile.demanded(lesson, shared)
    let lesson = try file.lesson()
    guard let handout = try? Handout(Surroundings.asset) else {
      preconditionFailure("the page of a handout is a template")
    }
    let path = out ?? lesson.id + ".html"
    try Files.create(path, with: Array(handout.html(of: lesson, asset: file.asset).utf8))
    Output.print("\(path) is ready to be printed.")
  }
}
