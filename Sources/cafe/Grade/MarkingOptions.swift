import ArgumentParser
import Glibc
import Gradebook
import Synchronization
import Terminal

/// What is graded, on how many threads, and into which folder.
struct MarkingOptions: ParsableArguments {
  @Argument(help: "Submissions: files, or folders of files.", completion: .file())
  var inbox: [String]

  @Option(help: "The folder to write into.", completion: .directory)
  var out = "grades"

  @Option(help: "On how many threads; without it, one for each processor.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs goes from 1 to 256.")
    }
  }

  var hands: Int { jobs ?? Crew.processors }

  /// What each file comes to, in the order of the files; a terminal shows how far it has come.
  func mark(
    _ files: [Inbox.File],
    with grader: Grader,
    on display: Display
  ) -> [MarkedSubmission] {
    let next = Atomic(0)
    let marked = Mutex([MarkedSubmission?](repeating: nil, count: files.count))
    let bar = Bar(of: files.count, on: display)
    Crew.work(hands: min(hands, files.count)) {
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < files.count else { return }
        let one = grader.marked(files[place])
        marked.withLock { $0[place] = one }
        bar.advance()
      }
    }
    bar.clear()
    return marked.withLock { $0.compactMap(\.self) }
  }

  /// A line on a terminal that grows; nothing where nobody watches.
  private final class Bar: Sendable {
    private let total: Int
    private let display: Display
    private let isShown: Bool
    private let done = Mutex((count: 0, shown: Int64(0)))

    init(of total: Int, on display: Display) {
      self.total = total
      self.display = display
      isShown = isatty(2) == 1 && !display.linear
    }

    func advance() {
      done.withLock { state in
        state.count += 1
        let now = Clock.milliseconds
        guard isShown, now - state.shown >= 50 || state.count == total else { return }
        state.shown = now
        let line = CountLine(done: state.count, total: total, note: "graded").drawn(on: display)
        Output.write("\r" + render(line, on: display) + "\u{1B}[K", to: 2)
      }
    }

    func clear() {
      if isShown { Output.write("\r\u{1B}[K", to: 2) }
    }
  }
}
