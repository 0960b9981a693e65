import ArgumentParser
import CafeWorld
import Route53

extension Build {
  struct AttachHealthCheck: WordVerb {
    static let configuration = CommandConfiguration(
      "attach health-check",
      "Makes a record set depend on a health check.",
      "The rest of the record set stays as it is.",
      example: "attach health-check Primary to www/FailoverPrimary"
    )

    @Argument(
      help: .init("Its name or id.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var check: String
    @Argument(
      help: .init("The record set, by its name in the zone.", valueName: "record"),
      completion: .list(["@record"])
    )
    var record: String
    @Option(help: .init("Which of several is meant.", valueName: "text"))
    var setIdentifier: String?
    @Option(
      help: .init("The hosted zone, if there are several.", valueName: "zone"),
      completion: .list(["@zone"])
    )
    var zone: String?

    static func arranged(_ words: [String]) -> [String] { words.without("to", at: 1) }

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let check = try context.healthCheck(check)
      let choice = try context.record(
        RecordSelection(name: record, setIdentifier: setIdentifier, zone: zone)
      )
      var set = choice.set
      set.healthCheckID = check.id.text
      return .changeRecord(choice.zone.id, Change(.upsert, set))
    }
  }

  struct DetachHealthCheck: WordVerb {
    static let configuration = CommandConfiguration(
      "detach health-check",
      "Lets a record set depend on no health check.",
      "The rest of the record set stays as it is.",
      example: "detach health-check from www/FailoverPrimary"
    )

    @OptionGroup var target: DetachTarget

    static func arranged(_ words: [String]) -> [String] { words.without("from", at: 0) }

    static func complaint(about words: [String]) -> String? {
      guard let from = words.firstIndex(of: "from"), from > 0, from + 1 < words.count else {
        return nil
      }
      return "A record has one health check at most, so say the record alone: "
        + "`detach health-check from \(quoted(words[from + 1]))`."
    }

    func request(in context: ParseContext) throws(CommandError) -> Request {
      try target.request(in: context)
    }
  }

  struct Detach: WordVerb {
    static let configuration = CommandConfiguration(
      "detach",
      "Lets a record set depend on no health check.",
      "Short for `detach health-check from`.",
      example: "detach www/FailoverPrimary"
    )

    @OptionGroup var target: DetachTarget

    static func arranged(_ words: [String]) -> [String] { words.without("from", at: 0) }

    func request(in context: ParseContext) throws(CommandError) -> Request {
      try target.request(in: context)
    }
  }
}

/// The record set from which a health check is taken away.
struct DetachTarget: ParsableArguments {
  @Argument(
    help: .init("The record set, by its name in the zone.", valueName: "record"),
    completion: .list(["@record"])
  )
  var record: String
  @Option(help: .init("Which of several is meant.", valueName: "text"))
  var setIdentifier: String?
  @Option(
    help: .init("The hosted zone, if there are several.", valueName: "zone"),
    completion: .list(["@zone"])
  )
  var zone: String?

  /// Of several record sets the only one that has a health check is meant.
  func request(in context: ParseContext) throws(CommandError) -> Request {
    let selection = RecordSelection(name: record, setIdentifier: setIdentifier, zone: zone)
    let choice = try context.record(selection) { $0.healthCheckID != nil }
    guard choice.set.healthCheckID != nil else {
      throw .misuse("That record set depends on no health check.")
    }
    var set = choice.set
    set.healthCheckID = nil
    return .changeRecord(choice.zone.id, Change(.upsert, set))
  }
}

extension [String] {
  /// The words without one that only makes a sentence of them.
  fileprivate func without(_ filler: String, at index: Int) -> [String] {
    guard count > index + 1, self[index] == filler else { return self }
    var words = self
    words.remove(at: index)
    return words
  }
}
