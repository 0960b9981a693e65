import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `AWS resources` {
  var cafe = Cafe(
    profile: CustomerProfile(count: 50, periods: Array(repeating: .minute, count: 24))
  )

  @Test mutating func `are created, and told healthy and unhealthy`() throws {
    try cafe.perform(.createResource(.loadBalancer, name: "front", region: "eu-west-1"))
    let resource = try #require(cafe.world.resource("front"))
    #expect(resource.isHealthy && resource.addresses.count == 2)
    try cafe.perform(.setResourceHealth(resource.name, isHealthy: false))
    #expect(cafe.world.resource(resource.name)?.isHealthy == false)
    #expect(throws: Rejection.self) {
      try cafe.perform(.setResourceHealth(resource.name, isHealthy: false))
    }
    try cafe.perform(.healEverything)
    #expect(cafe.world.resource(resource.name)?.isHealthy == true)
  }

  @Test mutating func `of one name are refused, and so are names and regions that cannot be`()
    throws
  {
    try cafe.perform(.createResource(.website, name: nil, region: "us-west-2"))
    #expect(throws: Rejection.exists(.resource, "s3-website-us-west-2.amazonaws.com")) {
      try cafe.perform(.createResource(.website, name: nil, region: "us-west-2"))
    }
    #expect(throws: Rejection.unknown(.region, "mars-1")) {
      try cafe.perform(.createResource(.website, name: nil, region: "mars-1"))
    }
    #expect(throws: Rejection.self) {
      try cafe.perform(.createResource(.loadBalancer, name: "a b", region: "us-west-2"))
    }
    #expect(throws: Rejection.unknown(.resource, "no.such.example.")) {
      let name = try DomainName("no.such.example")
      try cafe.perform(.setResourceHealth(name, isHealthy: false))
    }
  }

  @Test mutating func `take orders, say sorry, or answer 503`() throws {
    try cafe.perform(.createResource(.loadBalancer, name: "front", region: "us-west-2"))
    try cafe.perform(.createResource(.website, name: nil, region: "us-west-2"))
    let (front, sorry) = (cafe.world.resources[0], cafe.world.resources[1])
    try cafe.change(.create, [cafe.simple(front.addresses[0])])
    try cafe.wait(10 * .minute)
    #expect(cafe.world.customers.placed > 0 && cafe.world.customers.lost == 0)
    let placed = cafe.world.customers.placed
    try cafe.perform(.setResourceHealth(front.name, isHealthy: false))
    try cafe.wait(5 * .minute)
    #expect(cafe.world.customers.placed == placed)
    #expect(cafe.world.customers.lost > 0 && cafe.world.customers.apologies == 0)
    let lost = cafe.world.customers.lost
    try cafe.change(.upsert, [cafe.simple(sorry.addresses[0])])
    try cafe.wait(10 * .minute)
    let customers = cafe.world.customers
    #expect(customers.placed == placed)
    #expect(
      customers.lost > lost && customers.apologies > 0 && customers.apologies < customers.lost
    )
    try cafe.perform(.order(host: "\(sorry.addresses[0])", item: "coffee"))
    #expect(cafe.world.ordersByHand == 0)
  }

  @Test(
    arguments: [
      (.website, 80, nil, .healthy), (.website, 443, nil, .unhealthy),
      (.loadBalancer, 443, nil, .healthy), (.website, 80, "sorry", .healthy),
      (.loadBalancer, 80, "sorry", .unhealthy),
    ] as [(AwsResource.Kind, Int, String?, HealthStatus)]
  )
  mutating func `can be watched`(
    kind: AwsResource.Kind,
    port: Int,
    words: String?,
    status: HealthStatus
  ) throws {
    let name = kind == .loadBalancer ? "front" : nil
    try cafe.perform(.createResource(kind, name: name, region: "us-west-2"))
    let resource = try #require(cafe.world.resources.first)
    let settings = HealthCheckSettings(
      kind: words != nil ? .httpStringMatch : port == 443 ? .https : .http,
      ipAddress: "\(resource.addresses[0])",
      port: port,
      resourcePath: "/cafe/",
      searchString: words,
      requestInterval: 10
    )
    try cafe.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
    let id = try #require(cafe.world.healthChecks.first?.id)
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == status)
    try cafe.perform(.setResourceHealth(resource.name, isHealthy: false))
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .unhealthy)
  }
}
