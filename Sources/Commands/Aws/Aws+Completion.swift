import CafeWorld
import DNS
import Route53

extension Aws {
  /// What may stand in place of the last word of `tail`, which is what stands behind `aws` up to
  /// the cursor; the last word is empty after a blank.
  static func complete(_ tail: String, in context: ParseContext) -> [Completions.Candidate] {
    let cut = Words(tail)
    var words = cut.words.map(\.text)
    if tail.isEmpty || tail.last?.isWhitespace == true && cut.openQuote == nil { words.append("") }
    let typed = words.popLast() ?? ""
    let start = typed.lowercased()
    return candidates(behind: words, typed, context.world)
      .filter { $0.text.lowercased().hasPrefix(start) }
  }

  private static func candidates(
    behind words: [String],
    _ typed: String,
    _ world: World
  ) -> [Completions.Candidate] {
    guard let service = words.first else { return plain(AwsOperation.services + ["help"]) }
    guard words.count > 1 else {
      return plain(AwsOperation.operations(of: service).map(\.name) + ["help"])
    }
    guard let operation = AwsOperation(rawValue: "\(service) \(words[1])") else { return [] }
    let here = operation.options.filter(\.isHere)
    if let last = words.dropFirst(2).last(where: { $0.hasPrefix("--") }),
      let option = here.first(where: { "--" + $0.name == last }), !typed.hasPrefix("--"),
      option.isList || words.last == last, option.shape != .flag
    {
      return option.candidates(world)
    }
    let flags = here.flatMap { option in
      option.shape == .flag ? ["--\(option.name)", "--no-\(option.name)"] : ["--\(option.name)"]
    }
    return plain(flags.filter { !words.contains($0) } + ["--region", "--output"])
  }

  private static func plain(_ texts: [String]) -> [Completions.Candidate] {
    texts.map { Completions.Candidate($0) }
  }
}

extension AwsOption {
  /// The values that exist now, an id with the name of its thing beside it.
  fileprivate func candidates(_ world: World) -> [Completions.Candidate] {
    let checks = world.healthChecks
    if shape == .list(.dimension) {
      return checks.map { .init("Name=HealthCheckId,Value=\($0.id)", note: $0.name) }
    }
    return switch names {
    case .healthCheck: checks.map { .init($0.id.text, note: $0.name) }
    case .hostedZone: world.hostedZones.map { .init($0.id.text, note: $0.name.withoutDot) }
    case .delegationSet:
      world.delegationSets.map { .init($0.id.text, note: $0.nameServers.first?.withoutDot ?? "") }
    case .collection: world.cidrCollections.map { .init($0.id.text, note: $0.name) }
    case .instance: world.listedInstances.map { .init($0.id.text, note: $0.name) }
    case .allocation:
      world.elasticAddresses.map { .init($0.allocationID, note: $0.address.description) }
    case .association:
      world.elasticAddresses.compactMap { address in
        address.associationID.map { .init($0, note: address.address.description) }
      }
    case .topic: world.topics.map { .init($0.arn) }
    case .subscription:
      world.topics.flatMap { topic in
        topic.subscriptions.map { .init(topic.arn(of: $0), note: $0.endpoint) }
      }
    case .alarm: world.alarms.map { .init($0.name) }
    case .choice(let values): values.map { .init($0) }
    case nil: []
    }
  }
}
