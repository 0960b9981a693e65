/// A switch of Application Recovery Controller that a recovery control check follows.
public struct RoutingControl: Hashable, Sendable, Codable {
  public let arn: String
  public let name: String
  /// A new one is off.
  public internal(set) var isOn = false

  func add(to print: inout Fingerprint) {
    print.add(arn)
    print.add(name)
    print.add(isOn)
  }
}

extension World {
  /// A routing control by ARN or name.
  public func routingControl(_ nameOrARN: String) -> RoutingControl? {
    routingControls.first { $0.arn == nameOrARN }
      ?? routingControls.last { $0.name.lowercased() == nameOrARN.lowercased() }
  }

  mutating func applyRouting(_ fact: Fact) {
    switch fact {
    case .routingControlCreated(let control):
      routingControls.append(control)
      created += 1
    case .routingControlTurned(let arn, let isOn):
      for index in routingControls.indices where routingControls[index].arn == arn {
        routingControls[index].isOn = isOn
      }
    default: preconditionFailure("not a fact about routing controls")
    }
  }
}

extension Rehearsal {
  mutating func createRoutingControl(_ name: String) throws(Rejection) {
    guard (1...64).contains(name.count) else {
      throw .badValue(
        option: "routing control name",
        value: name,
        allowed: "1 to 64 characters"
      )
    }
    guard world.routingControl(name) == nil else { throw .exists(.routingControl, name) }
    let panel = world.seed.draw(.identifier, 0xA2C).hex
    let arn =
      "arn:aws:route53-recovery-control::\(Topic.account):controlpanel/\(panel)/routingcontrol/"
      + world.seed.draw(.identifier, world.created, 5).hex
    happen(.routingControlCreated(RoutingControl(arn: arn, name: name)))
  }

  mutating func setRoutingControl(_ arn: String, isOn: Bool) throws(Rejection) {
    guard let control = world.routingControl(arn) else { throw .unknown(.routingControl, arn) }
    guard control.isOn != isOn else {
      throw .alreadySo(.routingControl, control.name, state: isOn ? "on" : "off")
    }
    happen(.routingControlTurned(arn: control.arn, isOn: isOn))
  }
}
