import CafeWorld
import DNS
import Route53
import Terminal

/// One event as a sentence.
struct Told {
  let event: Event
  let world: World
  let next: Event?
  let mailbox: Narration.Mailbox

  /// Takes an event, the world just before it, and the event that follows.
  init(_ event: Event, before: World, next: Event?, mailbox: Narration.Mailbox) {
    self.event = event
    world = before
    self.next = next
    self.mailbox = mailbox
  }

  /// The sentence; nil for what a person would not notice, or what is told elsewhere.
  var sentence: Styled? {
    switch event.fact {
    case .timePassed, .probeReturned, .lifecyclePlanned, .nameLookedUp, .pageFetched,
      .checkerTurned,
      .healthCheckTurned, .cacheRefilled, .mailRead, .metricFollowed, .metricEvaluated,
      .messagePublished, .orderPlaced,
      .orderFailed:
      nil
    case .instanceLaunched, .outsideFound, .instanceTurned, .serviceTurned, .addressAssigned,
      .addressLost, .addressAllocated,
      .addressAssociated, .addressDisassociated, .addressReleased:
      compute
    case .powerLost, .powerRestored, .faultBegan, .faultHealed, .zoneOutageBegan,
      .zoneOutageEnded, .regionCutOff, .regionReconnected, .controlPlaneFaultBegan,
      .controlPlaneFaultEnded:
      fault
    case .resourceCreated, .resourceTurned: resource
    case .hostedZoneCreated, .hostedZoneDeleted, .hostedZoneCommented, .vpcAssociated,
      .vpcDisassociated, .recordsChanged, .changeInSync:
      zone
    case .delegationSetCreated, .delegationSetDeleted, .cidrCollectionCreated,
      .cidrCollectionChanged, .cidrCollectionDeleted, .tagsChanged:
      shared
    case .healthCheckCreated, .healthCheckUpdated, .healthCheckRenamed, .healthCheckDeleted,
      .healthServed, .checkersRetired, .routingControlCreated, .routingControlTurned:
      health
    case .topicCreated, .topicDeleted, .subscriptionRequested, .subscriptionConfirmed,
      .subscriptionEnded, .alarmPut, .alarmDeleted, .alarmTurned, .mailDelivered,
      .notificationUndelivered:
      notification
    case .customersArrived:
      "\(world.customers.name.shown) answers for the first time: customers begin to order."
    }
  }
}

extension Told {
  fileprivate var compute: Styled? {
    switch event.fact {
    case .instanceLaunched(let instance): launched(instance)
    case .outsideFound(let id, let reach): found(world.name(of: id), reach)
    case .instanceTurned(let id, from: _, to: let state): turned(world.name(of: id), id, state)
    case .serviceTurned(let id, let service): served(id, service)
    case .addressAssigned(let id, let address):
      "\(world.name(of: id)) gets the public address \(address.description, .value)."
    case .addressLost(let id, let address):
      "\(world.name(of: id)) loses its public address \(address.description): it was not an "
        + "Elastic IP."
    case .addressAllocated(let address):
      "The Elastic IP \(address.address.description, .value) is yours. It belongs to no instance "
        + "yet: "
        + "`associate address INSTANCE`."
    case .addressAssociated(let address, let id):
      "\(world.name(of: id)) now has the Elastic IP \(address.description, .value)."
    case .addressDisassociated(let address, let id):
      "The Elastic IP \(address.description) no longer belongs to \(world.name(of: id))."
    case .addressReleased(let address): "The Elastic IP \(address.description) is given back."
    default: nil
    }
  }

  private func broken(_ name: String, _ fault: Fault) -> Styled {
    guard let until = fault.until else { return "\(name): \(fault.kind.words, .bad)." }
    return "\(name): \(fault.kind.words, .bad), until \(until.clock(seenFrom: event.at))."
  }

  private func turned(_ name: String, _ id: InstanceID, _ state: InstanceState) -> Styled {
    switch state {
    case .pending: "\(name) is starting; EC2 calls that \(state.styled)."
    case .running: "\(name) is \(state.styled); its web server is still coming up."
    case .stopping where isSilent(id): "\(name) is \(state.styled)."
    case .stopping:
      "\(name) is \(state.styled): its web server goes first and \("refuses connections", .bad)."
    case .stopped: "\(name) is \(state.styled)."
    case .shuttingDown where isSilent(id): "\(name) is \(state.styled), for good."
    case .shuttingDown: "\(name) is \(state.styled), for good: it \("refuses connections", .bad)."
    case .terminated: "\(name) is \(state.styled). It cannot be started again."
    }
  }

  /// What the web server does, unless that is told with the instance's state.
  private func served(_ id: InstanceID, _ service: Instance.WebServer) -> Styled? {
    guard let instance = world.instance(id), instance.service != service else { return nil }
    let name = instance.name
    switch service {
    case .answering where isSilent(id) || instance.faults.contains { $0.kind == .refuse }:
      return "\(name) has booted, but is as \("broken", .bad) as before: `status` says how."
    case .answering: return "\(name)'s web server \("answers", .good) again."
    case .silent where isSilent(id): return nil
    case .silent:
      return "\(name) gives \("no answer", .bad) any more: packets to it are dropped."
    case .refusing:
      if [.stopping, .shuttingDown, .pending].contains(instance.state) { return nil }
      return "\(name) boots; until its web server is up it \("refuses connections", .bad)."
    }
  }

  /// Whether nothing comes back from a host already, whatever its web server does.
  private func isSilent(_ id: InstanceID) -> Bool {
    world.instance(id)?.publicAddress.map { world.reach(of: $0) == .silent } ?? false
  }

  fileprivate var fault: Styled? {
    switch event.fact {
    case .powerLost(let id):
      "\(world.name(of: id)) \("loses its power", .bad): nothing answers there, though EC2 still "
        + "says running."
    case .powerRestored(let id): "\(world.name(of: id)) \("has power again", .good)."
    case .faultBegan(let id, let fault):
      broken(world.name(of: id), fault)
    case .faultHealed(let id, let kind):
      "\(world.name(of: id)) is \("healed", .good): \(kind.endWords)."
    case .zoneOutageBegan(let zone): "All of \(zone) \("goes down", .bad)."
    case .zoneOutageEnded(let zone): "\(zone) \("is back", .good)."
    case .regionCutOff(let cut):
      "The checkers in \(cut.region) \("cannot reach", .bad) \(world.described(cut.address)) any "
        + "more\(cut.until.map { ", until \($0.clock(seenFrom: event.at))" } ?? "")."
    case .regionReconnected(let cut):
      "The checkers in \(cut.region) \("reach", .good) \(world.described(cut.address)) again."
    case .controlPlaneFaultBegan(let fault):
      "Route 53's API \("refuses requests", .bad): \(fault.kind.words). Its name servers go on "
        + "answering."
    case .controlPlaneFaultEnded(let kind):
      "Route 53's API \("takes requests", .good) again: no longer \(kind.words)."
    default: nil
    }
  }
}
