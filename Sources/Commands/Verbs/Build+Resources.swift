import ArgumentParser
import CafeWorld
import Route53

extension Build {
  struct CreateResource: WordVerb {
    static let configuration = CommandConfiguration(
      "create resource",
      "Creates a resource of another AWS service that an alias record can point to.",
      """
      A load balancer and a distribution stand before a café of their own; a static website says \
      sorry, and takes no orders. Route 53 knows their health without a health check: \
      `break NAME --unhealthy` and `heal NAME` set it.
      """,
      example: "create resource s3-website --region us-west-2"
    )

    @Argument(
      help: "The kind.",
      completion: .list(["load-balancer", "s3-website", "cloudfront"])
    )
    var kind: String
    @Argument(help: "What a load balancer shall be called; AWS names the others.")
    var name: String?
    @Option(
      help: .init("Where it is; the café's region if not given.", valueName: "region"),
      completion: .list(["@region"])
    )
    var region: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let known = AwsResource.Kind.allCases.map(\.rawValue)
      guard let kind = AwsResource.Kind(rawValue: kind.lowercased()) else {
        throw .badValue(
          option: "KIND",
          value: self.kind,
          allowed: known.joined(separator: ", "),
          near: nearMisses(of: self.kind, in: known)
        )
      }
      guard (kind == .loadBalancer) == (name != nil) else {
        throw .misuse(
          kind == .loadBalancer
            ? "Say what the load balancer shall be called."
            : "AWS itself names what is of the kind \(kind.rawValue)."
        )
      }
      let place = try region.map { text throws(CommandError) in try context.checkerRegion(text) }
      return .change(
        [.createResource(kind, name: name, region: place ?? context.world.region)],
        showing: .events
      )
    }
  }
}
