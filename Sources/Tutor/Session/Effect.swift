public import CafeWorld
public import Commands
public import Gradebook
public import Terminal

/// What the shell carries out, in order.
public enum Effect: Sendable {
  /// Makes a row durable, before anything after it is printed.
  case append(JournalLine)
  case print(Styled)
  /// Shows time passing: what fell when. At once where nobody watches.
  case fastForward(FastForward)
  case readFile(path: String)
  case export(path: String)
  /// Reads the journals of all lessons.
  case survey(Survey)
  /// Writes new files, of which the first was asked for; nothing is written over.
  case write([ReportFile])
  /// Signs what a learner reached, and writes it to a new file.
  case certify(path: String, Reached, name: String?)
  /// Goes on with an attempt of a lesson, perhaps a new one; or opens a review.
  case open(lesson: String, AttemptChoice)
  /// What became of one line, for `--json`.
  case report(LineReport)
  /// Opens the doors to other programs, or closes them.
  case live(Bool)
  /// Lights the stage, on this port where one is named, or darkens it.
  case stage(Bool, port: Int?)
  /// Tells ten characters that stand for the whole journal.
  case checkpoint
  /// Seals the journal for the instructor; nil: into a file whose name the shell chooses.
  case submit(path: String?)
  /// A demo types a line behind a prompt, as somebody at the keyboard would.
  case typed(prompt: Styled, line: String)
  /// What follows begins on an empty screen.
  case page
  /// For the presenter alone.
  case note(Styled)
  /// The room needs about so many milliseconds before the demo goes on by itself.
  case rest(milliseconds: Int)
  case quit
}

/// A row of the journal as far as the session knows it; the shell adds wall time and chain.
public struct JournalLine: Hashable, Sendable {
  public let sequence: Int
  /// Virtual milliseconds since 1970.
  public let virtualTime: Int64
  public let kind: String
  public let typed: String
  /// The canonical entry, as JSON.
  public let canonical: String
  public let digest: String
}

/// A stretch of virtual time and what happened in it.
public struct FastForward: Sendable {
  public let from: Instant
  public let to: Instant
  public let lines: [NarratedLine]
  /// Whether a room is to see it pass.
  public var isSlow = false
}

/// What became of one line.
public struct LineReport: Sendable {
  public let line: String
  public let accepted: Bool
  public let time: Instant
  public let events: [NarratedLine]
  /// The present step's conditions: whether each holds.
  public let conditions: [(id: String, isMet: Bool)]
}
