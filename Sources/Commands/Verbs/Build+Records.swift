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
      end makes it absolute. The values of A records can be instances. Record sets that share a \
      name and type have one routing policy, and a set identifier each; without one they are \
      called after what they choose by. A primary record needs a health check.
      """,
      example: """
        create record www A CafeInstance1 --ttl 15 --failover primary \
        --set-identifier FailoverPrimary --health-check Primary
        """
    )

    @Argument(help: "Its name in the zone.") var name: String
    @Argument(help: "The record type.", completion: .list(RecordType.names)) var type: String
    @Argument(
      help: .init("Its values, or else --alias.", valueName: "value"),
      completion: .list(["@address"])
    )
    var values: [String] = []
    @Option(help: .init("How long resolvers may keep it; 300 if not given.", valueName: "seconds"))
    var ttl: String?
    @OptionGroup var routing: RoutingOptions
    @Option(help: .init("What tells it from others of its name and type.", valueName: "text"))
    var setIdentifier: String?
    @Option(
      help: .init("The health check that it depends on.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var healthCheck: String?
    @OptionGroup var target: AliasOptions
    @Option(
      help: .init("The hosted zone, if there are several.", valueName: "zone"),
      completion: .list(["@zone"])
    )
    var zone: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard !values.isEmpty || target.alias != nil else {
        throw .misuse("Say its values, or what it is an alias of: `--alias TARGET`.")
      }
      let zone = try context.zone(forRecord: name, option: zone)
      let alias = try target.target(in: zone, context)
      var set = RecordSetRequest(
        name: zone.fullName(name),
        type: type.uppercased(),
        setIdentifier: setIdentifier,
        ttl: try recordTTL(ttl) ?? (alias == nil ? RecordSetRequest.usualTTL : nil),
        values: try context.recordValues(values, type: type),
        aliasTarget: alias,
        healthCheckID: try healthCheck.map(context.healthCheck)?.id.text
      )
      try routing.apply(to: &set, in: context)
      set.setIdentifier =
        set.setIdentifier ?? set.usualIdentifier(leadingTo: values.first ?? target.alias)
      return .changeRecord(zone.id, Change(.create, set))
    }
  }

  struct UpdateRecord: WordVerb {
    static let configuration = CommandConfiguration(
      "update record",
      "Changes a record set.",
      """
      What is not given stays as it is. Values that are given take the place of all that there \
      were, and a routing policy that of the old one. Of several record sets of a name, \
      NAME/SETIDENTIFIER means one.
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
    @OptionGroup var routing: RoutingOptions
    @Option(
      help: .init("The health check that it depends on.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var healthCheck: String?
    @Flag(help: "It depends on no health check.") var noHealthCheck = false
    @OptionGroup var target: AliasOptions
    @Flag(help: "Healthy whatever its target is.") var noEvaluateTargetHealth = false
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
      let role = try routing.failoverRole()
      let choice = try context.record(
        RecordSelection(name: record, type: type, setIdentifier: setIdentifier, zone: zone)
      ) { role != nil && $0.failover == role }
      var set = choice.set
      try routing.apply(to: &set, in: context)
      try answer(newValues, of: &set, in: choice.zone, context)
      set.healthCheckID =
        noHealthCheck ? nil : try healthCheck.map(context.healthCheck)?.id.text ?? set.healthCheckID
      guard isGiven || !newValues.isEmpty else {
        throw .misuse("Say what to change; `help update record` lists the options.")
      }
      return .changeRecord(choice.zone.id, Change(.upsert, set))
    }

    private var isGiven: Bool {
      ttl != nil || healthCheck != nil || noHealthCheck || routing.isGiven || target.alias != nil
        || target.evaluateTargetHealth || noEvaluateTargetHealth
    }

    /// New values make an end of an alias, and the other way round.
    private func answer(
      _ newValues: [String],
      of set: inout RecordSetRequest,
      in zone: HostedZone,
      _ context: ParseContext
    ) throws(CommandError) {
      guard !(target.evaluateTargetHealth && noEvaluateTargetHealth) else {
        throw .misuse(
          "Of --evaluate-target-health and --no-evaluate-target-health only one can be meant."
        )
      }
      if let alias = try target.target(in: zone, context) {
        let old = set.aliasTarget?.evaluateTargetHealth ?? false
        set.aliasTarget = alias
        set.aliasTarget?.evaluateTargetHealth =
          alias.evaluateTargetHealth || (old && !noEvaluateTargetHealth)
        set.values = []
        set.ttl = nil
      } else if target.evaluateTargetHealth || noEvaluateTargetHealth {
        guard set.aliasTarget != nil else {
          throw .misuse("That record set is no alias, so it has no target to evaluate.")
        }
        set.aliasTarget?.evaluateTargetHealth = target.evaluateTargetHealth
      }
      if !newValues.isEmpty {
        set.values = try context.recordValues(newValues, type: set.type)
        if target.alias == nil {
          set.aliasTarget = nil
          set.ttl = set.ttl ?? RecordSetRequest.usualTTL
        }
      }
      set.ttl = try recordTTL(ttl) ?? set.ttl
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
    @Argument(help: "The record type.", completion: .list(RecordType.names)) var type: String?
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

extension RecordSetRequest {
  /// The TTL that the short language gives when none is said, in seconds, as Route 53's console.
  fileprivate static let usualTTL = 300
}

private func recordTTL(_ text: String?) throws(CommandError) -> Int? {
  try wholeNumber(
    text,
    for: "--ttl",
    allowed: "a whole number of seconds, 0 to 2147483647, such as 60"
  )
}
