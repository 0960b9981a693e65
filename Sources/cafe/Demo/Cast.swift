import Glibc
import Terminal

/// A recording of a demo in the format asciicast v2, which `asciinema` plays.
///
/// A line is written with each event, so that what was recorded before a crash can be played.
final class Cast {
  private let descriptor: Int32
  /// Milliseconds since the beginning, where time is not the clock's.
  private var passed: Int?
  private let start: Int64

  /// A player passes over longer pauses than so many seconds.
  private static let longestPause = 4

  /// `isWatched`: whether the demo is given in real time; otherwise its pauses are only written.
  ///
  /// - Throws: why the file cannot be written; one that is there is not replaced.
  init(
    _ path: String,
    size: (columns: Int, rows: Int),
    title: String,
    isWatched: Bool
  )
    throws(Problem)
  {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? Problem(text: "a file of that name is there; choose another name") : Problem(errno)
    }
    passed = isWatched ? nil : 0
    start = Clock.milliseconds
    write(
      JSONLine.text(
        Header(
          version: 2,
          width: size.columns,
          height: size.rows,
          idle_time_limit: Self.longestPause,
          title: title,
          env: ["TERM": "xterm-256color"]
        )
      )
    )
  }

  deinit { close(descriptor) }

  private struct Header: Encodable {
    let version: Int
    let width: Int
    let height: Int
    let idle_time_limit: Int
    let title: String
    let env: [String: String]
  }

  /// What the screen was sent.
  func wrote(_ text: String) { event("o", text.replacing("\n", with: "\r\n")) }

  func resized(to size: (columns: Int, rows: Int)) { event("r", "\(size.columns)x\(size.rows)") }

  /// Lets time pass that nobody waits for; in real time it passes by itself.
  func pass(milliseconds: Int) { passed = passed.map { $0 + milliseconds } }

  private func event(_ kind: String, _ text: String) {
    let time = passed ?? max(0, Int(Clock.milliseconds - start))
    let rest = String(time % 1_000)
    let seconds = "\(time / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
    write("[\(seconds), \"\(kind)\", \(JSONLine.text(text))]")
  }

  private func write(_ line: String) { Output.write(line + "\n", to: descriptor) }
}
