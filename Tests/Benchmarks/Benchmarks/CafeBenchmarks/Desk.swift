import Benchmark
import Lab
import Progress
import Terminal
import Tutor

/// A session with a journal on disk, as the program keeps it.
final class Desk {
  private let scratch: Scratch
  private let journal: Journal
  private var session: Session

  init() throws {
    scratch = try Scratch()
    let origin = AttemptOrigin(
      lesson: "bench",
      created: 0,
      engine: "1",
      lessonHash: "",
      scene: "cafe",
      seed: 7
    )
    journal = try Store.open(folder: scratch.path).begin(origin)
    let beginning = Beginning(engine: "1", lesson: "bench", lessonHash: "", scene: "cafe", seed: 7)
    session = Session(
      attempt: Attempt(beginning),
      lesson: nil,
      library: Library(files: []),
      display: Display()
    )
    try append(session.journalLine(0))
  }

  /// Takes a line, commits its row, and makes the text of its result.
  func take(_ line: String) throws {
    for effect in session.update(.line(line)) {
      switch effect {
      case .append(let row): try append(row)
      case .print(let text): blackHole(render(text, on: session.display))
      default: break
      }
    }
  }

  private func append(_ line: JournalLine) throws {
    try journal.append(
      JournalRow(
        sequence: line.sequence,
        virtualTime: line.virtualTime,
        wallTime: 0,
        kind: line.kind,
        typed: line.typed,
        canonical: line.canonical,
        previousHash: journal.lastHash,
        digest: line.digest
      )
    )
  }
}
