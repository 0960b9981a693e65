import ArgumentParser
import Glibc
import Lab
import Terminal
import Tutor

/// Counts misconceptions.
struct AuthorStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Which misconception and which mistake how often, from exported attempts.",
    discussion:
      "`cafe export FILE` writes an attempt; whatever cannot be read is told and left out."
  )

  @Argument(help: "Files of exported attempts.", completion: .file())
  var exports: [String]

  @Flag(help: "Print one JSON object for each row.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let library = try shared.surroundings.library()
    var turns: [(lesson: String, turns: WrongTurns)] = []
    var isWhole = true
    for path in exports {
      do throws(Problem) {
        let attempt = try Self.attempt(path)
        let id = attempt.beginning.lesson
        guard let lesson = library[id] else {
          throw Problem(text: "its lesson \(id) is not at hand; name its folder: --lessons DIR")
        }
        let place = turns.firstIndex { $0.lesson == id } ?? turns.count
        if place == turns.count { turns.append((id, WrongTurns())) }
        turns[place].turns.count(attempt, at: lesson)
      } catch {
        isWhole = false
        Output.complain(sanitised("\(path) is left out: \(error.text)."))
      }
    }
    for (lesson, turns) in turns { show(turns, of: lesson) }
    if !isWhole { throw ExitStatus.failure }
  }

  private static func attempt(_ path: String) throws(Problem) -> Attempt {
    let bytes = try Files.read(path, atMost: Files.longestExport).get()
    let file: AttemptFile
    do { file = try AttemptFile(decoding: bytes) } catch { throw Problem(text: error.sentence) }
    return try Folding.fold(file.rows).get()
  }

  private func show(_ turns: WrongTurns, of lesson: String) {
    guard !json else {
      for turn in turns.sorted {
        Output.print(JSONLine.text(Shape(turn, of: lesson, attempts: turns.attempts)))
      }
      return
    }
    let count = turns.attempts == 1 ? "1 attempt" : "\(turns.attempts) attempts"
    Output.print("\(lesson): \(count)")
    guard !turns.sorted.isEmpty else { return Output.print("  Nobody went wrong.") }
    let display = shared.surroundings.display()
    let table = Terminal.Table(
      [
        Terminal.Table.Column("where"), Terminal.Table.Column("what"),
        Terminal.Table.Column("attempts", .right), Terminal.Table.Column("times", .right),
      ],
      rows: turns.sorted.map { turn in
        [turn.place, turn.name ?? Self.unforeseen(turn), "\(turn.learners)", "\(turn.times)"]
          .map { Styled(sanitised($0)) }
      }
    )
    Output.print(render(table.drawn(on: display), on: display))
  }

  private static func unforeseen(_ turn: WrongTurns.Turn) -> String {
    let said = turn.said.prefix(3).map { "“\($0.prefix(24))”" }.joined(separator: ", ")
    return "nobody foresaw " + said + (turn.said.count > 3 ? " …" : "")
  }

  private struct Shape: Encodable {
    let lesson: String
    let place: String
    let name: String?
    let learners: Int
    let times: Int
    /// What was said where nobody foresaw it.
    let said: [String]?
    let attempts: Int

    init(_ turn: WrongTurns.Turn, of lesson: String, attempts: Int) {
      self.lesson = lesson
      place = turn.place
      name = turn.name
      learners = turn.learners
      times = turn.times
      said = turn.said.isEmpty ? nil : turn.said
      self.attempts = attempts
    }
  }
}
