import ArgumentParser
import CafeWorld
import Route53

extension Build {
  struct CreateHealthCheck: WordVerb {
    static let configuration = CommandConfiguration(
      "create health-check",
      "Lets Route 53 watch an endpoint.",
      """
      Sixteen checkers around the world each send a request every few seconds. A checker calls the \
      endpoint unhealthy after as many failures in a row as the threshold says, and the health \
      check is healthy while more than 18 % of its checkers say so.
      """,
      example: """
        create health-check Primary --ip-address CafeInstance1 --resource-path /cafe \
        --request-interval 10
        """
    )

    @Argument(help: "What it shall be called.") var name: String
    @Option(
      help: .init("Where requests go: an address, or an instance.", valueName: "address"),
      completion: .list(["@address"])
    )
    var ipAddress: String?
    @Option(help: .init("The host to look up, or to name in requests.", valueName: "name"))
    var domainName: String?
    @Option(help: .init("80 if not given; a TCP check needs one.", valueName: "port"))
    var port: String?
    @Option(
      help: .init("What HTTP requests ask for.", valueName: "path"),
      completion: .list(["~/cafe", "~/cafe/", "~/"])
    )
    var resourcePath: String?
    @Option(
      help: .init("How often each checker asks.", valueName: "seconds"),
      completion: .list(["10", "30"])
    )
    var requestInterval: String = "30"
    @Option(help: .init("Results in a row that turn a checker, 1 to 10.", valueName: "count"))
    var failureThreshold: String = "3"
    @Option(
      help: .init("The kind of request.", valueName: "type"),
      completion: .list(["HTTP", "TCP"])
    )
    var type: String = "HTTP"
    @Flag(help: "Healthy means unhealthy and the other way round.") var inverted = false
    @Flag(help: "No requests; the check counts as healthy.") var disabled = false

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard context.world.healthChecks(named: name).isEmpty else {
        throw .nameTaken(.healthCheck, name)
      }
      let numbers = HealthCheckNumbers(
        port: port,
        requestInterval: requestInterval,
        failureThreshold: failureThreshold
      )
      let settings = HealthCheckSettings(
        kind: try kind(),
        ipAddress: try ipAddress.map(context.addressText),
        fullyQualifiedDomainName: domainName,
        port: try numbers.portNumber(),
        resourcePath: resourcePath,
        requestInterval: try numbers.interval() ?? 30,
        failureThreshold: try numbers.threshold() ?? 3,
        inverted: inverted,
        disabled: disabled
      )
      let command = Command.createHealthCheck(
        name: name,
        callerReference: nil,
        settings: settings
      )
      return .change([command], showing: .events)
    }

    private func kind() throws(CommandError) -> HealthCheckKind {
      if let kind = HealthCheckKind(rawValue: type.uppercased()) { return kind }
      let known = HealthCheckKind.allCases.map(\.rawValue)
      throw .badValue(
        option: "--type",
        value: type,
        allowed: known.joined(separator: ", "),
        near: nearMisses(of: type, in: known)
      )
    }
  }

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
    @Option(help: .hidden) var requestInterval: String?
    @Option(help: .hidden) var type: String?
    @Flag(help: "Healthy means unhealthy and the other way round.") var inverted = false
    @Flag(help: "Healthy means healthy again.") var notInverted = false
    @Flag(help: "No requests; the check counts as healthy.") var disabled = false
    @Flag(help: "Requests again.") var enabled = false

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
      return HealthCheckUpdate(
        ipAddress: try ipAddress.map(context.addressText),
        fullyQualifiedDomainName: domainName,
        port: try numbers.portNumber(),
        resourcePath: resourcePath,
        failureThreshold: try numbers.threshold(),
        inverted: try choice(inverted, notInverted, "--inverted and --not-inverted"),
        disabled: try choice(disabled, enabled, "--disabled and --enabled")
      )
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

  struct DeleteHealthCheck: WordVerb {
    static let configuration = CommandConfiguration(
      "delete health-check",
      "Ends a health check.",
      "Records that name it keep its id, and Route 53 then takes them for healthy.",
      example: "delete health-check Primary"
    )

    @Argument(
      help: .init("Its name or id.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var check: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .change([.deleteHealthCheck(try context.healthCheck(check).id)], showing: .events)
    }
  }
}

/// The numbers of a health check's settings, as typed.
private struct HealthCheckNumbers {
  let port: String?
  let requestInterval: String?
  let failureThreshold: String?

  func portNumber() throws(CommandError) -> Int? {
    try wholeNumber(port, for: "--port", allowed: "a whole number from 1 to 65535")
  }

  func interval() throws(CommandError) -> Int? {
    try wholeNumber(requestInterval, for: "--request-interval", allowed: "10 or 30, in seconds")
  }

  func threshold() throws(CommandError) -> Int? {
    try wholeNumber(
      failureThreshold,
      for: "--failure-threshold",
      allowed: "a whole number from 1 to 10"
    )
  }
}
