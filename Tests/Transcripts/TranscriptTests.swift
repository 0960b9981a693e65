import Foundation
import Testing
import Tutor

/// Whole sessions, as a learner sees them.
///
/// `UPDATE_GOLDEN=1` records them anew, and then fails.
@Suite(.timeLimit(.minutes(1)))
struct TranscriptTests {
  /// Every transcript by its name in `Sessions`.
  static let names = [
    "aws-session", "bad-input", "bare-failover", "batches", "batch-files", "chaos", "health-kinds",
    "hints-and-solutions",
    "lesson-outage", "lesson-predictions", "lesson-quiz", "mending", "read-only", "resumed",
    "routing", "routing-aws", "time-travel", "two-shores",
  ]

  @Test(arguments: names)
  func `a session reads as it did`(name: String) throws {
    let transcript = try Transcript(named: name)
    var rehearsal = try Rehearsal(transcript)
    let played = rehearsal.play()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try transcript.record(played)
      Issue.record("\(name) is recorded anew: read what `git diff` says of it")
    }
    for (expected, found) in zip(transcript.exchanges, played) where expected != found {
      Issue.record(
        """
        after “> \(expected.line)”, expected:
        \(expected.output.joined(separator: "\n"))
        found:
        \(found.output.joined(separator: "\n"))
        """
      )
      break
    }
    #expect(transcript.exchanges.count == played.count)
  }

  @Test(arguments: names)
  func `the rows of a session lead to the same café once more`(name: String) throws {
    var rehearsal = try Rehearsal(try Transcript(named: name))
    _ = rehearsal.play()
    #expect(try rehearsal.digestsFoldedAgain() == rehearsal.rows.map(\.digest))
    #expect(rehearsal.rows.map(\.sequence) == Array(0..<rehearsal.rows.count))
  }

  @Test(arguments: names)
  func `nothing that a terminal obeys is shown`(name: String) throws {
    var rehearsal = try Rehearsal(try Transcript(named: name))
    for exchange in rehearsal.play() {
      for line in exchange.output {
        #expect(
          !line.unicodeScalars.contains { $0.properties.generalCategory == .control },
          "\(name), after “> \(exchange.line)”"
        )
      }
    }
  }

  @Test func `no transcript is without its test`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Transcript.folder).sorted()
    #expect(files == Self.names.map { $0 + ".txt" }.sorted())
  }
}
