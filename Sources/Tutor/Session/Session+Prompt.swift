import CafeWorld
import Lab
public import Terminal

extension Session {
  /// What the prompt shows: the step, the café's time, and what is special now.
  public var prompt: Styled {
    var prompt = Styled()
    if unsaved != nil { prompt += Styled("not saved ", .warning.bold) }
    if isReadOnly { prompt += Styled("read-only ", .warning) }
    if let asking { return prompt + asking.prompt }
    prompt += Styled(step?.id ?? "café", .accent.bold)
    prompt += Styled(" " + world.now.civil(local: true).clock, .quiet)
    if let draft = attempt.cafe.draft {
      prompt += Styled(" batch(\(draft.changes.count))", .warning)
    }
    return prompt + Styled("> ")
  }
}
