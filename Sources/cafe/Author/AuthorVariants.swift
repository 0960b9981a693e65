import ArgumentParser
import Lab
import Terminal
import Tutor

/// Shows the variants of a lesson.
struct AuthorVariants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "Show a lesson's variants side by side: their values, and the answers that differ."
  )

  @Argument(help: "The lesson: a file NAME.lab.md, or an id.", completion: .file())
  var lesson: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let file = try LessonFile.demanded(lesson, shared)
    let lesson = try file.lesson()
    let variants = (0..<lesson.variants).compactMap { variant in
      LessonReading(file.bytes, id: file.id, scenes: file.library.scenes, variant: variant).lesson
    }
    guard variants.count > 1 else {
      return Output.print(
        "\(lesson.id) has one variant. `cafe author help vars` says how to make more."
      )
    }
    let sheet = VariantSheet(variants)
    let display = shared.surroundings.display()
    let titles = ["variant"] + sheet.titles
    let table = Terminal.Table(
      titles.map { Terminal.Table.Column($0) },
      rows: sheet.rows.enumerated().map { number, row in
        (["\(number)"] + row).map { Styled(sanitised($0)) }
      }
    )
    Output.print(render(table.drawn(on: display), on: display))
    Output.print("Alike in all variants: \(sheet.alike) answers.")
  }
}
