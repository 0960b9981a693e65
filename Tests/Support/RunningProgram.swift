import Foundation
import Glibc
import Synchronization

/// A program that runs beside a test, without a terminal; it is killed when the test forgets it.
public final class RunningProgram {
  public let child: Child
  private let folder: Scratch

  /// Starts it with nothing to read; what it writes can be looked at while it runs.
  public init(_ program: Program) throws(SupportFailure) {
    folder = try Scratch()
    let descriptors = Child.descriptors.withLock { [path = folder.path] _ in
      unsafe [
        open("/dev/null", O_RDONLY | O_CLOEXEC),
        open(path + "/output", O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0o600),
        open(path + "/errors", O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0o600),
      ]
    }
    defer { for descriptor in descriptors { close(descriptor) } }
    child = try Child(program, .descriptors(descriptors[0], descriptors[1], descriptors[2]))
  }

  public var output: String { text("output") }
  public var errors: String { text("errors") }

  private func text(_ name: String) -> String {
    (try? String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)) ?? ""
  }

  /// Waits for its end, after a signal if one is given; nil when it goes on.
  public func end(signal: Int32? = nil, seconds: Int = 20) -> Child.Exit? {
    if let signal { child.send(signal: signal) }
    return child.waitForExit(before: Deadline(seconds: seconds))
  }

  /// The kilobytes of memory that it has, by the system's count.
  public var residentKilobytes: Int? {
    let status = try? String(contentsOfFile: "/proc/\(child.processID)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
  }
}
