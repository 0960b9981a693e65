import ArgumentParser
import CafeWorld
import Route53

/// What only some types of health check have: a search, regions, children, an alarm.
struct HealthCheckOptions: ParsableArguments {
  @Option(help: .init("What the page must hold, for a type with _STR_MATCH.", valueName: "text"))
  var searchString: String?
  @Option(
    help: .init("Where requests come from: three or more, with commas.", valueName: "regions"),
    completion: .list(["~us-east-1,us-west-2,eu-west-1"])
  )
  var regions: String?
  @Flag(help: "Names the host when TLS begins, as HTTPS checks do by themselves.")
  var enableSni = false
  @Flag(help: "Does not name the host when TLS begins.") var noSni = false
  @Option(
    help: .init("A check that a CALCULATED one counts; may be repeated.", valueName: "check"),
    completion: .list(["@health-check"])
  )
  var child: [String] = []
  @Option(help: .init("How many children must be healthy.", valueName: "count"))
  var healthThreshold: String?
  @Option(
    help: .init("The alarm whose data a CLOUDWATCH_METRIC check follows.", valueName: "alarm"),
    completion: .list(["@alarm"])
  )
  var alarm: String?
  @Option(
    help: .init("What such a check is without data.", valueName: "status"),
    completion: .list(["Healthy", "Unhealthy", "LastKnownStatus"])
  )
  var insufficientData: String?

  var isSNI: Bool? {
    get throws(CommandError) {
      guard !(enableSni && noSni) else {
        throw .misuse("Of --enable-sni and --no-sni only one can be meant.")
      }
      return enableSni ? true : noSni ? false : nil
    }
  }

  func regionList(in context: ParseContext) throws(CommandError) -> [String]? {
    guard let regions else { return nil }
    var list: [String] = []
    for part in regions.split(separator: ",") {
      list.append(try context.checkerRegion(part.trimmed))
    }
    return list
  }

  func children(in context: ParseContext) throws(CommandError) -> [HealthCheckID]? {
    guard !child.isEmpty else { return nil }
    var ids: [HealthCheckID] = []
    for name in child { ids.append(try context.healthCheck(name).id) }
    return ids
  }

  var threshold: Int? {
    get throws(CommandError) {
      try wholeNumber(
        healthThreshold,
        for: "--health-threshold",
        allowed: "a whole number from 0 to 256"
      )
    }
  }

  func alarmIdentifier(in context: ParseContext) throws(CommandError) -> AlarmIdentifier? {
    guard let alarm else { return nil }
    return AlarmIdentifier(region: Topic.region, name: try context.alarm(alarm).name)
  }

  var insufficientDataStatus: InsufficientDataStatus? {
    get throws(CommandError) {
      guard let insufficientData else { return nil }
      let known = InsufficientDataStatus.allCases
      let wanted = insufficientData.lowercased()
      if let status = known.first(where: { $0.rawValue.lowercased() == wanted }) { return status }
      throw .badValue(
        option: "--insufficient-data",
        value: insufficientData,
        allowed: known.map(\.rawValue).joined(separator: ", "),
        near: nearMisses(of: insufficientData, in: known.map(\.rawValue))
      )
    }
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// The numbers of a health check's settings, as typed.
struct HealthCheckNumbers {
  let port: String?
  let requestInterval: String?
  let failureThreshold: String?

  func portNumber() throws(CommandError) -> Int? {
    try wholeNumber(port, for: "--port", allowed: "a whole number from 1 to 65535, such as 80")
  }

  func interval() throws(CommandError) -> Int? {
    try wholeNumber(requestInterval, for: "--request-interval", allowed: "10 or 30, in seconds")
  }

  func threshold() throws(CommandError) -> Int? {
    try wholeNumber(
      failureThreshold,
      for: "--failure-threshold",
      allowed: "a whole number from 1 to 10, such as 2"
    )
  }
}
