import DNS
import Route53
import Testing

struct `Health check settings` {
  @Test func `get a leading slash and a port`() throws {
    let settings = try HealthCheckSettings(
      kind: .http,
      ipAddress: Cafe.main,
      resourcePath: "cafe",
      requestInterval: 10,
      failureThreshold: 2
    ).validated()
    #expect(settings.resourcePath == "/cafe" && settings.port == 80)
    #expect(settings.address == IPv4Address(Cafe.main))
    #expect(try settings.validated() == settings)
  }

  // CP:healthcheck-ipaddress-private-range
  @Test(arguments: [
    "0.1.2.3", "10.0.0.10", "100.64.0.1", "100.127.255.255", "127.0.0.1", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.10", "224.0.0.1", "255.255.255.255",
  ])
  func `refuse an address that Route 53 forbids`(address: String) {
    #expect(
      refusal(HealthCheckSettings(kind: .http, ipAddress: address))
        == "IPv4 address \(address) is forbidden"
    )
  }

  @Test(arguments: [
    "1.0.0.1", "9.255.255.255", "11.0.0.0", "54.184.10.7", "100.63.255.255", "100.128.0.0",
    "172.15.0.1", "172.32.0.0", "192.0.1.1", "192.0.3.1", "198.17.255.255", "198.20.0.0",
    "223.255.255.255",
  ])
  func `take an address beside a forbidden range`(address: String) throws {
    #expect(
      try HealthCheckSettings(kind: .http, ipAddress: address).validated().ipAddress == address
    )
  }

  static func refused(_ range: String) -> String {
    "1 validation error detected: Value \(range)"
  }

  static let refusals: [(HealthCheckSettings, String)] = [
    (
      HealthCheckSettings(kind: .http, ipAddress: Cafe.main, requestInterval: 15),
      "Invalid XML ; cvc-enumeration-valid: Value '15' is not facet-valid with respect to "
        + "enumeration "
        + "'[10, 30]'. It must be a value from the enumeration."
    ),
    (
      HealthCheckSettings(kind: .http, ipAddress: Cafe.main, failureThreshold: 11),
      "1 validation error detected: Value '11' at 'healthCheckConfig.failureThreshold' failed to "
        + "satisfy constraint: Member must have value less than or equal to 10"
    ),
    (
      HealthCheckSettings(kind: .http, ipAddress: Cafe.main, port: 0, failureThreshold: 0),
      "2 validation errors detected: Value '0' at 'healthCheckConfig.port' failed to satisfy "
        + "constraint: Member must have value greater than or equal to 1; Value '0' at "
        + "'healthCheckConfig.failureThreshold' failed to satisfy constraint: Member must have "
        + "value "
        + "greater than or equal to 1"
    ),
    (
      HealthCheckSettings(kind: .http),
      "Invalid parameter : IP address and fully qualified domain name can not be both empty."
    ),
    (
      HealthCheckSettings(kind: .tcp, ipAddress: Cafe.main, port: 80, resourcePath: "/cafe"),
      "TCP health checks must not have a resource path specified."
    ),
    (
      HealthCheckSettings(
        kind: .tcp,
        ipAddress: Cafe.main,
        fullyQualifiedDomainName: "www.cafe.example",
        port: 80
      ),
      "TCP health checks that have IP address must not have a fully qualified domain name "
        + "specified."
    ),
  ]

  @Test(arguments: refusals)
  func `are refused in Amazon's words`(settings: HealthCheckSettings, text: String) {
    #expect(refusal(settings) == text)
  }

  @Test func `refuse what is no address, no host or has no port`() {
    #expect(refusal(HealthCheckSettings(kind: .http, ipAddress: "54.1.1")) != nil)
    #expect(refusal(HealthCheckSettings(kind: .http, ipAddress: "::1")) != nil)
    #expect(refusal(HealthCheckSettings(kind: .http, fullyQualifiedDomainName: "a b")) != nil)
    #expect(refusal(HealthCheckSettings(kind: .tcp, ipAddress: Cafe.main)) != nil)
    #expect(refusal(HealthCheckSettings(kind: .tcp, ipAddress: Cafe.main, port: 22)) == nil)
    #expect(refusal(HealthCheckSettings(kind: .http, ipAddress: "2600:1f14::1")) == nil)
  }

  @Test func `can be updated in part`() throws {
    let settings = try HealthCheckSettings(kind: .http, ipAddress: Cafe.main).validated()
    let updated = try settings.updated(
      by: HealthCheckUpdate(ipAddress: Cafe.standby, resourcePath: "x", inverted: true)
    )
    #expect(updated.ipAddress == Cafe.standby && updated.resourcePath == "/x" && updated.inverted)
    #expect(updated.requestInterval == 30 && updated.failureThreshold == 3)
    #expect(throws: ServiceError.self) {
      try settings.updated(by: HealthCheckUpdate(ipAddress: "10.0.0.1"))
    }
    let byName = try HealthCheckSettings(
      kind: .http,
      fullyQualifiedDomainName: "www.cafe.example"
    ).validated()
    #expect(throws: ServiceError.self) {
      try byName.updated(by: HealthCheckUpdate(ipAddress: Cafe.main))
    }
  }

  // M:HealthCheckConfig.FullyQualifiedDomainName
  @Test(
    arguments: [
      (nil, nil, "54.184.10.7"), (nil, 8080, "54.184.10.7:8080"),
      ("www.cafe.example", 80, "www.cafe.example"), ("www.cafe.example", 81, "www.cafe.example:81"),
    ] as [(String?, Int?, String)]
  )
  func `name the host of the request`(host: String?, port: Int?, header: String) throws {
    let settings = try HealthCheckSettings(
      kind: .http,
      ipAddress: Cafe.main,
      fullyQualifiedDomainName: host,
      port: port
    ).validated()
    #expect(settings.hostHeader == header)
  }

  private func refusal(_ settings: HealthCheckSettings) -> String? {
    do throws(ServiceError) {
      _ = try settings.validated()
      return nil
    } catch {
      #expect(error.code == "InvalidInput" && error.status == 400)
      return error.message
    }
  }
}
