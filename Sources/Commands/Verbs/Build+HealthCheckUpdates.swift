import ArgumentParser
import CafeWorld
import Route53

extension Build {
  struct UpdateHealthCheck: WordVerb {
    static let configuration = CommandConfiguration(
      "update health-check",
      "Changes settings of a health check.",
      """
      What is not given stays as it is. The type and the request interval are fixed for life: for \
      another one, create a new health check.
      """,
      example: "update health-check Primary --ip-address CafeInstance1 --failure-threshold 2"
    )

    @Argument(
      help: .init("Its name or id.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var check: String
    @Option(help: .init("What it shall be called.", valueName: "name")) var name: String?
    @Option(
      help: .init("Where requests go: an address, or an instance.", valueName: "address"),
      completion: .list(["@address"])
    )
    var ipAddress: String?
    @Option(help: .init("The host to look up, or to name in requests.", valueName: "name"))
    var domainName: String?
    @Option(help: .init("The port that requests go to.", valueName: "port")) var port: String?
    @Option(
      help: .init("What HTTP requests ask for.", valueName: "path"),
      completion: .list(["~/cafe", "~/cafe/", "~/"])
    )
    var resourcePath: String?
    @Option(help: .init("Results in a row that turn a checker, 1 to 10.", valueName: "count"))
    var failureThreshold: String?
    @OptionGroup var more: HealthCheckOptions
    @Option(
      help: .init("Goes back to its default; may be repeated.", valueName: "element"),
      completion: .list([
        "ChildHealthChecks", "FullyQualifiedDomainName", "Regions", "ResourcePath",
      ])
    )
    var reset: [String] = []
    @Option(help: .init("Only if the check has this version.", valueName: "number"))
    var version: String?
    @Option(help: .hidden) var requestInterval: String?
    @Option(help: .hidden) var type: String?
    @Flag(help: "Healthy means unhealthy and the other way round.") var inverted = false
    @Flag(help: "Healthy means healthy again.") var notInverted = false
    @Flag(help: "No requests; the check counts as healthy, an inverted one as unhealthy.")
    var disabled = false
    @Flag(help: "Requests again, and the check counts as they find.") var enabled = false
    /// As the AWS CLI says it.
    @Flag(help: .hidden) var noInverted = false
    @Flag(help: .hidden) var noDisabled = false

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard requestInterval == nil, type == nil else {
        throw .misuse(
          "The type and the request interval of a health check are fixed when it is created. "
            + "Create a new one, and delete this one."
        )
      }
      let id = try context.healthCheck(check).id
      let update = try update(in: context)
      var commands: [Command] = []
      if update != HealthCheckUpdate() { commands.append(.updateHealthCheck(id, update)) }
      if let name { commands.append(.renameHealthCheck(id, try freeName(name, id, context))) }
      guard !commands.isEmpty else {
        throw .misuse("Say what to change; `help update health-check` lists the options.")
      }
      return .change(commands, showing: .events)
    }

    private func update(in context: ParseContext) throws(CommandError) -> HealthCheckUpdate {
      let numbers = HealthCheckNumbers(
        port: port,
        requestInterval: nil,
        failureThreshold: failureThreshold
      )
      var update = HealthCheckUpdate(
        ipAddress: try ipAddress.map(context.addressText),
        fullyQualifiedDomainName: domainName,
        port: try numbers.portNumber(),
        resourcePath: resourcePath,
        failureThreshold: try numbers.threshold(),
        inverted: try choice(
          inverted,
          notInverted || noInverted,
          "--inverted and --not-inverted"
        ),
        disabled: try choice(disabled, enabled || noDisabled, "--disabled and --enabled")
      )
      update.version = try wholeNumber(version, for: "--version", allowed: "a whole number")
      update.searchString = more.searchString
      update.enablesSNI = try more.isSNI
      update.regions = try more.regionList(in: context)
      update.childHealthChecks = try more.children(in: context)
      update.healthThreshold = try more.threshold
      update.alarmIdentifier = try more.alarmIdentifier(in: context)
      update.insufficientDataStatus = try more.insufficientDataStatus
      for element in reset {
        update.resets =
          (update.resets ?? []) + [try HealthCheckUpdate.element(element, option: "--reset")]
      }
      return update
    }

    private func choice(
      _ yes: Bool,
      _ no: Bool,
      _ names: String
    ) throws(CommandError) -> Bool? {
      guard !(yes && no) else { throw .misuse("Of \(names) only one can be meant.") }
      return yes ? true : no ? false : nil
    }

    private func freeName(
      _ name: String,
      _ id: HealthCheckID,
      _ context: ParseContext
    ) throws(CommandError) -> String {
      guard context.world.healthChecks(named: name).allSatisfy({ $0.id == id }) else {
        throw .nameTaken(.healthCheck, name)
      }
      return name
    }
  }
}
