import Foundation
import Support
import Testing

/// The README's transcript is a real one.
@Suite(.timeLimit(.minutes(1)))
struct ReadmeTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test func `the transcript is what the program prints`() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../README.md")
    let readme = try String(contentsOf: path, encoding: .utf8)
    let block = try #require(
      readme.components(separatedBy: "```console\n").dropFirst().first?
        .components(separatedBy: "```").first
    )
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let arguments = try #require(lines.first).split(separator: " ").dropFirst(2).map(String.init)
    let typed = lines.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) + "\n" }
    try #require(typed.count > 1)
    let run = try shop.run(arguments, input: typed.joined())
    #expect(run.exit == .code(0))
    #expect(run.output == lines.dropFirst().joined(separator: "\n"))
  }
}
