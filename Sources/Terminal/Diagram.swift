/// The picture of a site behind DNS: who asks, the service that answers, where it sends them.
///
/// At the top the users, below them the service, below that one or two targets side by side.
/// At the right of the service what watches it, and above that the mailbox that an alarm fills.
public struct Diagram: Sendable, Equatable {
  /// How a part fares.
  ///
  /// It shows as a sign in the frame as well as in colour.
  public enum State: Sendable, Equatable { case plain, good, bad, warning, quiet }

  /// What a line carries.
  ///
  /// Each has its own stroke and head: traffic double (ASCII `*`), what waits thin, what is cut
  /// dashed and ending in a cross.
  public enum Flow: Sendable, Equatable, CaseIterable { case active, idle, dead }

  /// A part: its name and what is known of it, a line each.
  public struct Box: Sendable, Equatable {
    public var title: String
    public var lines: [Styled]
    public var state: State

    public init(_ title: String, lines: [Styled] = [], state: State = .plain) {
      self.title = sanitised(title)
      self.lines = lines
      self.state = state
    }
  }

  /// A line between two parts, with the word that says what it is ("traffic", "standby").
  public struct Link: Sendable, Equatable {
    public var flow: Flow
    public var label: String

    public init(_ flow: Flow, _ label: String) {
      self.flow = flow
      self.label = sanitised(label)
    }
  }

  /// A part together with the line that leads to it.
  public struct Linked: Sendable, Equatable {
    public var box: Box
    public var link: Link

    public init(_ box: Box, _ link: Link) {
      self.box = box
      self.link = link
    }
  }

  public var users: Box
  /// The service, and the line from the users to it.
  public var service: Linked
  /// What watches, and the line by which it tells the service.
  public var watcher: Linked?
  /// The mailbox, and the line from the watcher's alarm to it.
  public var mailbox: Linked?
  /// Where the service leads, first the one on the left.
  public var targets: [Linked]

  public init(
    users: Box,
    service: Linked,
    watcher: Linked? = nil,
    mailbox: Linked? = nil,
    targets: [Linked]
  ) {
    self.users = users
    self.service = service
    self.watcher = watcher
    self.mailbox = mailbox
    self.targets = targets
  }

  /// The picture, at most 100 columns wide; sentences on a linear or narrow display, and for more
  /// than two targets.
  public func drawn(on display: Display) -> Styled {
    display.drawsPictures && targets.count <= 2 ? picture(on: display) : sentences(on: display)
  }

  private func sentences(on display: Display) -> Styled {
    var lines: [Styled] = [sentence(for: users), tell(users, service.link, service.box)]
    lines.append(sentence(for: service.box))
    if let watcher: Linked {
      lines.append(sentence(for: watcher.box))
      lines.append(tell(watcher.box, watcher.link, service.box))
    }
    for target: Linked in targets {
      lines.append(tell(service.box, target.link, target.box))
      lines.append(sentence(for: target.box))
    }
    if let mailbox: Linked {
      lines.append(tell(watcher?.box, mailbox.link, mailbox.box))
      lines.append(sentence(for: mailbox.box))
    }
    return lines.filter { !$0.isEmpty }.flatMap {
      $0.wrapped(to: display.width, hanging: "  ")
    }.joined()
  }

  private func sentence(for box: Box) -> Styled {
    guard !box.lines.isEmpty else { return Styled() }
    return Styled("\(box.title): ").over(.strong)
      + box.lines.map { $0.lines.joined(separator: " ") }.joined(separator: "; ") + "."
  }

  private func tell(_ source: Box?, _ link: Link, _ target: Box) -> Styled {
    guard !link.label.isEmpty else { return Styled() }
    let origin: String = source.map { "From \($0.title) to" } ?? "To"
    return Styled("\(origin) \(target.title): \(link.label).")
  }
}
