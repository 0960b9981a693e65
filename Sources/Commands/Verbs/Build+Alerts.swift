import ArgumentParser
import CafeWorld

extension Build {
  struct CreateTopic: WordVerb {
    static let configuration = CommandConfiguration(
      "create topic",
      "Creates an SNS topic, which passes messages on to its subscribers.",
      "It lives in us-east-1, as all that Route 53 tells CloudWatch does.",
      example: "create topic Cafe-Alerts"
    )

    @Argument(help: "Letters, digits, hyphens and underscores.") var name: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard context.world.topic(name) == nil else { throw .nameTaken(.topic, name) }
      return .change([.createTopic(name)], showing: .events)
    }
  }

  struct DeleteTopic: WordVerb {
    static let configuration = CommandConfiguration(
      "delete topic",
      "Deletes a topic with its subscriptions.",
      example: "delete topic Cafe-Alerts"
    )

    @Argument(help: "Its name or ARN.", completion: .list(["@topic"])) var topic: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .change([.deleteTopic(arn: try context.topic(topic).arn)], showing: .events)
    }
  }

  struct Subscribe: WordVerb {
    static let configuration = CommandConfiguration(
      "subscribe",
      "Asks that a topic's messages be mailed to somebody.",
      "Nothing is sent before the owner of the mailbox has agreed: see `confirm`.",
      example: "subscribe Cafe-Alerts sofia@cafe.example"
    )

    @Argument(help: "The topic.", completion: .list(["@topic"])) var topic: String
    @Argument(help: "The address, or its owner's name.", completion: .list(["@mailbox"]))
    var email: String

    static func complaint(about words: [String]) -> String? {
      words.count == 1 && words[0].contains("@")
        ? "The topic is missing: to which one should \(words[0].shown()) be subscribed?" : nil
    }

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let topic = try context.topic(topic)
      let owner = try context.mailbox(email)
      return .change([.subscribe(topic: topic.arn, endpoint: owner.address)], showing: .events)
    }
  }

  struct DeleteSubscription: WordVerb {
    static let configuration = CommandConfiguration(
      "delete subscription",
      "Ends the mail of a topic to somebody.",
      example: "delete subscription Cafe-Alerts sofia@cafe.example"
    )

    @Argument(help: "The topic.", completion: .list(["@topic"])) var topic: String
    @Argument(help: "The address, or its owner's name.", completion: .list(["@mailbox"]))
    var email: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let topic = try context.topic(topic)
      let endpoint = try context.mailbox(email).address
      guard topic.subscriptions.contains(where: { $0.endpoint == endpoint }) else {
        let near = topic.subscriptions.map(\.endpoint)
        throw .unknownName(.subscription, endpoint, near: Array(near.prefix(3)))
      }
      return .change([.unsubscribe(topic: topic.arn, endpoint: endpoint)], showing: .events)
    }
  }

  struct Confirm: WordVerb {
    static let configuration = CommandConfiguration(
      "confirm",
      "Follows the link in a confirmation mail.",
      "Of several mails the newest that is not confirmed yet is meant; a number means that mail.",
      example: "confirm sofia@cafe.example"
    )

    @Argument(
      help: .init("The address, its owner's name, or a mail's number.", valueName: "email"),
      completion: .list(["@mailbox"])
    )
    var email: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .change([.confirmSubscription(mail: try mail(in: context))], showing: .events)
    }

    private func mail(in context: ParseContext) throws(CommandError) -> Int {
      if let number = Int(email) {
        guard context.world.mail(number) != nil else {
          throw .unknownName(.mail, email, near: [])
        }
        return number
      }
      let owner = try context.mailbox(email)
      let asked = context.world.mails.filter { $0.recipient == owner.address && $0.isConfirmation }
      let open = asked.last { context.world.isUnconfirmed($0) }
      guard let mail = open ?? asked.last else {
        throw .unknownName(.subscription, owner.address, near: [])
      }
      return mail.number
    }
  }
}

extension Mail {
  fileprivate var isConfirmation: Bool {
    if case .confirmation = content { true } else { false }
  }
}

extension World {
  /// Whether a confirmation mail belongs to a subscription that still waits for it.
  fileprivate func isUnconfirmed(_ mail: Mail) -> Bool {
    guard case .confirmation(let arn, let id) = mail.content else { return false }
    return topic(arn)?.subscriptions.contains { $0.id == id && !$0.isConfirmed } ?? false
  }
}
