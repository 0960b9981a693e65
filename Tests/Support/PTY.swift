import Glibc

/// A program at a terminal of its own, which a test types at and looks at.
public final class PTY {
  /// What the program has painted, as far as `wait` has read it.
  public private(set) var screen: Screen

  public let child: Child

  /// The modes that the program found.
  public let modesAtStart: Modes
  /// -1 after `hangUp`, since its number may then be another's.
  private var master: Int32
  private var hasEnded = false

  /// Starts a program at a terminal of that size.
  public init(_ program: Program, columns: Int = 80, rows: Int = 24) throws(SupportFailure) {
    screen = Screen(columns: columns, rows: rows)
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    // TIOCSPTLCK and TIOCGPTN; posix_openpt and its like are shown only to GNU sources.
    var (unlocked, number): (Int32, Int32) = (0, 0)
    guard master >= 0, unsafe ioctl(master, 0x4004_5431, &unlocked) == 0,
      unsafe ioctl(master, 0x8004_5430, &number) == 0
    else { throw .system("no terminal", errno: errno) }
    self.master = master
    modesAtStart = Self.modes(of: master)
    Self.setSize(of: master, columns: columns, rows: rows)
    do {
      child = try Child(program, .terminal("/dev/pts/\(number)"))
    } catch {
      Glibc.close(master)
      throw error
    }
  }

  deinit { hangUp() }

  /// Types a text, then keys; what the program paints meanwhile is read.
  public func type(_ text: String, _ keys: Key...) throws(SupportFailure) {
    try send(Array((text + keys.map(\.rawValue).joined()).utf8))
  }

  public func type(_ keys: Key...) throws(SupportFailure) {
    try type(keys.map(\.rawValue).joined())
  }

  public func send(_ bytes: [UInt8]) throws(SupportFailure) {
    var rest = bytes[...]
    let deadline = Deadline(seconds: 20)
    while !rest.isEmpty {
      let events = try ready(for: POLLIN | POLLOUT, before: deadline, "room for what is typed")
      if events & Int16(POLLIN) != 0 { readOnce() }
      guard events & Int16(POLLOUT) != 0 else { continue }
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe write(master, bytes.baseAddress, bytes.count)
      }
      if count < 0 && errno != EAGAIN { throw .system("cannot type", errno: errno) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Reads until the screen is as it should be; fails, showing the screen, when time is up.
  public func wait(
    _ what: String,
    seconds: Int = 20,
    until isAsItShouldBe: (Screen) -> Bool
  ) throws(SupportFailure) {
    let deadline = Deadline(seconds: seconds)
    while !isAsItShouldBe(screen) {
      if hasEnded { throw .ended(what, screen: screen.description) }
      _ = try ready(for: POLLIN, before: deadline, what)
      readOnce()
    }
  }

  /// Reads until the text stands somewhere on the screen.
  public func wait(for text: String, seconds: Int = 20) throws(SupportFailure) {
    try wait("\"\(text)\"", seconds: seconds) { $0.text.contains(text) }
  }

  /// Waits until the terminal is in such modes, which shows nothing on the screen.
  public func waitForModes(
    _ what: String,
    seconds: Int = 20,
    until areAsTheyShouldBe: (Modes) -> Bool
  ) throws(SupportFailure) {
    let deadline = Deadline(seconds: seconds)
    while !areAsTheyShouldBe(modes) {
      if deadline.millisecondsLeft == 0 {
        throw .timedOut(what, screen: screen.description)
      }
      poll(nil, 0, 1)
    }
  }

  /// Reads all that comes until the program has ended, and says how it ended.
  public func waitForExit(seconds: Int = 20) throws(SupportFailure) -> Child.Exit {
    let deadline = Deadline(seconds: seconds)
    while !hasEnded {
      _ = try ready(for: POLLIN, before: deadline, "its end")
      readOnce()
    }
    guard let exit = child.waitForExit(before: deadline) else {
      throw .timedOut("its end", screen: screen.description)
    }
    return exit
  }

  /// Gives the terminal another size; the program is told by SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    Self.setSize(of: master, columns: columns, rows: rows)
  }

  /// Closes the terminal under the program, as a closed window does.
  public func hangUp() {
    guard master >= 0 else { return }
    Glibc.close(master)
    master = -1
    hasEnded = true
  }

  /// The modes in which the terminal is now, to compare.
  public var modes: Modes { Self.modes(of: master) }

  private static func modes(of master: Int32) -> Modes {
    var settings = termios()
    unsafe tcgetattr(master, &settings)
    return Modes(
      input: settings.c_iflag,
      output: settings.c_oflag,
      local: settings.c_lflag
    )
  }

  public struct Modes: Equatable, Sendable {
    public let input, output, local: UInt32

    /// Whether the terminal gives whole lines, whether or not it echoes them.
    public var givesLines: Bool { local & UInt32(ICANON) != 0 }

    /// Whether the terminal gives whole lines and echoes, as a shell leaves it.
    public var isCooked: Bool { local & UInt32(ICANON | ECHO) == UInt32(ICANON | ECHO) }
  }

  private func ready(
    for events: Int32,
    before deadline: Deadline,
    _ what: String
  ) throws(SupportFailure) -> Int16 {
    var waited = pollfd(fd: master, events: Int16(events), revents: 0)
    let count = unsafe poll(&waited, 1, deadline.millisecondsLeft)
    if count == 0 { throw .timedOut(what, screen: screen.description) }
    return waited.revents
  }

  private func readOnce() {
    var bytes = [UInt8](repeating: 0, count: 16384)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe read(master, buffer.baseAddress, buffer.count)
    }
    if count > 0 {
      screen.feed(bytes.prefix(count))
    } else if count == 0 || errno == EIO {
      // Linux says EIO when no process has the terminal open any more.
      hasEnded = true
    }
  }

  private static func setSize(of master: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}

/// Keys that are more than their character.
public enum Key: String, Sendable {
  case enter = "\r"
  case tab = "\t"
  case escape = "\u{1B}"
  case backspace = "\u{7F}"
  case up = "\u{1B}[A"
  case down = "\u{1B}[B"
  case right = "\u{1B}[C"
  case left = "\u{1B}[D"
  case home = "\u{1}"
  case end = "\u{5}"
  case interrupt = "\u{3}"
  case endOfInput = "\u{4}"
  case search = "\u{12}"
  case suspend = "\u{1A}"
}
