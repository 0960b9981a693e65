import CafeWorld

extension AwsRequest {
  func sns() throws(CommandError) -> Request {
    switch call.operation {
    case .createTopic: return change([.createTopic(call.required("Name"))])
    case .deleteTopic: return try deleteTopic()
    case .subscribe: return try subscribe()
    case .confirmSubscription: return try confirm()
    case .unsubscribe: return try unsubscribe()
    case .publish: return try publish()
    case .listSubscriptionsByTopic, .getTopicAttributes:
      _ = try knownTopic(call.required("TopicArn"), option: "--topic-arn")
      return asked
    default: return asked
    }
  }

  /// Deleting a topic that does not exist is no error (SNSM: DeleteTopic).
  private func deleteTopic() throws(CommandError) -> Request {
    let arn = try topicARN(call.required("TopicArn"), option: "--topic-arn")
    return change(world.topics.contains { $0.arn == arn } ? [.deleteTopic(arn: arn)] : [])
  }

  private func subscribe() throws(CommandError) -> Request {
    let arn = try topicARN(call.required("TopicArn"), option: "--topic-arn")
    let method = call.required("Protocol")
    guard method == "email" else {
      throw .badValue(
        option: "--protocol",
        value: method.shown(),
        allowed: "email; this café has no other",
        near: ["email"]
      )
    }
    guard let endpoint = call.text("Endpoint") else {
      throw service(
        "InvalidParameter",
        "Invalid parameter: Endpoint Reason: no value for required parameter"
      )
    }
    try checkReader(endpoint, of: arn)
    return change([.subscribe(topic: arn, endpoint: endpoint)])
  }

  /// Only administrators read mail here; whose topic is not there hears of that first.
  private func checkReader(_ endpoint: String, of topic: String) throws(CommandError) {
    guard world.topic(topic) != nil, world.administrator(endpoint) == nil else { return }
    let known = world.administrators.map(\.address)
    throw service(
      "InvalidParameter",
      "Invalid parameter: Email address: nobody here reads the mail of \(endpoint.shown()); "
        + "here are: \(known.joined(separator: ", "))",
      near: nearMisses(of: endpoint, in: known)
    )
  }

  /// The token is the subscription's id; the newest confirmation mail that bears it counts.
  private func confirm() throws(CommandError) -> Request {
    let arn = try knownTopic(call.required("TopicArn"), option: "--topic-arn").arn
    let token = call.required("Token")
    let mail = world.mails.last { mail in
      if case .confirmation(arn, token) = mail.content { true } else { false }
    }
    guard let mail else { throw service("InvalidParameter", "Invalid parameter: Token") }
    return change([.confirmSubscription(mail: mail.number)])
  }

  private func unsubscribe() throws(CommandError) -> Request {
    let arn = call.required("SubscriptionArn")
    for topic in world.topics {
      if let found = topic.subscriptions.first(where: { topic.arn(of: $0) == arn }) {
        return change([.unsubscribe(topic: topic.arn, endpoint: found.endpoint)])
      }
    }
    let known = world.topics.flatMap { topic in topic.subscriptions.map { topic.arn(of: $0) } }
    throw service("NotFound", "Subscription does not exist", near: nearMisses(of: arn, in: known))
  }

  private func publish() throws(CommandError) -> Request {
    guard let target = call.text("TopicArn") ?? call.text("TargetArn") else {
      throw service(
        "InvalidParameter",
        "Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter"
      )
    }
    let arn = try topicARN(target, option: "--topic-arn")
    let message = call.required("Message")
    guard !message.isEmpty else {
      throw service("InvalidParameter", "Invalid parameter: Empty message")
    }
    let subject = call.text("Subject")
    if let subject, !subject.isFitForMail {
      throw service("InvalidParameter", "Invalid parameter: Subject")
    }
    return change([.publish(topic: arn, subject: subject, message: message)])
  }
}

extension Topic {
  func arn(of subscription: Subscription) -> String { "\(arn):\(subscription.id)" }
}

extension String {
  /// A subject is of 1 to 100 printable ASCII characters (SNSM: Publish).
  fileprivate var isFitForMail: Bool {
    (1...100).contains(utf8.count) && utf8.allSatisfy { (32...126).contains($0) }
  }
}
