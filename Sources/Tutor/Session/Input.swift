public import CafeWorld

/// What the shell tells the session.
public enum Input: Hashable, Sendable {
  /// The session begins, or goes on: say where the learner is.
  case greet
  case line(String)
  /// Somebody has pressed a key in a demo that went on by itself.
  case takenOver
  /// A line that could not be taken: over 4 KiB, or not text.
  case unreadable(reason: String)
  /// Ctrl-C at the prompt.
  case interrupted
  /// The content of a file that `readFile` asked for; nil content: why it could not be read.
  case file(path: String, content: String?, problem: String?)
  /// The last row could not be saved; work goes on in memory.
  case notSaved(reason: String)
  case saved
  case exported(path: String, problem: String?)
  case resized(columns: Int)
  /// What the journals of all lessons tell, before the greeting.
  case remembered(Past)
  /// The same, read anew because it was asked for.
  case surveyed(Survey, Past)
  /// What became of the files that were to be written.
  case written(path: String, problem: String?)
  /// What became of a certificate.
  case certified(path: String, problem: String?)
  /// The doors are open: how other programs find the café, one line each.
  case opened([String])
  /// The doors are closed, or could not be opened for a reason.
  case closed(reason: String?)
  /// The stage is lit: where a browser finds its page.
  case lit(page: String)
  /// The stage is dark, or could not be lit for a reason.
  case darkened(reason: String?)
  /// So many milliseconds have passed since the first item of a quiz was opened.
  case elapsed(Int64)
  /// What stands for the whole journal.
  case checkpoint(String)
  /// What became of handing in: the lines of the receipt, or why not.
  case submitted([String], problem: String?)
  /// It is this time by the clock that the café runs by.
  case struck(Instant)
}
