import ArgumentParser
import CafeWorld
import DNS
import Route53

extension Build {
  struct CreateRecord: WordVerb {
    static let configuration = CommandConfiguration(
      "create record",
      "Creates a record set in a hosted zone.",
      """
      A name is relative to the zone: www is www.cafe.example, @ is the zone itself; a dot at the \
      end makes it absolute. The values of A records can be instances. A failover record needs a \
      set identifier, and a primary one a health check.
      """,
      example: """
        create record www A CafeInstance1 --ttl 15 --failover primary \
        --set-identifier FailoverPrimary --health-check Primary
        """
    )

    @Argument(help: "Its name in the zone.") var name: String
    @Argument(
      help: "The record type.",
      completion: .list(["A", "AAAA", "CNAME", "MX", "NS", "TXT"])
    )
    var type: String
    @Argument(help: .init("Its values.", valueName: "value"), completion: .list(["@address"]))
    var values: [String]
    @Option(help: .init("How long resolvers may keep it.", valueName: "seconds"))
    var ttl: String = "300"
    @Option(
      help: .init("Its place in a failover pair.", valueName: "role"),
      completion: .list(["primary", "secondary"])
    )
    var failover: String?
    @Option(help: .init("What tells it from others of its name and type.", valueName: "text"))
    var setIdentifier: String?
    @Option(
      help: .init("The health check that it depends on.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var healthCheck: String?
    @Option(
      help: .init("The hosted zone, if there are several.", valueName: "zone"),
      completion: .list(["@zone"])
    )
    var zone: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let zone = try context.zone(forRecord: name, option: zone)
      let fields = RecordFields(ttl: ttl, failover: failover, healthCheck: healthCheck)
      let set = RecordSetRequest(
        name: zone.fullName(name),
        type: type.uppercased(),
        setIdentifier: setIdentifier,
        failover: try fields.failoverRole(),
        ttl: try fields.seconds(),
        values: try context.recordValues(values, type: type),
        healthCheckID: try fields.healthCheckID(in: context)
      )
      return .changeRecord(zone.id, Change(.create, set))
    }
  }

  struct UpdateRecord: WordVerb {
    static let configuration = CommandConfiguration(
      "update record",
      "Changes a record set.",
      """
      What is not given stays as it is. Values that are given take the place of all that there \
      were. Of several record sets of a name, NAME/SETIDENTIFIER means one.
      """,
      example: "update record www/FailoverPrimary CafeInstance1 --ttl 15"
    )

    @Argument(
      help: .init("Its name in the zone.", valueName: "record"),
      completion: .list(["@record"])
    )
    var record: String
    @Argument(
      help: .init("Its type, if that is needed, and new values.", valueName: "value"),
      completion: .list(["@address"])
    )
    var values: [String] = []
    @Option(help: .init("How long resolvers may keep it.", valueName: "seconds"))
    var ttl: String?
    @Option(
      help: .init("Its place in a failover pair.", valueName: "role"),
      completion: .list(["primary", "secondary"])
    )
    var failover: String?
    @Option(
      help: .init("The health check that it depends on.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var healthCheck: String?
    @Flag(help: "It depends on no health check.") var noHealthCheck = false
    @Option(help: .init("Which of several is meant.", valueName: "text"))
    var setIdentifier: String?
    @Option(
      help: .init("The hosted zone, if there are several.", valueName: "zone"),
      completion: .list(["@zone"])
    )
    var zone: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard !(noHealthCheck && healthCheck != nil) else {
        throw .misuse("Of --health-check and --no-health-check only one can be meant.")
      }
      let type = values.first.flatMap { RecordType(rawValue: $0.uppercased())?.rawValue }
      let newValues = Array(values.dropFirst(type == nil ? 0 : 1))
      let fields = RecordFields(ttl: ttl, failover: failover, healthCheck: healthCheck)
      let role = try fields.failoverRole()
      let choice = try context.record(
        RecordSelection(name: record, type: type, setIdentifier: setIdentifier, zone: zone)
      ) { role != nil && $0.failover == role }
      var set = choice.set
      set.ttl = try fields.seconds() ?? set.ttl
      set.failover = role ?? set.failover
      set.healthCheckID =
        noHealthCheck ? nil : try fields.healthCheckID(in: context) ?? set.healthCheckID
      if !newValues.isEmpty { set.values = try context.recordValues(newValues, type: set.type) }
      let isGiven = ttl != nil || failover != nil || healthCheck != nil || noHealthCheck
      guard isGiven || !newValues.isEmpty else {
        throw .misuse("Say what to change; `help update record` lists the options.")
      }
      return .changeRecord(choice.zone.id, Change(.upsert, set))
    }
  }

  struct DeleteRecord: WordVerb {
    static let configuration = CommandConfiguration(
      "delete record",
      "Deletes a record set.",
      "Of several record sets of a name, NAME/SETIDENTIFIER or the type means one.",
      example: "delete record www/FailoverSecondary"
    )

    @Argument(
      help: .init("Its name in the zone.", valueName: "record"),
      completion: .list(["@record"])
    )
    var record: String
    @Argument(
      help: "The record type.",
      completion: .list(["A", "AAAA", "CNAME", "MX", "NS", "TXT"])
    )
    var type: String?
    @Option(help: .init("Which of several is meant.", valueName: "text"))
    var setIdentifier: String?
    @Option(
      help: .init("The hosted zone, if there are several.", valueName: "zone"),
      completion: .list(["@zone"])
    )
    var zone: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let type = try context.recordType(type)?.rawValue
      let choice = try context.record(
        RecordSelection(name: record, type: type, setIdentifier: setIdentifier, zone: zone)
      )
      return .changeRecord(choice.zone.id, Change(.delete, choice.set))
    }
  }
}

/// Fields of a record set, as typed.
private struct RecordFields {
  private static let seconds = "a whole number of seconds, 0 to 2147483647, such as 60"

  let ttl: String?
  let failover: String?
  let healthCheck: String?

  func seconds() throws(CommandError) -> Int? {
    try wholeNumber(ttl, for: "--ttl", allowed: Self.seconds)
  }

  func failoverRole() throws(CommandError) -> String? {
    guard let failover else { return nil }
    if let role = FailoverRole(rawValue: failover.uppercased()) { return role.rawValue }
    let known = FailoverRole.allCases.map { $0.rawValue.lowercased() }
    throw .badValue(
      option: "--failover",
      value: failover,
      allowed: known.joined(separator: ", "),
      near: nearMisses(of: failover, in: known)
    )
  }

  func healthCheckID(in context: ParseContext) throws(CommandError) -> String? {
    guard let healthCheck else { return nil }
    return try context.healthCheck(healthCheck).id.text
  }
}

extension ParseContext {
  /// Values as the service wants them: instances as their addresses, text in quotation marks, and
  /// the two words of a mail exchange as one value.
  fileprivate func recordValues(
    _ words: [String],
    type: String
  ) throws(CommandError) -> [String] {
    switch RecordType(rawValue: type.uppercased()) {
    case .a, .aaaa:
      var values: [String] = []
      for word in words { values.append(try recordAddress(word)) }
      return values
    case .txt: return words.map(\.asCharacterString)
    case .mx: return words.pairedPreferences
    case .cname, .ns, .soa, nil: return words
    }
  }
}

extension String {
  /// The text between quotation marks, unless it has them already.
  fileprivate var asCharacterString: String {
    guard !hasPrefix("\"") else { return self }
    let escaped = map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}

extension [String] {
  /// `10 mail.cafe.example` typed as two words is one value.
  fileprivate var pairedPreferences: [String] {
    var values: [String] = []
    var rest = self[...]
    while let word = rest.popFirst() {
      if Int(word) != nil, let exchange = rest.popFirst() {
        values.append("\(word) \(exchange)")
      } else {
        values.append(word)
      }
    }
    return values
  }
}
