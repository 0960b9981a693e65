import Glibc
import Terminal

/// Bytes to the standard streams, whole and in order.
enum Output {
  static func print(_ text: String) { write(text + "\n", to: 1) }

  /// Says what is wrong, on a terminal in lines that end between words.
  static func complain(_ text: String) {
    var lines = ["cafe: " + text]
    if let (columns, _) = Window.size(of: 2) {
      lines = Styled(lines[0]).wrapped(to: columns).map(\.text)
    }
    write(lines.map { $0 + "\n" }.joined(), to: 2)
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
        guard written > 0 else { return }
        start += written
      }
    }
  }
}
