/// A mail in an administrator's mailbox.
public struct Mail: Hashable, Sendable, Codable {
  /// Counted from 1 over all mailboxes: the number that `read` takes.
  public let number: Int
  public let recipient: String
  public let at: Instant
  public let content: Content
  public internal(set) var isRead = false

  public enum Content: Hashable, Sendable, Codable {
    /// SNS asks whether the owner of the address wants the topic's mail.
    case confirmation(topic: String, subscription: String)
    /// CloudWatch tells of an alarm's change through a topic.
    case alarm(AlarmNotice)
    /// Somebody published to the topic.
    case message(topic: String, subscription: String, subject: String?, body: String)
  }

  func add(to print: inout Fingerprint) {
    print.add(number)
    print.add(recipient)
    print.add(at)
    print.add(isRead)
    print.add(subject)
  }
}

/// What an alarm's mail tells.
public struct AlarmNotice: Hashable, Sendable, Codable {
  public let settings: AlarmSettings
  public let from: AlarmState
  public let to: AlarmState
  public let reason: AlarmReason
  public let at: Instant
  public let topic: String
  public let subscription: String
}

/// Somebody who gets mail.
public struct Administrator: Hashable, Sendable, Codable {
  public let name: String
  public let address: String

  public init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}
