import Glibc
import Synchronization
import Terminal

/// Bytes to the standard streams, whole and in order.
enum Output {
  static func print(_ text: String) { write(text + "\n", to: 1) }

  /// Says a sentence, on a terminal in lines that end between words.
  static func tell(_ text: String) {
    let lines = Window.size(of: 1).map { Styled(text).wrapped(to: $0.columns) }
    print(lines?.joined().text ?? text)
  }

  /// Says what is wrong, on a terminal in lines that end between words.
  static func complain(_ text: String) {
    let whole = Styled("cafe: " + text)
    let lines = Window.size(of: 2).map { whole.wrapped(to: $0.columns) } ?? [whole]
    write(lines.map { $0.text + "\n" }.joined(), to: 2)
  }

  /// Says why the program ends, and is what to throw for it.
  static func failure(_ sentence: String) -> ExitStatus {
    complain(sentence)
    return .failure
  }

  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...])
        let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { return note(written < 0 ? errno : EIO, descriptor) }
        start += written
      }
    }
  }

  /// The system's number for why something did not get out on standard output; nil: all did.
  static var loss: Int32? {
    let number = lost.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  private static let lost = Atomic<Int32>(0)

  private static func note(_ problem: Int32, _ descriptor: Int32) {
    if descriptor == 1 { lost.store(problem, ordering: .relaxed) }
  }
}
