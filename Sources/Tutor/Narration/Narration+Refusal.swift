public import CafeWorld
import Commands
import DNS
import Route53
public import Terminal

extension Narration {
  /// Why a command was refused, and what to try next.
  ///
  /// Lines are as long as their sentences: wrap them to the display.
  public static func refusal(_ rejection: Rejection, world: World) -> Styled {
    Refusal(rejection, world).text.withCommands
  }
}

/// A refusal in words: what, why, what to try.
private struct Refusal {
  let rejection: Rejection
  let world: World

  init(_ rejection: Rejection, _ world: World) {
    self.rejection = rejection
    self.world = world
  }

  var text: Styled {
    switch rejection {
    case .unknown(let kind, let name): unknown(kind, name)
    case .exists(.resource, let name):
      no("There is already a resource called \(name).")
        + suggest("`--region` makes one elsewhere; `show \(name)` shows the one that is there.")
    case .exists(let kind, let name):
      no("There is already \(kind.withArticle) called \(name).")
        + suggest("Take another name, or change the one that is there with `update`.")
    case .wrongState(_, let name, let state, let wanted): wrongState(name, state, wanted)
    case .runsOutside(let name, let outside):
      no("\(name) runs outside, at \(outside), where this café has no say.")
        + suggest("do it there: the checkers find out by themselves while the café is live.")
    case .service(let error): AmazonRefusal(error, server: world.exampleServer).text
    case .waitTooLong(_, let most):
      no("That is too long to wait at once.") + suggest("`wait \(most / .day)d` is the longest.")
    case .waitNotPositive:
      no("Time only goes forwards.") + suggest("`wait 30s`, or `undo` to go back.")
    case .badValue(let option, let value, let allowed):
      no("\(option) cannot be \(value.isEmpty ? "empty" : value).")
        + "\nAllowed: \(allowed)."
    case .addressInUse(let address, let by):
      no("\(address) belongs to \(by) and cannot be given back.")
        + suggest("`disassociate address \(address)` first.")
    case .otherRegion(let address, let home, let name, let region):
      no("\(address) is an address of \(home), and \(name) is in \(region).")
        + suggest("`allocate address --region \(region)` gets one that \(name) can have.")
    case .notAConfirmation(let mail):
      no("Mail \(mail) has no link to confirm.") + suggest("`inbox` shows which mail asks for it.")
    case .linkExpired(let mail):
      no(
        "The link in mail \(mail) is older than \(span(Subscription.tokenLife)) and no longer "
          + "works."
      )
        + suggest("`subscribe` again: a new mail is sent.")
    case .nothingToHeal(let name):
      no("Nothing is broken at \(name).")
        + suggest("`status` shows what is. A stopped instance is not broken: `start` starts it.")
    case .alreadySo(_, let name, let state):
      no("\(name) is already \(state).") + suggest("`status` shows how things are.")
    case .limitReached(let what, let most):
      no("There can be at most \(most) of this kind: \(what).")
        + suggest("Give one back that is not needed: `help delete`, `help release address`.")
    }
  }

  private func no(_ sentence: String) -> Styled { Styled(sentence, .bad) }

  private func suggest(_ sentence: String) -> Styled { "\nTry: \(sentence)" }

  private func unknown(_ kind: Rejection.Kind, _ name: String) -> Styled {
    let names = kind.names(in: world)
    let near = nearest(to: name, in: names)
    var advice = near.map { "Did you mean \($0)?" }
    if advice == nil, !names.isEmpty, names.count <= 8 {
      advice = "There is \(listed(names))."
    }
    return no("There is no \(kind.rawValue) called \(name).")
      + suggest(advice ?? kind.howToMake)
  }

  private func wrongState(
    _ name: String,
    _ state: InstanceState,
    _ wanted: [InstanceState]
  ) -> Styled {
    let states = wanted.map(\.rawValue).joined(separator: " or ")
    let advice =
      switch state {
      case .running: "`reboot \(name)` restarts it, `stop \(name)` stops it."
      case .stopped: "`start \(name)` starts it."
      case .pending, .stopping, .shuttingDown:
        "`wait 30s`, then look at `status`: it is on its way."
      case .terminated: "`undo` takes back what ended it; else it is gone for good."
      }
    return no("\(name) is \(state.rawValue), not \(states) (IncorrectInstanceState).")
      + suggest(advice)
  }
}

extension Rejection.Kind {
  fileprivate var withArticle: String {
    switch self {
    case .instance, .address, .availabilityZone, .alarm, .resource: "an \(rawValue)"
    default: "a \(rawValue)"
    }
  }

  /// The names of this kind that exist.
  fileprivate func names(in world: World) -> [String] {
    switch self {
    case .instance: world.instances.map(\.name)
    case .address: world.elasticAddresses.map(\.address.description)
    case .zone: world.hostedZones.map(\.name.shown)
    case .availabilityZone: world.availabilityZones
    case .healthCheck: world.healthChecks.map(\.name)
    case .record: world.hostedZones.flatMap { $0.records.all.map(\.name.shown) }
    case .topic: world.topics.map(\.name)
    case .subscription: world.topics.flatMap { $0.subscriptions.map(\.endpoint) }
    case .alarm: world.alarms.map(\.name)
    case .mail: world.mails.map { String($0.number) }
    case .mailbox: world.administrators.map(\.address)
    case .resolver: world.resolvers.map(\.name)
    case .region: HealthRules.regions
    case .routingControl: world.routingControls.map(\.name)
    case .cidrCollection: world.cidrCollections.map(\.name)
    case .delegationSet: world.delegationSets.map(\.id.text)
    case .resource: world.resources.map(\.name.shown)
    }
  }

  /// What to do when there is none that comes near.
  fileprivate var howToMake: String {
    switch self {
    case .address: "`allocate address` gets one."
    case .zone: "`list zones` shows them; `create hosted-zone NAME` makes one."
    case .healthCheck: "`create health-check NAME --ip-address INSTANCE` makes one."
    case .record: "`list records` shows them."
    case .topic: "`create topic NAME` makes one."
    case .subscription: "`subscribe TOPIC EMAIL` asks for one."
    case .alarm: "`create alarm NAME --health-check CHECK --topic TOPIC` makes one."
    case .mail, .mailbox: "`inbox` shows every mail."
    case .instance, .availabilityZone: "`list instances` shows them."
    case .resolver: "`list resolvers` shows them."
    case .routingControl: "`create routing-control NAME` makes one."
    case .cidrCollection: "`create cidr-collection NAME` makes one."
    case .delegationSet: "`create delegation-set` makes one."
    case .resource: "`create resource s3-website` makes one; `list resources` shows them."
    case .region: "`show` a health check to see the regions of its checkers."
    }
  }
}
