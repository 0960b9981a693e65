import DNS
import Route53

extension World {
  mutating func applyCompute(_ event: Event) {
    switch event.fact {
    case .instanceTurned(let id, _, let state):
      let moment = now
      change(instance: id) {
        $0.state = state
        $0.stateSince = moment
      }
    case .serviceTurned(let id, let service):
      let moment = now
      change(instance: id) {
        $0.service = service
        $0.agenda.removeAll { $0.at <= moment }
      }
    case .lifecyclePlanned(let id, let steps):
      change(instance: id) {
        $0.agenda = steps
        $0.plannedBy = event.number
      }
    case .addressAssigned(let id, let address):
      change(instance: id) {
        $0.publicAddress = address
        $0.hasElasticAddress = false
        $0.addressesDrawn += 1
      }
    case .addressLost(let id, let address):
      change(instance: id) {
        $0.publicAddress = nil
        $0.remember(address)
      }
    case .addressAllocated(let address):
      elasticAddresses.append(address)
      created += 1
    case .addressAssociated(let address, let id): associate(address, with: id)
    case .addressDisassociated(let address, let id):
      change(elastic: address) { $0.instance = nil }
      change(instance: id) {
        $0.publicAddress = nil
        $0.hasElasticAddress = false
        $0.remember(address)
      }
    case .addressReleased(let address): elasticAddresses.removeAll { $0.address == address }
    default: preconditionFailure("not a fact about instances")
    }
  }

  private mutating func associate(_ address: IPv4Address, with id: InstanceID) {
    change(elastic: address) { $0.instance = id }
    change(instance: id) {
      $0.publicAddress = address
      $0.hasElasticAddress = true
    }
  }

  private mutating func change(
    elastic address: IPv4Address,
    _ body: (inout ElasticAddress) -> Void
  ) {
    guard let index = elasticAddresses.firstIndex(where: { $0.address == address }) else { return }
    body(&elasticAddresses[index])
  }

  mutating func applyFault(_ event: Event) {
    switch event.fact {
    case .powerLost(let id): change(instance: id) { $0.hasPower = false }
    case .powerRestored(let id): change(instance: id) { $0.hasPower = true }
    case .faultBegan(let id, var fault):
      fault.begunBy = event.number
      change(instance: id) {
        $0.faults.removeAll { $0.kind.rank == fault.kind.rank }
        $0.faults.append(fault)
        $0.faults.sort { $0.kind.rank < $1.kind.rank }
      }
    case .faultHealed(let id, let kind):
      change(instance: id) { $0.faults.removeAll { $0.kind.rank == kind.rank } }
    case .zoneOutageBegan(let zone): zoneOutages = (zoneOutages + [zone]).sorted()
    case .zoneOutageEnded(let zone): zoneOutages.removeAll { $0 == zone }
    case .regionCutOff(var cut):
      cut.begunBy = event.number
      cutOffs = (cutOffs + [cut]).sorted()
    case .regionReconnected(let cut):
      cutOffs.removeAll { $0.region == cut.region && $0.address == cut.address }
    default: preconditionFailure("not a fact about faults")
    }
  }
}

extension Instance {
  /// Keeps an address that it had, once.
  fileprivate mutating func remember(_ address: IPv4Address) {
    formerAddresses.removeAll { $0 == address }
    formerAddresses.append(address)
  }
}
