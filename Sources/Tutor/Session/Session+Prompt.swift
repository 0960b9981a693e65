import CafeWorld
import Gradebook
import Lab
public import Terminal

extension Session {
  /// What the prompt shows: the step, the café's time, and what is special now.
  public var prompt: Styled {
    var prompt = Styled()
    if unsaved != nil { prompt += Styled("not saved ", .warning.bold) }
    if isReadOnly { prompt += Styled("read-only ", .warning) }
    if let demo { prompt += lead(of: demo) }
    return prompt + (asking?.prompt ?? promptOfPlace)
  }

  /// The prompt without what is special about this session.
  var promptOfPlace: Styled {
    var prompt = Styled(place, .accent.bold)
    if dealt != nil, step == nil { return prompt + Styled("> ") }
    prompt += Styled(" " + world.now.civil(local: true).clock, .quiet)
    if let draft = attempt.cafe.draft {
      prompt += Styled(" batch(\(draft.changes.count))", .warning)
    }
    return prompt + Styled("> ")
  }

  /// Where the learner is, in a word or two.
  private var place: String {
    if review != nil { return "review" }
    guard dealt != nil, let lesson else { return step?.id ?? "café" }
    guard let step, let number = lesson.steps.firstIndex(where: { $0.id == step.id }) else {
      return "quiz"
    }
    return "item \(number + 1)/\(lesson.steps.count)"
  }
}
