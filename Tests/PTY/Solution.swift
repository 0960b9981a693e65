import Foundation

/// Lines that solve the lesson: the model solutions of its steps, and right answers.
struct Solution {
  let script: String

  init() throws {
    let path = #filePath.replacing("Tests/PTY/Solution.swift", with: "Lessons/cafe-failover.lab.md")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines: [String] = []
    for step in text.split(separator: "\n## ").dropFirst() {
      if let start = step.range(of: "```solve\n"),
        let end = step.range(of: "```", range: start.upperBound..<step.endIndex)
      {
        lines += step[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
      }
      if step.contains("{#questions}") { lines += Self.answers }
      lines.append("next")
    }
    script = lines.joined(separator: "\n") + "\n"
  }

  /// The numbers are what the engine counts when the solutions above are played.
  private static let answers = ["a health check", "failover routing", "type A", "11965", "2"]
}
