import ArgumentParser
import Glibc
import Gradebook
import Lab
import Terminal
import Tutor

/// Shows the variants of a quiz's items side by side.
struct GradeVariants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "Show the variants of each item side by side, each of them proven.",
    discussion: "Exit code 1 where something is not as the lesson says."
  )

  @OptionGroup var sources: QuizSources

  func run() throws {
    let (library, ids) = try sources.library()
    let plan = try sources.plan(library, ids)
    let display = sources.shared.surroundings.display()
    let seeds = (1...UInt64(plan.worlds)).map { $0 }
    var isSound = true
    for pool in plan.pools {
      for item in pool.items {
        let rows = try rows(item, plan, library, seeds)
        try show(item, rows, plan, on: display)
        for row in rows {
          for finding in row.findings {
            isSound = false
            Output.complain("\(item), variant \(row.variant): \(sanitised(finding.description))")
          }
        }
      }
    }
    if !isSound { throw ExitStatus.failure }
  }

  private func rows(
    _ item: ItemID,
    _ plan: QuizPlan,
    _ library: Library,
    _ seeds: [UInt64]
  ) throws -> [VariantRow] {
    guard let lesson = plan.lessons.first(where: { $0.id == item.lesson }) else { return [] }
    return VariantRow.all(
      of: item,
      in: lesson,
      seeds: seeds,
      start: plan.start(of: lesson, seed: seeds[0], engine: Session.engine),
      engine: Session.engine
    ) { variant in
      LessonReading(
        library.file(of: item.lesson) ?? [],
        id: item.lesson,
        scenes: library.scenes,
        variant: variant
      )
    }
  }

  private func show(
    _ item: ItemID,
    _ rows: [VariantRow],
    _ plan: QuizPlan,
    on display: Display
  ) throws {
    let step = try plan.step(of: item)
    let lesson = plan.lessons.first { $0.id == item.lesson }
    Output.print(sanitised("\(item)  \(step.title)"))
    let names =
      ["variant"] + (lesson?.variables ?? []).map(\.name) + ["commands"] + step.quizzes.map(\.name)
      + ["proof"]
    let columns: [Terminal.Table.Column] = names.map { Terminal.Table.Column($0) }
    let cells: [[Styled]] = rows.map { row in
      let count = row.findings.count
      let proof = count == 0 ? "sound" : count == 1 ? "1 finding" : "\(count) findings"
      let texts: [String] =
        [String(row.variant)] + row.values + [String(row.steps)] + row.answers + [proof]
      return texts.map { Styled(sanitised($0)) }
    }
    let table = Terminal.Table(columns, rows: cells)
    Output.print(render(table.drawn(on: display), on: display))
    Output.print("")
  }
}
