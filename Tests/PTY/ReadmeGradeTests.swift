import Foundation
import Support
import Testing

/// What the README says of grading a class runs as it is printed there.
@Suite(.timeLimit(.minutes(3)))
struct ReadmeGradeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardized.path

  let shop: Shop

  init() throws { shop = try Shop() }

  /// The blocks for a shell in the section on grading, one after another.
  private func script() throws -> String {
    let readme = try String(contentsOfFile: Self.root + "/README.md", encoding: .utf8)
    let section = try #require(
      readme.components(separatedBy: "\n## Grade a class\n").dropFirst().first
    )
    let blocks = section.components(separatedBy: "\n## ")[0]
      .components(separatedBy: "```sh\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count == 3)
    return blocks.joined()
  }

  private func made(_ file: String) throws -> String {
    try String(contentsOfFile: shop.file(file), encoding: .utf8)
  }

  @Test func `a class of three is graded, and graded again with another key`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: shop.file("Lessons"),
      withDestinationPath: Self.root + "/Lessons"
    )
    let run = try PipedRun(
      Program(
        "/bin/bash",
        ["-c", "set -euo pipefail\n" + script()],
        environment: [
          "PATH": "\(BuiltProgram.folder):/usr/bin:/bin", "HOME": shop.home, "LANG": "C.UTF-8",
          "XDG_STATE_HOME": shop.state,
        ],
        directory: shop.path
      ),
      input: [],
      seconds: 150
    )
    #expect(run.exit == .code(0), "\(run.errors)\n\(run.output)")

    let rows = try made("grades/gradebook.csv").split(whereSeparator: \.isNewline)
    #expect(rows.count == 4)
    #expect(rows[1].hasPrefix("ann,Ann Lee,graded,6,"), "\(rows[1])")
    #expect(rows[2].hasPrefix("ben,Ben Ito,graded,0,"), "\(rows[2])")
    #expect(try made("grades/report.html").contains("Ann Lee"))
    #expect(try made("grades/feedback/ann.md").contains("Night-Watch"))
    #expect(try made("grades/xapi.jsonl").contains("\"ann\""))
    // The appeal, and then what another key would change.
    #expect(run.output.contains("when CafeInstance1 loses its power, counter moves within 2 min"))
    #expect(run.output.contains("6 of 6 points"))
    // What holds at the end is seen in the chart, and what was not asked before it.
    #expect(run.output.contains("╳━━") && run.output.contains("░━━"), "\(run.output)")
    #expect(run.output.contains("1 gain, 0 lose"))
    #expect(run.output.contains("Nothing was written."))
  }
}
