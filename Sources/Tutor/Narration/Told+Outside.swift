import CafeWorld
import DNS
import Terminal

/// Instances that are made, and what is found of those that run outside.
extension Told {
  func launched(_ instance: Instance) -> Styled {
    let address = instance.publicAddress?.description ?? "no address"
    let made: Styled =
      "\(instance.name, .strong) is running in \(instance.zone), at \(address, .value)."
    guard let outside = instance.outside else { return made }
    let isHere = IPAddress.v4(outside.address).isLoopback
    let condition = isHere ? "." : ", where `--allow-probes` lets them."
    return made + " It stands for what runs outside, at \(outside.description): health checks of "
      + "its address, whatever their port, make real requests there while the café is live"
      + Styled(condition)
  }

  func found(_ name: String, _ reach: Reach) -> Styled {
    switch reach {
    case .silent: "Outside, nothing comes back from \(name)."
    case .refuses: "Outside, \(name) refuses connections."
    case .answers(let status, let slow, _):
      "Outside, \(name) answers with status \(status)"
        + Styled(slow > 0 ? ", after \(slow / .second) s." : ".")
    }
  }
}
