import CafeWorld
import Foundation
import Lab
import Terminal
import Testing

@testable import Tutor

/// A room before which a lesson of the house is shown.
struct DemoRoom {
  var session: Session
  /// Every row that was to be made durable.
  private(set) var rows: [JournalLine] = []
  private(set) var notes: [String] = []
  private(set) var rests: [Int] = []
  /// What was said first.
  private(set) var greeting = ""

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let lessons: [String] = {
    let folder = root.appending(path: "Lessons").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(Library.suffix) }.sorted()
      .map { String($0.dropLast(Library.suffix.count)) }
  }()

  private static let library: Library = {
    let folder = root.appending(path: "Lessons")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return Library(
      files: names.sorted().compactMap { name in
        (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) }
      }
    )
  }()

  init(
    _ id: String = "cafe-failover",
    from step: String? = nil,
    big: Bool = false,
    pace: Demo.Pace = .keyboard,
    display: Display = Display(width: 80, colour: false)
  ) throws {
    let lesson = try #require(Self.library[id])
    let assets = Self.root.appending(path: "Assets")
    session = Session(
      attempt: Attempt(atLesson: lesson),
      lesson: lesson,
      library: Self.library,
      display: display,
      demo: Demo(DemoScript(lesson), isBig: big, pace: pace, from: step),
      asset: { try? String(contentsOf: assets.appending(path: $0), encoding: .utf8) }
    )
    rows = [session.journalLine(0)]
    greeting = hand(.greet)
  }

  var place: Int { session.demo?.place ?? -1 }
  var isOver: Bool { session.demo?.isOver ?? true }

  @discardableResult
  mutating func hand(_ input: Input) -> String {
    var lines: [String] = []
    for effect in session.update(input) {
      switch effect {
      case .append(let row): rows.append(row)
      case .print(let text): lines.append(text.text)
      case .fastForward(let stretch):
        lines += stretch.lines.map { $0.clocked(on: session.display).text }
        lines.append("[\(timePassed(Int(stretch.to - stretch.from)))]")
      case .typed(let prompt, let line): lines.append(prompt.text + line)
      case .page: lines.append("[an empty screen]")
      case .note(let text): notes.append(text.text)
      case .rest(let time): rests.append(time)
      default: break
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Types lines, an empty one for Enter, and gives what was said.
  @discardableResult
  mutating func type(_ lines: String...) -> String {
    lines.map { hand(.line($0)) }.joined(separator: "\n")
  }

  /// Presses Enter until a place, or the end.
  mutating func goOn(until isThere: (DemoRoom) -> Bool = { _ in false }) {
    for _ in 0...2_000 where !isOver && !isThere(self) { type("") }
  }

  /// What a demo must leave behind, however it came there: the café to the byte, and the moves of
  /// the branch that led to it.
  var state: [String] {
    let attempt = session.attempt
    return [attempt.world.digest, attempt.step ?? "", "\(place)", session.prompt.text]
      + attempt.branch.map { attempt.rows[$0].entry.canonical + " " + attempt.rows[$0].typed }
  }
}
