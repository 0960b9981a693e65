import CLibedit
import Glibc

/// Reads lines from a person at a terminal, who can edit and search them, or from a script.
///
/// There is one at a time in a process, and it stays on one thread; `waker` alone may travel.
/// While it lives and the input is a terminal, SIGINT, SIGTERM and SIGHUP come as entries.
@safe public final class LineEditor {
  /// What is done after a wake; it may print.
  public var onWake: () -> Void = {}

  let completing: (String, Int) -> Completion
  var promptText = ""
  /// Whether a line goes on, behind a prompt that is nobody else's.
  var isJoining = false

  /// `nil` once it is closed; then every line is the end.
  private(set) var handle: OpaquePointer?

  private let isOnTerminal: Bool
  private var splitter: LineSplitter

  /// Opens the terminal, or the script, on two descriptors that stay the caller's.
  ///
  /// `nil` when the process may not open more files.
  ///
  /// - Parameters:
  ///   - program: the name by which `~/.editrc` knows the program.
  ///   - input: where lines come from.
  ///   - output: where prompts and lines are shown.
  ///   - isPlain: edits, where it does, without any escape sequence.
  ///   - history: earlier lines, oldest first.
  ///   - completing: what could stand at the cursor, a UTF-8 offset in the line.
  public init?(
    program: String,
    input: Int32 = 0,
    output: Int32 = 1,
    isPlain: Bool = false,
    history: [String] = [],
    completing: @escaping (String, Int) -> Completion = { _, _ in .none }
  ) {
    self.completing = completing
    isOnTerminal = isatty(input) == 1 && isatty(output) == 1
    // A terminal that edits lines itself keeps 4095 bytes of one and drops the rest unseen.
    splitter = LineSplitter(longest: isatty(input) == 1 ? 4094 : Entry.longestLine)
    unsafe handle = ce_open(
      program,
      input,
      output,
      isOnTerminal,
      isPlain || !Self.canMoveCursor,
      Unmanaged.passUnretained(self).toOpaque(),
      Self.wakeCallback,
      Self.completeCallback
    )
    if unsafe handle == nil { return nil }
    history.forEach(addHistory)
  }

  deinit { close() }

  /// Whether lines are edited.
  ///
  /// Otherwise they are read as they come, as from a script, without a prompt.
  public var isInteractive: Bool {
    guard let handle = unsafe handle else { return false }
    return unsafe ce_is_editing(handle)
  }

  /// Wakes a `readLine` or `waitForKey` from another thread.
  public var waker: Waker { Waker(descriptor: ce_wake_descriptor()) }

  /// The terminal's size; 80 columns and 24 rows when it does not say.
  public var size: (columns: Int, rows: Int) {
    guard let handle = unsafe handle else { return (80, 24) }
    var columns: Int32 = 0
    var rows: Int32 = 0
    unsafe ce_size(handle, &columns, &rows)
    return (Int(columns), Int(rows))
  }

  /// Reads one line.
  ///
  /// Afterwards the terminal is in the modes in which it was found, but for the echo: what is typed
  /// ahead appears behind the next prompt.
  public func readLine(prompt: [PromptRun]) -> Entry {
    guard let handle = unsafe handle else { return .end }
    promptText = prompt.plainPrompt
    return unsafe ce_is_editing(handle)
      ? editedLine(handle, prompt: editorPrompt(prompt, handle)) : plainLine(handle)
  }

  /// Prints whole lines; above the line that is being edited, if there is one.
  public func printAbove(_ text: String) {
    guard let handle = unsafe handle else { return }
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return }
        unsafe ce_print(handle, start, characters.count)
      }
    }
  }

  /// Gives the line that is being edited another prompt.
  public func changePrompt(_ prompt: [PromptRun]) {
    guard !isJoining, let handle = unsafe handle, unsafe ce_is_editing(handle) else { return }
    promptText = prompt.plainPrompt
    unsafe ce_change_prompt(handle, editorPrompt(prompt, handle))
  }

  /// Adds a line to what the arrow keys and Ctrl-R find; one with control characters is left out.
  public func addHistory(_ line: String) {
    guard let handle = unsafe handle, !line.isEmpty, line == line.printable else { return }
    unsafe ce_add_history(handle, line)
  }

  /// Whether Ctrl-C came while no line was being read; asking forgets it.
  public func takeInterrupt() -> Bool { ce_take_interrupt() }

  /// The signal that asks the process to end, for work between lines; `readLine` says it too.
  public var terminatingSignal: Int32? {
    let signal = ce_terminating_signal()
    return signal == 0 ? nil : signal
  }

  /// Gives the terminal and the signals back as they were found.
  public func close() {
    guard let handle = unsafe handle else { return }
    unsafe self.handle = nil
    unsafe ce_close(handle)
  }

  private static var canMoveCursor: Bool {
    guard let name = unsafe getenv("TERM") else { return false }
    let terminal = unsafe String(cString: name)
    return !terminal.isEmpty && terminal != "dumb"
  }

  private func editorPrompt(_ prompt: [PromptRun], _ handle: OpaquePointer) -> String {
    unsafe ce_is_linear(handle) ? prompt.plainPrompt : prompt.editorPrompt
  }

  private func editedLine(_ handle: OpaquePointer, prompt: String) -> Entry {
    var start: UnsafePointer<CChar>?
    var length = 0
    let outcome = unsafe ce_read_line(handle, prompt, &start, &length)
    guard let start = unsafe start else { return Self.entry(for: outcome) }
    // The memory is the editor's, so it is copied at once.
    var bytes = unsafe UnsafeBufferPointer(start: start, count: length).map(UInt8.init(bitPattern:))
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.count > Entry.longestLine { return .tooLong }
    return outcome == CE_DAMAGED ? .notText : Entry(line: bytes)
  }

  private func plainLine(_ handle: OpaquePointer) -> Entry {
    var prompt = isOnTerminal ? promptText : ""
    while true {
      if let entry = splitter.next() { return entry }
      var length = 0
      var bytes = [UInt8](repeating: 0, count: 16384)
      let outcome = unsafe ce_read_bytes(handle, prompt, &bytes, bytes.count, &length)
      prompt = ""
      switch outcome {
      case CE_READY: splitter.append(bytes.prefix(length))
      case CE_END: splitter.finish()
      default:
        splitter.discardBegunLine()
        return Self.entry(for: outcome)
      }
    }
  }

  private static func entry(for outcome: Int32) -> Entry {
    switch outcome {
    case CE_INTERRUPTED: .interrupted
    case CE_TERMINATED: .terminated(ce_terminating_signal())
    default: .end
    }
  }
}
