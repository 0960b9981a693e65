public import Lab

/// A presenter's place in the script of a lesson.
///
/// The demo keeps no world of its own: for each place it knows the row of the attempt that it led
/// to, and going back to a place is going back to that row.
public struct Demo: Sendable {
  public let script: DemoScript
  /// Whether a screen shows one paragraph, for the last row of a room.
  public let isBig: Bool
  /// Who lets it go on now.
  var pace: Pace
  /// The step to begin in, as if those before it had been shown; nil: the first.
  let firstStep: String?
  /// For each place from 0 to the present one, the row whose café is the present one there.
  var rows: [Int]
  /// The question that the room has been asked last.
  public internal(set) var poll: Poll?
  /// Whether the room is still thinking about it.
  var isAsking = false
  /// Whether it was said that the keyboard is somebody else's now.
  var saidThatItWaits = false
  /// The script has the keyboard, so nobody needs coaching.
  var isTyping = false
  /// A stretch of time is to be seen passing.
  var isWatching = false

  /// Who lets a demo go on.
  public enum Pace: Hashable, Sendable {
    /// Whoever presses Enter.
    case keyboard
    /// The demo itself, until somebody presses a key.
    case itself
    /// The demo itself, where nobody's keys are seen.
    case unattended
  }

  public init(
    _ script: DemoScript,
    isBig: Bool = false,
    pace: Pace = .keyboard,
    from step: String? = nil
  ) {
    self.script = script
    self.isBig = isBig
    self.pace = pace
    firstStep = step
    rows = [0]
  }

  /// The most columns of a big screen.
  public static let bigWidth = 64

  /// How many cues have been shown.
  public var place: Int { rows.count - 1 }

  public var isOver: Bool { place >= script.cues.count }

  /// The cue that comes next.
  var next: DemoCue? { isOver ? nil : script.cues[place] }

  /// Whether the presenter is waited for after a cue.
  func pauses(after cue: DemoCue) -> Bool {
    switch cue.pause {
    case .always: true
    case .betweenParagraphs: isBig
    case .never: false
    }
  }

  /// The place of so many pauses before a place; the beginning is one.
  func place(_ count: Int, before place: Int) -> Int {
    var found = place
    for _ in 0..<count {
      guard found > 0 else { break }
      found = (0..<found - 1).last { pauses(after: script.cues[$0]) }.map { $0 + 1 } ?? 0
    }
    return found
  }
}
