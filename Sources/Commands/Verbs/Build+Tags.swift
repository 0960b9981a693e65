import ArgumentParser
import CafeWorld
import Route53

extension Build {
  struct Tagging: WordVerb {
    static let configuration = CommandConfiguration(
      "tag",
      "Labels a hosted zone or a health check.",
      "Where a name means both, say which: `tag hosted-zone NAME …`.",
      example: "tag Primary team=web stage=live"
    )

    @Argument(
      help: .init("By name or id, its kind before it if needed.", valueName: "name"),
      completion: .list(["@health-check", "@zone"])
    )
    var name: String
    @Argument(help: .init("KEY=VALUE.", valueName: "tag")) var tags: [String]

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let (resource, texts) = try context.tagged(name, tags)
      var added: [Tag] = []
      for text in texts {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
          throw .badValue(option: "TAG", value: text, allowed: "KEY=VALUE", near: [])
        }
        let tag = Tag(key: String(parts[0]), value: String(parts[1]))
        // A health check is called by its Name tag, and here no two have one name.
        if case .healthCheck(let id) = resource, tag.key == Tag.name,
          !context.world.healthChecks(named: tag.value).allSatisfy({ $0.id == id })
        {
          throw .nameTaken(.healthCheck, tag.value)
        }
        added.append(tag)
      }
      return .change([.changeTags(resource, TagChange(add: added))], showing: .events)
    }
  }

  struct Untagging: WordVerb {
    static let configuration = CommandConfiguration(
      "untag",
      "Takes labels from a hosted zone or a health check.",
      example: "untag Primary stage"
    )

    @Argument(
      help: .init("By name or id, its kind before it if needed.", valueName: "name"),
      completion: .list(["@health-check", "@zone"])
    )
    var name: String
    @Argument(help: .init("Its tag's key.", valueName: "key")) var keys: [String]

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let (resource, keys) = try context.tagged(name, keys)
      return .change([.changeTags(resource, TagChange(remove: keys))], showing: .events)
    }
  }
}

extension ParseContext {
  /// The resource that the first words of a `tag` line mean, and the words behind it.
  fileprivate func tagged(
    _ first: String,
    _ words: [String]
  ) throws(CommandError) -> (TaggedResource, [String]) {
    switch (first, words.first) {
    case ("health-check", let name?) where words.count > 1:
      return (.healthCheck(try healthCheck(name).id), Array(words.dropFirst()))
    case ("hosted-zone", let name?) where words.count > 1:
      return (.hostedZone(try zone(name).id), Array(words.dropFirst()))
    default: break
    }
    switch (world.healthCheck(first) != nil, world.hostedZone(first) != nil) {
    case (true, true):
      throw .ambiguous(
        nil,
        first,
        choices: ["health-check \(quoted(first))", "hosted-zone \(quoted(first))"]
      )
    case (false, true): return (.hostedZone(try zone(first).id), words)
    case (true, false): return (.healthCheck(try healthCheck(first).id), words)
    case (false, false):
      let known = Completion.names(of: ["@health-check", "@zone"], in: self)
      throw .unknownThing(
        what: "health check or hosted zone",
        first,
        near: nearMisses(of: first, in: known),
        look: "status"
      )
    }
  }
}
