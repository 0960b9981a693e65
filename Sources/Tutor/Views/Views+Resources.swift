import CafeWorld
import DNS
import Route53
import Terminal

extension Views {
  static func resources(of world: World, on display: Display) -> Styled {
    table(
      ["Resource", "Kind", "Region", "Addresses", "Health"],
      world.resources.map { resource in
        [
          Styled(resource.name.shown, .strong), Styled(resource.kind.rawValue),
          Styled(resource.region), resource.addresses.map { Styled($0.description) }.joined(),
          resource.health.styled,
        ]
      },
      otherwise: "No resources of other AWS services. Make one: `create resource s3-website`.",
      on: display
    )
  }

  /// One resource: what an alias record to it needs to know, and what visitors find.
  static func resource(_ name: DomainName, of world: World, on display: Display) -> Styled {
    guard let resource = world.resource(name) else {
      return none("There is no resource \(name.shown).")
    }
    var sheet = Sheet(on: display)
    sheet.say(Styled(resource.name.shown, .heading) + ", \(resource.kind.words)")
    var facts: [(String, Styled)] = [
      ("region", Styled(resource.region)),
      ("addresses", Styled(listed(resource.addresses.map(\.description)))),
      ("health", resource.health.styled),
      ("visitors find", Styled(resource.page)),
    ]
    if let zone = AwsResource.zone(of: resource.kind, in: resource.region) {
      facts.append(("alias hosted zone", Styled(zone.text)))
    }
    sheet.facts(facts)
    sheet.say(
      none("An alias record answers with its addresses, and knows its health by itself."),
      indent: 2
    )
    return sheet.text
  }

  /// The resources in the status, if there are any.
  static func resources(of world: World, into sheet: inout Sheet) {
    guard !world.resources.isEmpty else { return }
    sheet.heading("AWS resources")
    sheet.rows(
      world.resources.map { resource in
        [
          sheet.mark(resource.health.sign) + Styled(resource.name.shown, .strong),
          Styled(resource.region), resource.health.styled,
        ]
      }
    )
  }
}

extension AwsResource {
  var health: HealthStatus { isHealthy ? .healthy : .unhealthy }

  /// What a visitor finds there.
  fileprivate var page: String {
    if !isHealthy { return "HTTP 503" }
    return kind == .website ? "a page that says sorry; nobody can order" : "the café's page"
  }
}

extension AwsResource.Kind {
  var words: String {
    switch self {
    case .loadBalancer: "a load balancer"
    case .website: "a static website on Amazon S3"
    case .distribution: "a distribution of CloudFront"
    }
  }
}
