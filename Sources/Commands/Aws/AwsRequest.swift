import CafeWorld
import Route53

/// A checked call on its way to what carries it out.
struct AwsRequest {
  let call: AwsCall
  let world: World

  /// A question, or nothing to do: the world stays as it is.
  var asked: Request { .ask(.aws(call)) }

  /// Commands, or, if there is nothing left to do, only the answer.
  func change(_ commands: [Command]) -> Request {
    commands.isEmpty ? asked : .change(commands, showing: .aws(call))
  }

  func service(_ code: String, _ message: String, near: [String] = []) -> CommandError {
    AwsFault.service(code, message, call.operation, near: near)
  }

  func notHere(_ what: String, _ has: String) -> CommandError {
    AwsFault.notHere(what, has, call.operation)
  }

  /// The id of a health check, whether or not it exists; the CLI takes no names.
  func healthCheckID(_ member: String, option: String) throws(CommandError) -> HealthCheckID {
    try healthCheckID(of: call.required(member), option: option)
  }

  func healthCheckID(
    of text: String,
    option: String
  ) throws(CommandError) -> HealthCheckID {
    let id = HealthCheckID(text)
    if call.isTyped, world.healthCheck(id) == nil, let check = world.healthChecks(named: text).last
    {
      throw wantsID(option, text, check.id.text)
    }
    return id
  }

  func knownHealthCheck(_ member: String, option: String) throws(CommandError) -> HealthCheck {
    try knownHealthCheck(of: call.required(member), option: option)
  }

  func knownHealthCheck(
    of text: String,
    option: String
  ) throws(CommandError) -> HealthCheck {
    let id = try healthCheckID(of: text, option: option)
    guard let check = world.healthCheck(id) else {
      throw service(
        "NoSuchHealthCheck",
        "A health check with id \(id.text.shown()) does not exist.",
        near: nearMisses(of: id.text, in: world.healthChecks.map(\.id.text))
      )
    }
    return check
  }

  /// The id of a hosted zone, whether or not it exists.
  func hostedZoneID(_ member: String, option: String) throws(CommandError) -> HostedZoneID {
    try hostedZoneID(of: call.required(member), at: member.startingSmall, option: option)
  }

  /// `path` is where Route 53 says that the id stands.
  func hostedZoneID(
    of text: String,
    at path: String,
    option: String
  ) throws(CommandError) -> HostedZoneID {
    let id = HostedZoneID(text)
    if call.isTyped, world.hostedZone(id) == nil, let zone = world.hostedZone(text) {
      throw wantsID(option, text, zone.id.text)
    }
    if let error = id.tooLong(at: path) {
      throw service(error.code, error.message.shown(longest: 600))
    }
    return id
  }

  func knownHostedZone(_ member: String, option: String) throws(CommandError) -> HostedZone {
    try knownHostedZone(of: call.required(member), at: member.startingSmall, option: option)
  }

  func knownHostedZone(
    of text: String,
    at path: String,
    option: String
  ) throws(CommandError) -> HostedZone {
    let id = try hostedZoneID(of: text, at: path, option: option)
    guard let zone = world.hostedZone(id) else {
      throw service(
        "NoSuchHostedZone",
        "No hosted zone found with ID: \(id.text.shown())",
        near: nearMisses(of: id.text, in: world.hostedZones.map(\.id.text))
      )
    }
    return zone
  }

  /// Instance ids, whether or not they exist.
  func instanceIDs(_ texts: [String]) throws(CommandError) -> [InstanceID] {
    var ids: [InstanceID] = []
    for text in texts {
      let id = InstanceID(text)
      if call.isTyped, world.instance(id) == nil, let instance = world.instance(text),
        world.listedInstances.contains(where: { $0.id == instance.id })
      {
        throw wantsID("--instance-ids", text, instance.id.text)
      }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// A topic's ARN, whether or not the topic exists.
  func topicARN(_ text: String, option: String) throws(CommandError) -> String {
    if text.hasPrefix("arn:") { return text }
    if call.isTyped, let topic = world.topic(text) { throw wantsID(option, text, topic.arn) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).count
    throw service(
      "InvalidParameter",
      "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not \(parts)",
      near: world.topics.map(\.arn)
    )
  }

  func knownTopic(_ text: String, option: String) throws(CommandError) -> Topic {
    let arn = try topicARN(text, option: option)
    guard let topic = world.topics.first(where: { $0.arn == arn }) else {
      throw service(
        "NotFound",
        "Topic does not exist",
        near: nearMisses(of: arn, in: world.topics.map(\.arn))
      )
    }
    return topic
  }

  private func wantsID(_ option: String, _ name: String, _ id: String) -> CommandError {
    .badValue(
      option: option,
      value: name.shown(),
      allowed: "the id; the AWS CLI does not take names here",
      near: [id]
    )
  }
}

extension String {
  /// The name of a member as Route 53 writes it in its errors: `hostedZoneId`.
  fileprivate var startingSmall: String { prefix(1).lowercased() + dropFirst() }
}
