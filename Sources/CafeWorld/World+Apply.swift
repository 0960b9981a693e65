import DNS
import OrderedCollections
import Route53

extension World {
  /// Carries out what happened, and never refuses.
  public mutating func apply(_ event: Event) {
    settleCustomers(to: event.at)
    now = event.at
    eventCount = event.number
    if event.fact.changesAnswers { settleDrawnAnswers() }
    change(event)
    if let addresses = endpoints(touchedBy: event.fact) {
      probeAgain(at: addresses, because: event.number)
      showCustomers(addresses)
    }
    if event.fact.changesAnswers {
      noteStaleAnswers(because: event.number)
      resolveAgain(after: event)
      tellCustomers()
    }
  }

  private mutating func change(_ event: Event) {
    switch event.fact {
    case .timePassed: break
    case .instanceLaunched, .probeReturned, .outsideFound: applyOutside(event)
    case .instanceTurned, .serviceTurned, .lifecyclePlanned, .addressAssigned, .addressLost,
      .addressAllocated, .addressAssociated, .addressDisassociated, .addressReleased:
      applyCompute(event)
    case .powerLost, .powerRestored, .faultBegan, .faultHealed, .zoneOutageBegan,
      .zoneOutageEnded, .regionCutOff, .regionReconnected:
      applyFault(event)
    case .resourceCreated, .resourceTurned: applyResource(event.fact)
    case .controlPlaneFaultBegan, .controlPlaneFaultEnded: applyControlPlane(event)
    case .hostedZoneCreated, .hostedZoneDeleted, .hostedZoneCommented, .vpcAssociated,
      .vpcDisassociated, .recordsChanged, .changeInSync:
      applyZones(event)
    case .delegationSetCreated, .delegationSetDeleted, .cidrCollectionCreated,
      .cidrCollectionChanged, .cidrCollectionDeleted:
      applyCollections(event)
    case .tagsChanged(let resource, let tags): applyTags(resource, tags)
    case .healthCheckCreated, .healthCheckUpdated, .healthCheckRenamed, .healthCheckDeleted,
      .checkerTurned, .healthCheckTurned, .healthServed, .checkersRetired, .metricFollowed,
      .metricEvaluated:
      applyHealth(event)
    case .routingControlCreated, .routingControlTurned: applyRouting(event.fact)
    case .topicCreated, .topicDeleted, .subscriptionRequested, .subscriptionConfirmed,
      .subscriptionEnded, .messagePublished, .alarmPut, .alarmDeleted, .alarmTurned,
      .mailDelivered, .notificationUndelivered, .mailRead:
      applyNotification(event)
    case .customersArrived, .nameLookedUp, .cacheRefilled, .pageFetched, .orderPlaced,
      .orderFailed:
      applyPeople(event)
    }
  }

  private mutating func applyPeople(_ event: Event) {
    switch event.fact {
    case .customersArrived: customersArrive()
    case .nameLookedUp(let name, let answer, cached: false), .cacheRefilled(let name, let answer):
      change(resolver: name) { $0.store(answer) }
    case .orderPlaced: ordersByHand += 1
    default: break
    }
  }

  /// From now on busy resolvers know the name, each on a grid of its own; one that was asked before
  /// keeps what it was told.
  private mutating func customersArrive() {
    customers.since = now
    let question = Question(name: customers.name, type: .a)
    for index in resolvers.indices
    where resolvers[index].isBusy && resolvers[index].entry(question) == nil {
      let answer = fetched(question, by: resolvers[index])
      let life = max(1, Int64(answer.ttl) * .second)
      let phase = seed.uniform(below: life, .answerOrder, UInt64(index))
      resolvers[index].store(answer.fetched(at: now - phase))
    }
  }

  mutating func change(resolver name: String, _ body: (inout Resolver) -> Void) {
    guard let index = resolvers.firstIndex(where: { $0.name == name }) else { return }
    body(&resolvers[index])
  }

  mutating func change(instance id: InstanceID, _ body: (inout Instance) -> Void) {
    guard let index = instances.firstIndex(where: { $0.id == id }) else { return }
    body(&instances[index])
  }
}
