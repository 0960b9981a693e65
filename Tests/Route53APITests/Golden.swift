import Foundation
import Testing

/// An answer that a person has read once and that must stay as it is.
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
  try Data((text + "\n").utf8).write(to: file)
  Issue.record("\(name).txt was recorded: read it, then run again", sourceLocation: location)
}
