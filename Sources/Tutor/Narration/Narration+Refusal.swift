public import CafeWorld
import Commands
import DNS
import Lab
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

  /// Amazon's own refusals come with their code; all others begin with the sentence of `Lab`.
  var text: Styled {
    if case .service(let error) = rejection {
      return AmazonRefusal(error, server: world.exampleServer).text
    }
    let sentence = Styled(rejection.sentence, .bad)
    if case .badValue(_, _, let allowed) = rejection { return sentence + "\nAllowed: \(allowed)." }
    return advice.map { sentence + Styled("\nTry: " + $0) } ?? sentence
  }

  /// What to try next; nil: nothing beyond what is said already.
  private var advice: String? {
    switch rejection {
    case .unknown(let kind, let name): suggestion(for: kind, name)
    case .exists(.resource, let name):
      "`--region` makes one elsewhere; `show \(name)` shows the one that is there."
    case .exists: "Take another name, or change the one that is there with `update`."
    case .wrongState(_, let name, let state, _): suggestion(for: name, state)
    case .runsOutside:
      "do it there: the checkers find out by themselves while the café is live."
    case .service, .badValue: nil
    case .waitTooLong(_, let most): "`wait \(most / .day)d` is the longest."
    case .waitNotPositive: "`wait 30s`, or `undo` to go back."
    case .addressInUse(let address, _): "`disassociate address \(address)` first."
    case .otherRegion(_, _, let name, let region):
      "`allocate address --region \(region)` gets one that \(name) can have."
    case .notAConfirmation: "`inbox` shows which mail asks for it."
    case .linkExpired: "`subscribe` again: a new mail is sent."
    case .nothingToHeal:
      "`status` shows what is. A stopped instance is not broken: `start` starts it."
    case .alreadySo: "`status` shows how things are."
    case .limitReached:
      "Give one back that is not needed: `help delete`, `help release address`."
    }
  }

  private func suggestion(for kind: Rejection.Kind, _ name: String) -> String {
    let names = kind.names(in: world)
    if let near = nearest(to: name, in: names) { return "Did you mean \(near)?" }
    let areFew = !names.isEmpty && names.count <= 8
    return areFew ? "There is \(listed(names))." : kind.howToMake
  }

  private func suggestion(for name: String, _ state: InstanceState) -> String {
    switch state {
    case .running: "`reboot \(name)` restarts it, `stop \(name)` stops it."
    case .stopped: "`start \(name)` starts it."
    case .pending, .stopping, .shuttingDown: "`wait 30s`, then look at `status`: it is on its way."
    case .terminated: "`undo` takes back what ended it; else it is gone for good."
    }
  }
}

extension Rejection.Kind {
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
