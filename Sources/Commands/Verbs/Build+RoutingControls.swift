import ArgumentParser
import CafeWorld

extension Build {
  struct CreateRoutingControl: WordVerb {
    static let configuration = CommandConfiguration(
      "create routing-control",
      "Creates a switch that a health check can follow; a new one is off.",
      "It stands for a routing control of Application Recovery Controller.",
      example: "create routing-control Oregon"
    )

    @Argument(help: "What it shall be called.") var name: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard context.world.routingControl(name) == nil else {
        throw .nameTaken(.routingControl, name)
      }
      return .change([.createRoutingControl(name)], showing: .events)
    }
  }
}
