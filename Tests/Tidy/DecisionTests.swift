import Foundation
import Testing

/// `Sources/Route53/README.md` lists what the engine decides where the public sources are silent.
@Suite(.timeLimit(.minutes(1)))
struct `The page of decisions` {
  private static let room =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Sources/Route53/"

  /// The names of the constants and texts in the files of decisions.
  private static func made() throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: room)
      .filter { $0.hasPrefix("Decisions") && $0.hasSuffix(".swift") }
    return try files.sorted().flatMap { file in
      try String(contentsOfFile: room + file, encoding: .utf8).split(separator: "\n")
        .compactMap { line in
          line.firstMatch(of: /^  static (?:let|func) (\w+)/).map { String($0.1) }
        }
    }
  }

  /// The names with which the rows of the page's tables begin.
  private static func listed() throws -> [String] {
    try String(contentsOfFile: room + "README.md", encoding: .utf8).split(separator: "\n")
      .compactMap { line in line.firstMatch(of: /^\| `(\w+)` \|/).map { String($0.1) } }
  }

  @Test func `names every one of them, once`() throws {
    let (made, listed) = (try Self.made(), try Self.listed())
    #expect(made.count > 50)
    for name in Set(made) where !listed.contains(name) {
      Issue.record("\(name) is decided, but the page does not say so")
    }
    for name in listed where !made.contains(name) {
      Issue.record("the page names \(name), which is not decided any more")
    }
    #expect(Set(listed).count == listed.count)
  }
}
