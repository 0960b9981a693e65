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
      """
      `cafe export FILE` writes an attempt; whatever cannot be read is told and left out. An \
      attempt that is in several files counts once, as it is in the longest.
      """
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
    func leaveOut(_ path: String, _ problem: Problem) {
      isWhole = false
      Output.complain(sanitised("\(path) is left out: \(problem.text)."))
    }
    var files: [(path: String, file: AttemptFile)] = []
    for path in exports {
      do throws(Problem) {
        let file = try Self.file(path)
        guard let place = files.firstIndex(where: { file.isSameAttempt(as: $0.file) }) else {
          files.append((path, file))
          continue
        }
        Output.complain(
          sanitised("\(path) holds the same attempt as \(files[place].path), which counts once.")
        )
        if file.rows.count > files[place].file.rows.count { files[place] = (path, file) }
      } catch { leaveOut(path, error) }
    }
    for (path, file) in files {
      do throws(Problem) {
        let attempt = try Folding.fold(file.rows).get()
        let id = attempt.beginning.lesson
        guard let lesson = library[id] else {
          throw Problem(text: "its lesson \(id) is not at hand; name its folder: --lessons DIR")
        }
        let place = turns.firstIndex { $0.lesson == id } ?? turns.count
        if place == turns.count { turns.append((id, WrongTurns())) }
        turns[place].turns.count(attempt, at: lesson)
      } catch { leaveOut(path, error) }
    }
    for (lesson, turns) in turns { show(turns, of: lesson) }
    if !isWhole { throw ExitStatus.failure }
  }

  private static func file(_ path: String) throws(Problem) -> AttemptFile {
    let bytes = try Files.read(path, atMost: Files.longestExport).get()
    do { return try AttemptFile(decoding: bytes) } catch { throw Problem(text: error.sentence) }
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

extension AttemptFile {
  /// Whether another file holds this attempt, too, as it was then or later.
  fileprivate func isSameAttempt(as other: AttemptFile) -> Bool {
    let common = min(rows.count, other.rows.count)
    // Each row's hash stands for all the rows before it.
    return origin == other.origin
      && rows.prefix(common).last?.hash == other.rows.prefix(common).last?.hash
  }
}
