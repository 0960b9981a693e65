import ArgumentParser
import CafeWorld

extension Break {
  struct Turn: WordVerb {
    static let configuration = CommandConfiguration(
      "turn",
      "Turns a routing control on or off.",
      "The health checks that follow it turn at once.",
      example: "turn Oregon on"
    )

    @Argument(
      help: .init("By name or ARN.", valueName: "control"),
      completion: .list(["@routing-control"])
    )
    var control: String
    @Argument(help: "Which way.", completion: .list(["on", "off"])) var state: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let arn = try context.routingControl(control).arn
      switch state.lowercased() {
      case "on": return .change([.setRoutingControl(arn: arn, isOn: true)], showing: .events)
      case "off": return .change([.setRoutingControl(arn: arn, isOn: false)], showing: .events)
      default: throw .badValue(option: "STATE", value: state, allowed: "on or off", near: [])
      }
    }
  }
}
