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
    let rows = library.lessons.map { [$0.id, $0.front.title, "\($0.front.minutes) min"] }
    if isatty(1) == 1 {
      let columns = ["lesson", "title", "time"].map { Terminal.Table.Column($0) }
      let display = shared.surroundings.display()
      let table = Terminal.Table(columns, rows: rows.map { $0.map { Styled(sanitised($0)) } })
      Output.print(render(table.drawn(on: display), on: display))
    } else {
      for row in rows { Output.print(row.joined(separator: "\t")) }
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
