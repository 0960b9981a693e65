import Foundation
import Support

/// A folder of a test's own with a state folder and a home in it, gone when the test is over.
final class Shop: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/cafe-shop-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path + "/home",
      withIntermediateDirectories: true
    )
  }

  deinit {
    // A folder that stays behind harms no other test.
    try? FileManager.default.removeItem(atPath: path)
  }

  var state: String { path + "/state" }
  var database: String { state + "/cafe.sqlite" }
  var home: String { path + "/home" }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: file(name), atomically: true, encoding: .utf8)
    return file(name)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  /// The program with this shop's state.
  func cafe(
    _ arguments: [String] = [],
    terminal: String? = "xterm-256color",
    environment: [String: String] = [:]
  ) -> Program {
    var settings = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": home]
    settings["TERM"] = terminal
    return Program(
      BuiltProgram.path("cafe"),
      arguments + ["--state", state],
      environment: settings.merging(environment) { $1 }
    )
  }

  /// The program at a terminal, and at its prompt; it does not stop at each screenful.
  func sit(
    _ arguments: [String] = [],
    terminal: String? = "xterm-256color",
    environment: [String: String] = [:],
    columns: Int = 80,
    rows: Int = 24,
    prompt: String = "story 08:00:00>"
  ) throws -> PTY {
    let program = cafe(arguments + ["--scroll"], terminal: terminal, environment: environment)
    let pty = try PTY(program, columns: columns, rows: rows)
    try pty.wait("the prompt \(prompt)") { $0.cursorLine == prompt }
    return pty
  }

  /// The program without a terminal, run to its end.
  func run(_ arguments: [String], input: String = "") throws -> PipedRun {
    try PipedRun(cafe(arguments), input: input)
  }
}

extension PTY {
  /// Types a line and waits for the next prompt, which may be the same again.
  func enter(_ line: String, prompt: String) throws {
    try type(line)
    // The end of a long line stands in a row of its own.
    try wait("the line \(line)") {
      $0.cursorLine.hasSuffix("> " + line)
        || !$0.cursorLine.isEmpty && line.hasSuffix($0.cursorLine)
    }
    let rows = screen.scrolledOff.count + screen.row
    try type(.enter)
    try wait("the prompt \(prompt) behind \(line)") {
      $0.cursorLine == prompt && $0.scrolledOff.count + $0.row > rows
    }
  }
}
