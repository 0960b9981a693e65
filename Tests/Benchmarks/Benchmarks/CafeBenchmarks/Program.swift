import Foundation

/// The release binary, or another program, run as a process.
///
/// It is spawned directly: `Process` adds some milliseconds, which are not the program's.
struct Program {
  let path: String

  init?(_ variable: String) {
    guard let path = ProcessInfo.processInfo.environment[variable] else { return nil }
    self.path = path
  }

  /// The first program of that name in the places where Debian puts them.
  init?(installed name: String) {
    let places = ["/usr/bin/", "/usr/sbin/"].map { $0 + name }
    guard let path = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = path
  }

  /// Starts it without input and output; whoever does so ends it.
  func start(_ arguments: [String]) throws -> pid_t {
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nothing) }
    return try spawn(arguments, input: nothing, output: nothing)
  }

  /// Runs to the end; gives back what it printed.
  @discardableResult
  func run(_ arguments: [String], input: String = "") throws -> String {
    let (lines, printed) = (try Scratch.file(input), try Scratch.file(""))
    defer {
      close(lines)
      close(printed)
    }
    let process = try spawn(arguments, input: lines, output: printed)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    lseek(printed, 0, SEEK_SET)
    let output = FileHandle(fileDescriptor: printed).readDataToEndOfFile()
    return String(decoding: output, as: UTF8.self)
  }

  /// Starts it at a terminal of 80 by 24, and kills it at its first prompt, or at the end of a full
  /// screen.
  ///
  /// - Returns: its resident memory there, in bytes.
  @discardableResult
  func runToPrompt() throws -> Int {
    let terminal = try Terminal()
    let process = try spawn([], input: terminal.inside, output: terminal.inside)
    var end = ""
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    // What is waited at is the last that is painted.
    while !end.hasSuffix("> "), !end.contains("any key goes on") {
      let count = read(terminal.outside, &chunk, chunk.count)
      guard count > 0 else { throw Failure(text: "no prompt") }
      end = String((end + String(decoding: chunk[..<count], as: UTF8.self)).suffix(80))
    }
    let memory = try Self.residentMemory(of: process)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return memory
  }

  private func spawn(_ arguments: [String], input: Int32, output: Int32) throws -> pid_t {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for (from, to) in [(input, 0), (output, 1), (output, 2)] {
      posix_spawn_file_actions_adddup2(&files, from, Int32(to))
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &files, nil, &words, environ)
    guard code == 0 else { throw Failure(text: "\(path) cannot be run: \(code)") }
    return process
  }

  private static func residentMemory(of process: pid_t) throws -> Int {
    let pages = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
      .split(separator: " ")
    return (Int(pages[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
  }
}

struct Failure: Error {
  let text: String
}

/// Both ends of a terminal of 80 columns and 24 rows.
private final class Terminal {
  let outside: Int32
  let inside: Int32

  init() throws {
    outside = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN; posix_openpt and its like are shown only to GNU sources.
    var (unlocked, number): (Int32, Int32) = (0, 0)
    guard outside >= 0, ioctl(outside, 0x4004_5431, &unlocked) == 0,
      ioctl(outside, 0x8004_5430, &number) == 0
    else { throw Failure(text: "no terminal") }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(outside, UInt(TIOCSWINSZ), &size)
    inside = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
  }

  deinit {
    close(outside)
    close(inside)
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

  /// A file without a name that holds a text, at its beginning.
  static func file(_ text: String) throws -> Int32 {
    var path = Array("\(NSTemporaryDirectory())/cafe-bench-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Failure(text: "no temporary file") }
    unlink(path)
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Failure(text: "the temporary file is too small")
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}
