import ArgumentParser
import FoundationEssentials
import Glibc
import Gradebook
import Lab

/// One submission a line in, one result a line out.
struct GradeStream: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Grade as a filter: one submission a line in, one JSON object a line out.",
    discussion: """
      A line is a submission in base64, or the path of one. Each line gets one object at once, in \
      the order of the lines, and nothing is remembered between them: any batch engine can start \
      as many of these as it likes. Scores and prices are in units, of which `unit` make a point; \
      `reason` says why there are none. Exit codes: 0 all were graded, 3 one was refused.
      """
  )

  @OptionGroup var grading: GradingOptions
  @OptionGroup var correction: CorrectionOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let grader = try grading.grader(try correction.applied(to: grading.pack()))
    // In base64 each submission begins like this: its first line is an object of JSON.
    let sign = Array("eyJ".utf8)
    var lines = Lines(of: STDIN_FILENO, atMost: (SubmissionFile.Limit.bytes + 2) / 3 * 4 + 16)
    var number = 0
    var refused = false
    while let line = lines.next() {
      number += 1
      let result: StreamLine
      switch line {
      case .tooLong:
        result = StreamLine(
          unreadable: "line \(number)",
          reason: "The line is longer than any submission.",
          unit: grader.quiz.rules.unit
        )
      case .line(let bytes) where bytes.starts(with: sign):
        result = graded(bytes, number, grader)
      case .line(let bytes):
        result = graded(path: String(decoding: bytes, as: UTF8.self), grader)
      }
      refused = refused || result.isRefused
      Output.print(JSONLine.text(result))
    }
    if refused { throw ExitStatus.lineRefused }
  }

  private func graded(_ line: [UInt8], _ number: Int, _ grader: Grader) -> StreamLine {
    guard let bytes = Data(base64Encoded: Data(line)) else {
      return StreamLine(
        unreadable: "line \(number)",
        reason: "The line is not base64 to its end.",
        unit: grader.quiz.rules.unit
      )
    }
    return StreamLine(grader.marked([UInt8](bytes), named: "line \(number)"), by: grader)
  }

  private func graded(path: String, _ grader: Grader) -> StreamLine {
    switch Files.read(path, atMost: SubmissionFile.Limit.bytes) {
    case .success(let bytes): StreamLine(grader.marked(bytes, named: path), by: grader)
    case .failure(let problem):
      StreamLine(
        unreadable: path,
        reason: "The file could not be read: \(problem.text).",
        unit: grader.quiz.rules.unit
      )
    }
  }
}

/// The lines of a descriptor, however long, up to a limit.
private struct Lines {
  enum Line {
    case line([UInt8])
    case tooLong
  }

  private let descriptor: Int32
  private let limit: Int
  private var rest: [UInt8] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var isOver = false

  init(of descriptor: Int32, atMost limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line that is not empty, without its end; nil at the end.
  mutating func next() -> Line? {
    var searched = 0
    var isTooLong = false
    while true {
      if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        var line = Array(rest[..<end])
        rest.removeSubrange(...end)
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if isTooLong || line.count > limit { return .tooLong }
        searched = 0
        if line.isEmpty { continue }
        return .line(line)
      }
      if rest.count > limit {
        isTooLong = true
        rest = []
      }
      searched = rest.count
      guard read() else {
        defer { rest = [] }
        if isTooLong { return .tooLong }
        return rest.isEmpty ? nil : .line(rest)
      }
    }
  }

  /// Reads on; false at the end.
  private mutating func read() -> Bool {
    guard !isOver else { return false }
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        isOver = true
        return false
      }
      rest += chunk[..<count]
      return true
    }
  }
}
