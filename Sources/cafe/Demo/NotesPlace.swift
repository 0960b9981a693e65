import Glibc
import Terminal

/// A second terminal, or a new file, for what is for the presenter alone.
final class NotesPlace {
  private let descriptor: Int32
  private let display: Display

  /// - Throws: why nothing can be written there.
  init(_ path: String) throws(Problem) {
    // Without O_NONBLOCK a pipe that nobody reads, or a terminal that is held, would stop the demo.
    let flags = O_WRONLY | O_APPEND | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    let new = unsafe open(path, flags | O_CREAT | O_EXCL, 0o600)
    descriptor = unsafe new < 0 && errno == EEXIST ? open(path, flags) : new
    guard descriptor >= 0 else {
      throw errno == ENXIO ? Problem(text: "nobody reads that pipe") : Problem(errno)
    }
    display = Display(
      columns: nil,
      isTerminal: isatty(descriptor) == 1,
      environment: Surroundings.environment
    )
    if new < 0, Self.isPlain(descriptor) {
      throw Problem(text: "a file of that name is there; choose another name")
    }
    if isatty(descriptor) == 1, Self.isSame(descriptor, 1) {
      throw Problem(text: "that is this terminal; open another, and type `tty` there")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes whole lines.
  ///
  /// - Returns: why they could not be written; a terminal that is held loses them, and stays.
  func write(_ text: Styled) -> Problem? {
    var text = render(text, on: display) + "\n"
    return text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return errno == EAGAIN ? nil : Problem(errno) }
        start += count
      }
      return nil
    }
  }

  private static func isPlain(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func isSame(_ one: Int32, _ other: Int32) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe fstat(one, &first) == 0, unsafe fstat(other, &second) == 0 else { return false }
    return first.st_rdev == second.st_rdev && first.st_mode & S_IFMT == second.st_mode & S_IFMT
  }
}
