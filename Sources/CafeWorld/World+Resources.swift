public import DNS
public import Route53

extension World {
  /// A resource of another AWS service by its name, or by what its name begins with: `front` for
  /// `front-1234567890.us-west-2.elb.amazonaws.com`.
  public func resource(_ name: String) -> AwsResource? {
    let wanted = name.lowercased()
    return resources.first { $0.name.withoutDot == wanted || "\($0.name)" == wanted }
      ?? resources.last {
        $0.name.withoutDot.hasPrefix(wanted + "-") || $0.name.withoutDot.hasPrefix(wanted + ".")
      }
  }

  public func resource(_ name: DomainName) -> AwsResource? {
    resources.first { $0.name == name }
  }

  /// The resource that answers at an address.
  public func resource(at address: IPv4Address) -> AwsResource? {
    resources.first { $0.addresses.contains(address) }
  }

  /// A resource as it will be when it is created: its name as AWS makes such names, and addresses
  /// of the service.
  ///
  /// A website's name is its region's, so that a region has one; `name` is nil for it and for a
  /// distribution, whose name is drawn.
  func newResource(_ kind: AwsResource.Kind, _ name: String?, in region: String) -> AwsResource? {
    let key = created << 8 | UInt64(resources.count)
    let word = seed.draw(.identifier, 0xA45, key)
    let text =
      switch kind {
      case .loadBalancer: "\(name ?? "front")-\(1_000_000_000 + word % 9_000_000_000).\(region).elb"
      case .website: "s3-website-\(region)"
      case .distribution: "d\(word.hex.prefix(13)).cloudfront"
      }
    let domain = text + (kind == .distribution ? ".net" : ".amazonaws.com")
    guard let full = try? DomainName(domain) else { return nil }
    let prefixes = AddressPool.machines(of: kind, in: region)
    let count: UInt64 =
      switch kind {
      case .website: 1
      case .loadBalancer: 2
      case .distribution: 4
      }
    return AwsResource(
      kind: kind,
      region: region,
      name: full,
      addresses: (0..<count).map { drawAddress(0xA45 << 32 | key, $0, from: prefixes) }
    )
  }

  mutating func applyResource(_ fact: Fact) {
    switch fact {
    case .resourceCreated(let resource):
      resources.append(resource)
      created += 1
    case .resourceTurned(let name, let isHealthy):
      for index in resources.indices where resources[index].name == name {
        resources[index].isHealthy = isHealthy
      }
    default: preconditionFailure("not a fact about resources")
    }
  }
}

extension Rehearsal {
  mutating func createResource(
    _ kind: AwsResource.Kind,
    _ name: String?,
    _ region: String
  ) throws(Rejection) {
    guard AddressPool.regions.contains(region) else { throw .unknown(.region, region) }
    if let name, !AwsResource.isName(name) {
      throw .badValue(
        option: "resource name",
        value: name,
        allowed: "1 to 32 letters, digits and hyphens"
      )
    }
    guard let resource = world.newResource(kind, name, in: region) else { return }
    guard world.resource(resource.name) == nil else {
      throw .exists(.resource, resource.name.withoutDot)
    }
    happen(.resourceCreated(resource))
  }

  mutating func setResourceHealth(_ name: DomainName, _ isHealthy: Bool) throws(Rejection) {
    guard let resource = world.resource(name) else { throw .unknown(.resource, "\(name)") }
    guard resource.isHealthy != isHealthy else {
      let state = isHealthy ? HealthStatus.healthy : .unhealthy
      throw .alreadySo(.resource, resource.name.withoutDot, state: state.rawValue)
    }
    happen(.resourceTurned(name, isHealthy: isHealthy))
  }
}

extension AwsResource {
  /// Whether somebody can give this name to a load balancer (ELB: CreateLoadBalancer).
  public static func isName(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || (48...57).contains(byte) || (65...90).contains(byte)
          || (97...122).contains(byte)
      }
  }

  /// What a static website says to everybody who is led to it.
  public static let apology =
    "The café is closed for a moment. We are sorry: no orders can be taken. Please come back soon."

  /// How the service's machines meet a connection: a load balancer and a distribution stand in
  /// front of a café of their own, a website has its one page; one that is unhealthy answers 503
  /// (our decision).
  var serving: Serving {
    Serving(
      status: isHealthy ? 200 : 503,
      page: kind == .website && isHealthy ? ResponseBody(Self.apology) : nil
    )
  }

  /// S3 speaks no TLS on the addresses of its websites (S3UG: WebsiteEndpoints).
  var ports: [Int] { kind == .website ? [Website.port] : Website.ports }
}
