import Glibc
import LineEditor
import Synchronization

/// A loop that says what it has read, for the tests of `LineEditor`.
///
/// Options: `--prompt TEXT`, `--plain`, `--history LINE` (any number), `--notices FIFO` (each line
/// that comes there is printed above the line being edited).
@main
struct EditorProbe {
  static func main() {
    var options = CommandLine.arguments.dropFirst()
    var prompt = [PromptRun("probe> ")]
    var isPlain = false
    var history: [String] = []
    var notices: String?
    while let option = options.popFirst() {
      switch option {
      case "--prompt": prompt = [PromptRun(options.popFirst() ?? "")]
      case "--plain": isPlain = true
      case "--history": history.append(options.popFirst() ?? "")
      default: notices = options.popFirst()
      }
    }
    guard
      let editor = LineEditor(
        program: "probe",
        isPlain: isPlain,
        history: history,
        completing: complete
      )
    else { return }
    if let notices { Notices.pass(from: notices, to: editor) }
    Loop(editor: editor, prompt: prompt).run()
  }

  private static func complete(line: String, cursor: Int) -> Completion {
    let before = line.utf8.prefix(cursor)
    let start = before.lastIndex(of: UInt8(ascii: " ")).map { before.index(after: $0) }
    let word = String(before[(start ?? before.startIndex)...]) ?? ""
    let offset = before.distance(from: before.startIndex, to: start ?? before.startIndex)
    return Completion(
      replacing: offset..<cursor,
      candidates: vocabulary.filter { $0.text.hasPrefix(word) }
    )
  }

  private static var vocabulary: [Candidate] {
    let plain = ["status", "start", "stop", "show", "subscribe", "élan", "élite", "日本", "日常"]
    let options = [
      Candidate("--address", note: "the address to watch"),
      Candidate("--after", note: "how long to wait first"),
    ]
    return plain.map { Candidate($0) } + options + (0..<300).map { Candidate("number-\($0)") }
  }
}

/// Reads and answers until the end.
private final class Loop {
  private let editor: LineEditor
  private var prompt: [PromptRun]

  init(editor: LineEditor, prompt: [PromptRun]) {
    self.editor = editor
    self.prompt = prompt
  }

  func run() {
    while true {
      switch editor.readLine(prompt: prompt) {
      case .line(let line):
        editor.addHistory(line)
        print("got \(line)")
        if line == "quit" { return finish("left") }
        obey(line)
      case .interrupted: print("interrupted")
      case .tooLong: print("too long")
      case .notText: print("not text")
      case .end: return finish("end")
      case .terminated(let signal): return finish("terminated \(signal)")
      }
    }
  }

  private func finish(_ words: String) {
    editor.close()
    print(words)
  }

  private func obey(_ line: String) {
    let words = line.split(separator: " ")
    switch words.first {
    case "pid": print("pid \(getpid())")
    case "animate": animate()
    case "work":
      print("working")
      while !editor.takeInterrupt() && editor.terminatingSignal == nil { usleep(1000) }
      print("work stopped")
    case "style":
      let bits = Int(words.last ?? "") ?? 0
      let style = PromptRun.Style(
        isBold: bits & 1 != 0,
        isDim: bits & 2 != 0,
        isUnderlined: bits & 4 != 0,
        isInverse: bits & 8 != 0
      )
      prompt = [PromptRun("step "), PromptRun("lab", style), PromptRun(">\(bits)> ", style)]
    case "colour":
      prompt = [PromptRun("lab> ", PromptRun.Style(colour: UInt8(words.last ?? "") ?? 0))]
    default: break
    }
  }

  private func animate() {
    print("moving")
    let outcome: KeyWait = editor.watchingKeys {
      for _ in 0..<1200 {
        let outcome = editor.waitForKey(milliseconds: 50)
        if outcome != .timedOut || !editor.isInteractive { return outcome }
      }
      return .timedOut
    }
    print("moved: \(outcome)")
  }
}

/// Passes lines from another thread to the editor.
private final class Notices: Sendable {
  private let waiting = Mutex<[String]>([])
  private let path: String
  private let waker: Waker

  private init(path: String, waker: Waker) {
    self.path = path
    self.waker = waker
  }

  static func pass(from path: String, to editor: LineEditor) {
    let notices = Notices(path: path, waker: editor.waker)
    editor.onWake = { [weak editor] in
      let lines = notices.waiting.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      for line in lines { editor?.printAbove(line) }
    }
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(notices).toOpaque()
    _ = unsafe pthread_create(
      &thread,
      nil,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<Notices>.fromOpaque(context).takeRetainedValue().read()
        }
        return nil
      },
      context
    )
  }

  private func read() {
    guard let file = unsafe fopen(path, "r+") else { return }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    while unsafe getline(&line, &capacity, file) > 0, let text = unsafe line {
      let notice = unsafe String(cString: text)
      waiting.withLock { $0.append(notice) }
      waker.wake()
    }
  }
}
