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
    @Option(
      help: .init("80, or 443 for HTTPS, if not given; a TCP check needs one.", valueName: "port")
    )
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
      help: .init("The kind of request, or what the check follows instead.", valueName: "type"),
      completion: .list([
        "HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP", "CALCULATED",
        "CLOUDWATCH_METRIC", "RECOVERY_CONTROL",
      ])
    )
    var type: String = "HTTP"
    @Flag(help: "Has connection times measured, for `metrics`.") var measureLatency = false
    @Option(
      help: .init("What a RECOVERY_CONTROL check follows.", valueName: "control"),
      completion: .list(["@routing-control"])
    )
    var routingControl: String?
    @OptionGroup var more: HealthCheckOptions
    @Flag(help: "Healthy means unhealthy and the other way round.") var inverted = false
    @Flag(help: "No requests; the check counts as healthy, an inverted one as unhealthy.")
    var disabled = false

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard context.world.healthChecks(named: name).isEmpty else {
        throw .nameTaken(.healthCheck, name)
      }
      let numbers = HealthCheckNumbers(
        port: port,
        requestInterval: requestInterval,
        failureThreshold: failureThreshold
      )
      var settings = HealthCheckSettings(
        kind: try kind(),
        ipAddress: try ipAddress.map(context.addressText),
        fullyQualifiedDomainName: domainName,
        port: try numbers.portNumber(),
        resourcePath: resourcePath,
        searchString: more.searchString,
        requestInterval: try numbers.interval() ?? 30,
        failureThreshold: try numbers.threshold() ?? 3,
        measuresLatency: measureLatency ? true : nil,
        inverted: inverted,
        disabled: disabled,
        enablesSNI: try more.isSNI,
        regions: try more.regionList(in: context)
      )
      settings.childHealthChecks = try more.children(in: context)
      settings.healthThreshold = try more.threshold
      settings.alarmIdentifier = try more.alarmIdentifier(in: context)
      settings.insufficientDataStatus = try more.insufficientDataStatus
      settings.routingControlARN = try routingControl.map(context.routingControl)?.arn
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
