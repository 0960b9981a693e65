public import CafeWorld
public import Terminal

/// What happened, told to a learner.
public enum Narration {
  /// Where the mail that is told of can be read.
  public enum Mailbox: Hashable, Sendable {
    case prompt
    /// Below a URL.
    case url(String)
    /// It came on a copy of the café, which nobody can look into.
    case nowhere
  }

  /// What a person would notice of these events, oldest first.
  ///
  /// They are played again from the world before the first of them. Without `orders` nothing is
  /// said of what customers did meanwhile.
  public static func lines(
    _ events: [Event],
    before: World,
    after: World,
    orders: Bool = true,
    mailbox: Mailbox = .prompt,
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
