import Commands
public import Gradebook
public import Lab
import Terminal

/// What a learner takes home: a runbook, and a certificate.
extension Session {
  /// `notes`: a page on the screen, or with a path a runbook in a file.
  mutating func notes(to path: String?, typed line: String) {
    guard let path else { return notes(typed: line) }
    guard let lesson else { return refuseWithoutLesson(line) }
    guard dealt == nil else {
      return refuse(
        line: line,
        Styled("A runbook is of a lesson. `notes` shows what you did here.")
      )
    }
    guard let kind = RunbookPages.Kind(path: path) else {
      return refuse(
        line: line,
        Styled("A runbook is Markdown or HTML: `notes --out \(lesson.id).html`, or `.md`.")
      )
    }
    let runbook = Runbook(of: attempt, in: lesson, under: rules)
    guard let pages = try? RunbookPages(asset) else {
      preconditionFailure("the page of a runbook is a template, which a test reads")
    }
    effects.append(.write(pages.files(of: runbook, kind, to: path)))
    finish(line, accepted: true)
  }

  mutating func written(_ path: String, _ problem: String?) {
    told(problem.map { "\(path) is not written: \($0)." }, "The runbook is in \(path).")
  }

  /// `certificate`: only for a lesson that is done; the shell signs it.
  mutating func certificate(to path: String?, of name: String?, typed line: String) {
    guard let lesson else { return refuseWithoutLesson(line) }
    if let name, let reason = Certificate.objection(to: name) {
      return refuse(line: line, Styled(reason))
    }
    guard let reached = Reached(attempt, in: lesson, under: rules) else {
      return refuse(line: line, Styled(Self.notDone(attempt.record, lesson, under: rules)))
    }
    let path = path ?? Certificate.fileName(of: lesson.id)
    effects.append(.certify(path: path, reached, name: name))
    finish(line, accepted: true)
  }

  /// Why there is no certificate yet, and where to go on.
  public static func notDone(
    _ record: Record,
    _ lesson: Lesson,
    under rules: Rules
  ) -> String {
    guard rules.tellsPoints else { return notTold(lesson) }
    let open = lesson.steps.filter { !record.isPassed($0) }
    return "A certificate is for a lesson that is done. Of \(lesson.id) "
      + "\(counted(open.count, "step")) of \(lesson.steps.count) "
      + "\(open.count == 1 ? "is" : "are") open: "
      + listed(open.prefix(4).map { "`\($0.id)`" } + (open.count > 4 ? ["others"] : [])) + "."
  }

  /// Why nothing is said of what a sitting has come to, and when it will be.
  public static func notTold(_ lesson: Lesson) -> String {
    "What your sitting of \(lesson.id) has come to is told when it is closed: `next` in its last "
      + "step closes it."
  }

  mutating func certified(_ path: String, _ problem: String?) {
    told(
      problem.map { "\(path) is not written: \($0)." },
      "The certificate is in \(path). Your installation has signed it; "
        + "`cafe certificate verify \(path)` checks it."
    )
  }

  /// A mark and a sentence: what went wrong, or that it is done.
  private mutating func told(_ problem: String?, _ success: String) {
    let sign = (problem == nil ? Sign.done : .failed).drawn(on: display)
    let text = sign + Styled(" ") + spans(problem ?? success, on: display)
    say(text.wrapped(to: display.proseWidth, hanging: Styled("  ")).joined())
  }
}
