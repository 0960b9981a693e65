import CafeWorld
import DNS
import Route53
import Terminal

/// A health check, an alarm or a topic that was deleted, by whose name people still ask.
struct Departure {
  let kind: String
  let name: String
  let at: Instant

  /// The latest that had this name, as it stands or in a hosted zone of the world; nil: none had.
  ///
  /// `events` is everything that happened, oldest first.
  init?(of name: DomainName, in world: World, events: [Event]) {
    var checks: [HealthCheckID: String] = [:]
    var latest: Departure?
    for event in events {
      guard let (kind, text) = Self.end(event.fact, &checks), let gone = try? DomainName(text),
        gone == name || world.hostedZones.contains(where: { gone.below($0.name) == name })
      else { continue }
      latest = Departure(kind: kind, name: text, at: event.at)
    }
    guard let latest else { return nil }
    self = latest
  }

  private init(kind: String, name: String, at: Instant) {
    (self.kind, self.name, self.at) = (kind, name, at)
  }

  /// What a fact deletes, by kind and name; `checks` are the names of health checks so far.
  private static func end(
    _ fact: Fact,
    _ checks: inout [HealthCheckID: String]
  ) -> (kind: String, name: String)? {
    if case .healthCheckCreated(let id, let name, _, _) = fact { checks[id] = name }
    if case .healthCheckRenamed(let id, let name) = fact { checks[id] = name }
    if case .healthCheckDeleted(let id) = fact {
      return checks[id].map { (kind: "health check", name: $0) }
    }
    if case .alarmDeleted(let name) = fact { return (kind: "alarm", name: name) }
    guard case .topicDeleted(let arn) = fact, let name = arn.split(separator: ":").last else {
      return nil
    }
    return (kind: "topic", name: String(name))
  }

  /// What it was, and where to look.
  func sentence(seenFrom now: Instant) -> Styled {
    let list = "list \(kind.replacing(" ", with: "-"))s"
    let article = kind == "alarm" ? "an" : "a"
    return "\(name, .strong) was \(article) \(kind), and was deleted at "
      + "\(at.clock(seenFrom: now)). No record has that name. `\(list)` shows those that there are."
  }
}
