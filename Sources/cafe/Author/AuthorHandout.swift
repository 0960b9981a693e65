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

  @Option(help: ArgumentHelp("Which variant, from 0.", valueName: "n"))
  var variant = 0

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let file = try LessonFile.demanded(lesson, shared)
    let lesson = try file.lesson(variant: variant)
    guard let handout = try? Handout(Surroundings.asset) else {
      preconditionFailure("the page of a handout is a template")
    }
    let path = out ?? lesson.id + ".html"
    let page = Array(handout.html(of: lesson, asset: file.asset).utf8)
    if case .success(let old) = Files.text(path), Handout.wrote(old) {
      if let problem = Files.write(page, to: path, mode: Files.forOthers) {
        throw Output.failure("\(path) could not be written: \(problem.text).")
      }
    } else {
      try Files.create(path, with: page)
    }
    let which = lesson.variants > 1 ? "Variant \(variant) of \(lesson.variants). " : ""
    Output.print("\(which)\(path) is ready to be printed.")
  }
}
