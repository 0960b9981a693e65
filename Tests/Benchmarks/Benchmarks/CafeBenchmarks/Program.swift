import Foundation

/// The release binary, run as a process.
struct Program {
  let path: String

  init?(_ variable: String) {
    guard let path = ProcessInfo.processInfo.environment[variable] else { return nil }
    self.path = path
  }

  /// Runs to the end; gives back what it printed and its largest resident memory in bytes.
  @discardableResult
  func run(_ arguments: [String], input: String = "") throws -> (output: String, memory: Int) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN, &usage)
    return (String(decoding: output, as: UTF8.self), usage.ru_maxrss * 1_024)
  }
}

/// A folder that is gone when its owner is.
final class Scratch {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("cafe-bench-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
