public import CafeWorld
public import Terminal

/// What happened, told to a learner.
public enum Narration {
  /// What a person would notice of these events, oldest first.
  ///
  /// They are played again from the world before the first of them. Without `orders` nothing is
  /// said of what customers did meanwhile. `mailbox`: the URL below which mail can be read; with
  /// nil it is read at the prompt.
  public static func lines(
    _ events: [Event],
    before: World,
    after: World,
    orders: Bool = true,
    mailbox: String? = nil,
    on display: Display
  ) -> [NarratedLine] {
    var narrator = Narrator(world: before, display: display, mailbox: mailbox)
    for (index, event) in events.enumerated() {
      let next = index + 1 < events.count ? events[index + 1] : nil
      narrator.tell(event, next: next)
    }
    return narrator.finished(before: orders ? before : after, after: after)
  }
}
