import Support

/// The probe, at a terminal or without one.
enum Probe {
  static let path = BuiltProgram.path("editor-probe")

  static func program(
    _ arguments: [String] = [],
    terminal: String? = "xterm-256color",
    environment: [String: String] = [:]
  ) -> Program {
    var settings = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    settings["TERM"] = terminal
    return Program(path, arguments, environment: settings.merging(environment) { $1 })
  }

  /// Started at a terminal, and at its prompt.
  static func atTerminal(
    _ arguments: [String] = [],
    terminal: String? = "xterm-256color",
    environment: [String: String] = [:],
    columns: Int = 80,
    rows: Int = 24
  ) throws -> PTY {
    let pty = try PTY(
      program(arguments, terminal: terminal, environment: environment),
      columns: columns,
      rows: rows
    )
    try pty.waitForPrompt()
    return pty
  }

  /// A shell at a terminal, which can run the probe by `$PROBE`.
  static func shell(_ arguments: [String]) throws -> PTY {
    var program = program(environment: ["PROBE": path, "PS1": "sh> "])
    program.path = "/bin/sh"
    program.arguments = arguments
    return try PTY(program)
  }
}

extension PTY {
  func waitForPrompt(_ typed: String = "") throws {
    let line = typed.isEmpty ? "probe>" : "probe> " + typed
    try wait("the line \"\(line)\"") { $0.cursorLine == line }
  }

  /// Types a line and waits until it is answered.
  func enter(_ line: String) throws {
    try type(line)
    try waitForPrompt(line)
    try type(.enter)
    try wait("the answer to \(line)") {
      $0.cursorLine == "probe>" && $0.text.contains("got \(line)\n")
    }
  }

  /// The process that the probe says it is.
  func probeProcessID() throws -> Int32 {
    try enter("pid")
    let line = screen.text.split(separator: "\n").last { $0.hasPrefix("pid ") }
    return Int32(line?.dropFirst(4) ?? "") ?? 0
  }
}
