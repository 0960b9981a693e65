import Foundation
import Terminal
import Testing

/// Text that was read by a person once and must stay as it is.
///
/// A missing file is written and fails the test; `UPDATE_GOLDEN=1` writes every file anew, and
/// fails as well.
func expectGolden(
  _ name: String,
  _ text: String,
  at location: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).txt")
  let isNew = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
  if !isNew, let known = try? String(contentsOf: file, encoding: .utf8) {
    #expect(text + "\n" == known, "\(name).txt", sourceLocation: location)
    return
  }
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(),
    withIntermediateDirectories: true
  )
  try Data((text + "\n").utf8).write(to: file)
  Issue.record("\(name).txt was recorded: read it, then run again", sourceLocation: location)
}

/// The displays on which every view is looked at, by name.
enum Displays {
  static let all: [(name: String, display: Display)] = [
    ("80 columns", Display(width: 80, colour: false)),
    ("60 columns", Display(width: 60, colour: false)),
    ("80 columns, ASCII", Display(width: 80, colour: false, unicode: false)),
    ("linear", Display(width: 80, linear: true)),
  ]

  /// One text of what a view draws on all of them.
  static func drawn(_ view: (Display) -> Styled) -> String {
    all.map { name, display in
      "==== \(name)\n" + render(view(display), on: display)
    }.joined(separator: "\n")
  }
}
