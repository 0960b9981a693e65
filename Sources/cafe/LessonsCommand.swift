import ArgumentParser
import Commands
import Glibc
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// Lists the lessons.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "List the lessons, and what is wrong with broken ones."
  )

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let library = try shared.surroundings.library()
    for lesson in library.lessons {
      Output.print("\(lesson.id)\t\(lesson.front.title)\t\(lesson.front.minutes) min")
    }
    try complain(about: library.broken)
  }
}

/// Says what is wrong with files, a line each.
func complain(about broken: [(file: String, diagnostics: [Diagnostic])]) throws {
  for (file, diagnostics) in broken {
    for finding in diagnostics {
      Output.complain(
        "\(sanitised(file)):\(finding.line):\(finding.column): \(finding.code) "
          + sanitised(([finding.message] + [finding.fix].compactMap(\.self)).joined(separator: " "))
      )
    }
  }
  if !broken.isEmpty { throw ExitStatus.failure }
}
