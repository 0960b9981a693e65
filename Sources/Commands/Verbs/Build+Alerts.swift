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

  struct CreateAlarm: WordVerb {
    static let configuration = CommandConfiguration(
      "create alarm",
      "Has CloudWatch tell a topic when a health check turns unhealthy.",
      """
      Once a minute CloudWatch looks at the lowest status of the last minute. The alarm's actions \
      are carried out when its state changes, not while it stays.
      """,
      example: "create alarm Site-Down --health-check Primary --topic Cafe-Alerts"
    )

    @Argument(help: "What it shall be called.") var name: String
    @Option(
      help: .init("The health check to watch.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var healthCheck: String
    @Option(
      help: .init("Gets the message when the state turns to ALARM.", valueName: "topic"),
      completion: .list(["@topic"])
    )
    var topic: [String]
    @Option(
      help: .init("Gets the message when the state turns to OK.", valueName: "topic"),
      completion: .list(["@topic"])
    )
    var okAction: [String] = []
    @Option(help: .init("What the mail says about it.", valueName: "text"))
    var description: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard context.world.alarm(name) == nil else { throw .nameTaken(.alarm, name) }
      let settings = AlarmSettings(
        name: name,
        description: description,
        healthCheckID: try context.healthCheck(healthCheck).id,
        alarmActions: try context.topics(topic),
        okActions: try context.topics(okAction)
      )
      return .change([.putAlarm(settings)], showing: .events)
    }
  }

  struct UpdateAlarm: WordVerb {
    static let configuration = CommandConfiguration(
      "update alarm",
      "Changes what an alarm watches or tells.",
      "What is not given stays as it is.",
      example: "update alarm Site-Down --ok-action Cafe-Alerts"
    )

    @Argument(help: "Its name.", completion: .list(["@alarm"])) var alarm: String
    @Option(
      help: .init("The health check to watch.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var healthCheck: String?
    @Option(
      help: .init("Gets the message when the state turns to ALARM.", valueName: "topic"),
      completion: .list(["@topic"])
    )
    var topic: [String] = []
    @Option(
      help: .init("Gets the message when the state turns to OK.", valueName: "topic"),
      completion: .list(["@topic"])
    )
    var okAction: [String] = []
    @Option(help: .init("What the mail says about it.", valueName: "text"))
    var description: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let old = try context.alarm(alarm).settings
      var new = old
      if let healthCheck { new.healthCheckID = try context.healthCheck(healthCheck).id }
      if !topic.isEmpty { new.alarmActions = try context.topics(topic) }
      if !okAction.isEmpty { new.okActions = try context.topics(okAction) }
      new.description = description ?? old.description
      let isGiven = healthCheck != nil || description != nil || !(topic + okAction).isEmpty
      guard isGiven else {
        throw .misuse("Say what to change; `help update alarm` lists the options.")
      }
      return .change([.putAlarm(new)], showing: .events)
    }
  }

  struct DeleteAlarm: WordVerb {
    static let configuration = CommandConfiguration(
      "delete alarm",
      "Deletes an alarm.",
      example: "delete alarm Site-Down"
    )

    @Argument(help: "Its name.", completion: .list(["@alarm"])) var alarm: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .change([.deleteAlarm(try context.alarm(alarm).name)], showing: .events)
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
