import Glibc

/// A folder that lives as long as the test does, and then goes with all that is in it.
public final class Scratch {
  public let path: String

  public init() throws(SupportFailure) {
    var name = Array("/tmp/cafe-tests-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else {
      throw .system("no folder for the test", errno: errno)
    }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for pipe in pipes.values { close(pipe) }
    let removal = try? Child(Program("/bin/rm", ["-rf", path]), .descriptors(0, 1, 2))
    _ = removal?.waitForExit(before: Deadline(seconds: 10))
  }

  private var pipes: [String: Int32] = [:]

  /// Writes a file.
  public func write(_ text: String, to name: String) throws(SupportFailure) {
    let file = unsafe fopen(path + "/" + name, "w")
    guard let file = unsafe file else {
      throw .system("cannot make \(path)/\(name)", errno: errno)
    }
    unsafe fputs(text, file)
    unsafe fclose(file)
  }

  /// Makes a named pipe, to which `send` writes; it stays open, so that nothing sent early is lost.
  public func makeFIFO(_ name: String) throws(SupportFailure) -> String {
    let place = path + "/" + name
    guard unsafe mkfifo(place, 0o600) == 0 else {
      throw .system("cannot make \(path)/\(name)", errno: errno)
    }
    pipes[name] = unsafe open(place, O_RDWR | O_CLOEXEC)
    return place
  }

  /// Writes into a named pipe.
  public func send(_ text: String, to name: String) throws(SupportFailure) {
    let bytes = Array(text.utf8)
    guard let pipe = pipes[name], unsafe Glibc.write(pipe, bytes, bytes.count) == bytes.count else {
      throw .system("cannot make \(path)/\(name)", errno: errno)
    }
  }
}
