import DNS
import Foundation
import Route53
import Testing

/// §3.3 of the notes on Route 53: each text, and the family of each.
struct `Settings of every kind` {
  typealias Row = (settings: HealthCheckSettings, text: String)

  static let child = HealthCheckID("0b7a1f8e-0000-4000-8000-000000000001")
  static let parent = HealthCheckID("0b7a1f8e-0000-4000-8000-000000000002")

  static func kinds(_ id: HealthCheckID) -> HealthCheckKind? {
    id == child ? .http : id == parent ? .calculated : nil
  }

  static func made(
    _ kind: HealthCheckKind,
    _ change: (inout HealthCheckSettings) -> Void
  ) -> HealthCheckSettings {
    var settings =
      kind.hasEndpoint
      ? HealthCheckSettings(kind: kind, ipAddress: Cafe.main, port: kind == .tcp ? 80 : nil)
      : kind == .calculated
        ? .calculated([child], threshold: 1)
        : kind == .recoveryControl
          ? .routingControl("arn") : .metric(of: AlarmIdentifier(region: "us-east-1", name: "a"))
    if kind.matchesString { settings.searchString = "coffee" }
    change(&settings)
    return settings
  }

  static let searching: [Row] = [
    (
      made(.http) { $0.searchString = "x" },
      "HTTP health checks must not have a search string specified."
    ),
    (
      made(.https) { $0.searchString = "x" },
      "HTTPS health checks must not have a search string specified."
    ),
    (
      made(.httpStringMatch) { $0.searchString = nil },
      "String match health checks must have a search string specified."
    ),
    (
      made(.httpsStringMatch) { $0.searchString = "" },
      "String match health checks must have a search string specified."
    ),
    (
      made(.http) { $0.enablesSNI = true },
      "Invalid parameter : Health checks with HTTP type must not enable SNI support."
    ),
    (
      made(.tcp) { $0.enablesSNI = true },
      "Invalid parameter : Health checks with TCP type must not enable SNI support."
    ),
  ]

  static let following: [Row] = [
    (
      made(.calculated) { $0.regions = HealthRules.regions },
      "Invalid parameter : Calculated health checks must not have regions specified."
    ),
    (
      made(.calculated) { $0.port = 80 },
      "Invalid parameter : Calculated health checks must not have a port specified."
    ),
    (
      made(.cloudWatchMetric) { $0.port = 80 },
      "Invalid parameter : Metric-based health checks must not have a port specified."
    ),
    (
      made(.cloudWatchMetric) { $0.ipAddress = Cafe.main },
      "Invalid parameter : Metric-based health checks must not have an IP address specified."
    ),
    (
      made(.http) { $0.childHealthChecks = [child] },
      "Invalid parameter : Only calculated health checks can have child health checks specified."
    ),
    (
      made(.http) { $0.alarmIdentifier = AlarmIdentifier(region: "us-east-1", name: "a") },
      "Invalid parameter : Basic health checks must not have an metric region specified."
    ),
    (
      made(.tcp) { $0.insufficientDataStatus = .healthy },
      "Invalid parameter : Basic health checks must not have an insufficient data health state "
        + "specified."
    ),
    (
      made(.http) { $0.healthThreshold = 1 },
      "Invalid parameter : Only calculated health checks can have a health threshold specified."
    ),
    (
      made(.calculated) { $0.childHealthChecks = [HealthCheckID("nobody")] },
      "Invalid parameter : Child health check IDs do not exist or are deleted: nobody"
    ),
    (
      made(.calculated) { $0.childHealthChecks = [parent] },
      "Invalid parameter : Child health check IDs do not exist or are deleted: \(parent)"
    ),
    (made(.cloudWatchMetric) { $0.alarmIdentifier = nil }, "Alarm identifier must not be null."),
    (
      made(.recoveryControl) { $0.routingControlARN = nil },
      "Routing control ARN must not be null."
    ),
  ]

  @Test(arguments: searching + following)
  func `are refused in Amazon's words`(settings: HealthCheckSettings, text: String) {
    #expect(refusal(settings) == text)
  }

  @Test func `name the regions that there are`() {
    let settings = Self.made(.http) { $0.regions = ["us-east-1", "us-west-1", "eu-central-1"] }
    let text = refusal(settings) ?? ""
    #expect(
      text.hasPrefix(
        "1 validation error detected: Value '[us-east-1, us-west-1, eu-central-1]' at "
          + "'healthCheckConfig.regions' failed to satisfy constraint: Member must satisfy "
          + "constraint: [Member must have length less than or equal to 64, Member must have "
          + "length greater than or equal to 1, Member must satisfy enum value set: [sa-east-1, "
          + "us-west-1, us-west-2, "
      )
    )
  }

  @Test func `refuse what belongs to another kind`() {
    for kind in HealthCheckKind.allCases where kind != .calculated {
      #expect(refusal(Self.made(kind) { $0.childHealthChecks = [] }) != nil)
    }
    for kind in HealthCheckKind.allCases where kind != .cloudWatchMetric {
      #expect(refusal(Self.made(kind) { $0.insufficientDataStatus = .healthy }) != nil)
    }
    for kind in HealthCheckKind.allCases where kind != .recoveryControl {
      #expect(refusal(Self.made(kind) { $0.routingControlARN = "arn" }) != nil)
    }
    for kind in HealthCheckKind.allCases where !kind.hasEndpoint {
      #expect(refusal(Self.made(kind) { $0.ipAddress = Cafe.main }) != nil)
      #expect(refusal(Self.made(kind) { $0.searchString = "x" }) != nil)
      #expect(refusal(Self.made(kind) { $0.requestInterval = 10 }) != nil)
      #expect(refusal(Self.made(kind) { $0.measuresLatency = true }) != nil)
    }
    for kind in HealthCheckKind.allCases { #expect(refusal(Self.made(kind) { _ in }) == nil) }
  }

  @Test func `keep their limits`() {
    let long = String(repeating: "x", count: 256)
    #expect(refusal(Self.made(.httpStringMatch) { $0.searchString = long }) != nil)
    #expect(
      refusal(Self.made(.httpStringMatch) { $0.searchString = String(long.dropLast()) }) == nil
    )
    #expect(refusal(Self.made(.calculated) { $0.healthThreshold = 257 }) != nil)
    #expect(refusal(Self.made(.calculated) { $0.healthThreshold = 256 }) == nil)
    #expect(refusal(Self.made(.calculated) { $0.healthThreshold = -1 }) != nil)
    let children = Array(repeating: Self.child, count: 257)
    #expect(refusal(Self.made(.calculated) { $0.childHealthChecks = children }) != nil)
    let most = Array(repeating: Self.child, count: 255)
    #expect(refusal(Self.made(.calculated) { $0.childHealthChecks = most }) == nil)
    for count in 0...8 {
      let regions = Array(HealthRules.regions.prefix(count))
      #expect((refusal(Self.made(.tcp) { $0.regions = regions }) == nil) == (count >= 3))
    }
    let same = Array(repeating: "us-east-1", count: 3)
    #expect(refusal(Self.made(.tcp) { $0.regions = same }) != nil)
  }

  @Test func `get what is usual for their kind`() throws {
    #expect(try Self.made(.https) { _ in }.validated().port == 443)
    #expect(try Self.made(.httpsStringMatch) { _ in }.validated().port == 443)
    #expect(try Self.made(.httpStringMatch) { _ in }.validated().port == 80)
    #expect(try Self.made(.https) { $0.enablesSNI = true }.validated().enablesSNI == nil)
    #expect(try Self.made(.https) { _ in }.validated().namesHostInTLS)
    let shuffled = Self.made(.tcp) { $0.regions = ["sa-east-1", "us-west-2", "us-east-1"] }
    #expect(try shuffled.validated().regions == ["us-east-1", "us-west-2", "sa-east-1"])
    #expect(try Self.made(.https) { $0.port = 443 }.validated().hostHeader == Cafe.main)
    #expect(try Self.made(.https) { $0.port = 80 }.validated().hostHeader == Cafe.main + ":80")
  }

  @Test func `leave out of their text what is not set`() throws {
    let settings = HealthCheckSettings(kind: .http, ipAddress: Cafe.main)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(data: try encoder.encode(settings), encoding: .utf8)
    #expect(
      text
        == "{\"disabled\":false,\"failureThreshold\":3,\"inverted\":false,\"ipAddress\":\""
        + Cafe.main + "\",\"kind\":\"HTTP\",\"requestInterval\":30}"
    )
    let update = try encoder.encode(HealthCheckUpdate(inverted: true))
    #expect(String(data: update, encoding: .utf8) == "{\"inverted\":true}")
  }

  private func refusal(_ settings: HealthCheckSettings) -> String? {
    do throws(ServiceError) {
      _ = try settings.validated(kinds: Self.kinds)
      return nil
    } catch {
      #expect(error.code == "InvalidInput" && error.status == 400)
      return error.message
    }
  }
}

struct `An update of a health check` {
  typealias Kinds = `Settings of every kind`

  @Test func `sets elements back to their defaults`() throws {
    var settings = HealthCheckSettings(kind: .http, ipAddress: Cafe.main, resourcePath: "/cafe")
    settings.fullyQualifiedDomainName = "www.cafe.example"
    settings.regions = Array(HealthRules.regions.prefix(3))
    var update = HealthCheckUpdate()
    update.resets = [.host, .path, .regions]
    let after = try settings.validated().updated(by: update)
    #expect(after.fullyQualifiedDomainName == nil && after.resourcePath == nil)
    #expect(after.regions == nil && after.checkerRegions.count == 8)
    let calculated = HealthCheckSettings.calculated([Kinds.child], threshold: 1)
    update.resets = [.children]
    let empty = try calculated.updated(by: update, kinds: Kinds.kinds)
    #expect(empty.childHealthChecks == [])
  }

  @Test func `cannot take the name of an endpoint that has nothing else`() throws {
    let settings = HealthCheckSettings(
      kind: .http,
      fullyQualifiedDomainName: "www.cafe.example"
    )
    var update = HealthCheckUpdate()
    update.resets = [.host]
    #expect(throws: ServiceError.self) { try settings.updated(by: update) }
    update = HealthCheckUpdate(fullyQualifiedDomainName: "other.cafe.example")
    #expect(
      try settings.updated(by: update).fullyQualifiedDomainName == "other.cafe.example"
    )
  }

  @Test func `changes what the kind has, and nothing else`() throws {
    let settings = try Kinds.made(.httpStringMatch) { _ in }.validated()
    var update = HealthCheckUpdate()
    update.searchString = "tea"
    #expect(try settings.updated(by: update).searchString == "tea")
    update = HealthCheckUpdate()
    update.healthThreshold = 1
    #expect(throws: ServiceError.self) { try settings.updated(by: update) }
  }
}
