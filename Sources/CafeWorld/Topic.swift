/// An SNS topic in us-east-1 with its e-mail subscriptions.
public struct Topic: Hashable, Sendable, Codable {
  public let name: String
  public internal(set) var subscriptions: [Subscription] = []

  /// The only region in which Route 53's metrics, and so the alarm's topic, live.
  public static let region = "us-east-1"
  public static let account = "123456789012"

  public var arn: String { Self.arn(name: name) }

  public static func arn(name: String) -> String { "arn:aws:sns:\(region):\(account):\(name)" }

  func add(to print: inout Fingerprint) {
    print.add(name)
    for subscription in subscriptions {
      print.add(subscription.id)
      print.add(subscription.endpoint)
      print.add(subscription.isConfirmed)
    }
  }
}

/// An e-mail subscription; nothing is delivered until its owner has followed the link in the mail.
public struct Subscription: Hashable, Sendable, Codable {
  /// A UUID, the last part of the subscription's ARN.
  public let id: String
  public let endpoint: String
  public let requestedAt: Instant
  public internal(set) var isConfirmed = false

  /// The token in the confirmation link is valid for two days (SNSM: Subscribe).
  public static let tokenLife: Milliseconds = 2 * .day
}
