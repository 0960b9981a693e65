import Glibc
import LineEditor
import Terminal
import Tutor

/// Whoever gives a demo: its pace, and where it is written down besides the screen.
final class Presenter {
  private let speed: Double
  /// Whether the demo goes on by itself.
  private(set) var isAuto: Bool
  /// Whether somebody sits at a terminal, so that time is real.
  let isWatched: Bool
  let cast: Cast?
  private var notes: NotesPlace?
  /// The milliseconds that the room needs before the demo goes on.
  var needed = 2_000

  init(speed: Double, isAuto: Bool, isWatched: Bool, cast: Cast?, notes: NotesPlace?) {
    self.speed = speed
    self.isAuto = isAuto
    self.isWatched = isWatched
    self.cast = cast
    self.notes = notes
  }

  /// So many milliseconds at the speed that was asked for.
  func pace(_ milliseconds: Int) -> Int { Int(Double(milliseconds) / speed) }

  /// Lets time go by, which a key cuts short; where nobody watches, only in the recording.
  ///
  /// `editor`: what can see a key; nil where lines come as they are.
  func wait(_ milliseconds: Int, watching editor: LineEditor?) -> KeyWait {
    if let editor { return editor.waitForKey(milliseconds: pace(milliseconds)) }
    if isWatched {
      poll(nil, 0, Int32(clamping: pace(milliseconds)))
    } else {
      cast?.pass(milliseconds: pace(milliseconds))
    }
    return .timedOut
  }

  /// Gives the room its time; Enter and the space bar cut it short, any other key takes over.
  ///
  /// - Returns: whether the demo still goes on by itself.
  func rest(watching editor: LineEditor?) -> Bool {
    switch wait(needed, watching: editor) {
    case .timedOut, .key(0x0A), .key(0x0D), .key(0x20): break
    case .key, .interrupted, .terminated: isAuto = false
    }
    return isAuto
  }

  /// Writes a note; when its place is gone, that is said once.
  func note(_ text: Styled, warn: (String) -> Void) {
    guard let place = notes else { return }
    if let problem = place.write(text) {
      notes = nil
      warn("The notes are no longer written: \(problem.text).")
    }
  }
}
