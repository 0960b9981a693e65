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
    case .regionCutOff(let cut): cutOffs = (cutOffs + [cut]).sorted()
    case .regionReconnected(let cut): cutOffs.removeAll { $0 == cut }
    default: preconditionFailure("not a fact about faults")
    }
  }

  /// A believable public address of EC2 in us-west-2, that nobody here has yet and that no
  /// health check is refused for (CP: healthcheck-ipaddress-private-range).
  func drawAddress(_ a: UInt64, _ b: UInt64) -> IPv4Address {
    let prefixes: [UInt32] = [0x22D2, 0x22D6, 0x2C_E2, 0x34_20, 0x34_24, 0x36_B8, 0x36_BC, 0x23A0]
    var attempt: UInt64 = 0
    while true {
      let word = seed.draw(.address, a, b, attempt)
      let host = UInt32(truncatingIfNeeded: word >> 8) & 0xFFFF
      let address = IPv4Address(bits: prefixes[Int(word % 8)] << 16 | max(host, 0x0104))
      let taken =
        owner(of: address) != nil || elasticAddresses.contains { $0.address == address }
      if !taken { return address }
      attempt += 1
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
