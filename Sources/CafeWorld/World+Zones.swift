import OrderedCollections
import Route53

extension World {
  mutating func applyZones(_ fact: Fact) {
    switch fact {
    case .hostedZoneCreated(let zone):
      hostedZones.append(zone)
      submissionTimes[zone.id.changeID] = now
      created += 1
    case .hostedZoneDeleted(let id):
      hostedZones.removeAll { $0.id == id }
      submissionTimes[id.changeID] = now
    case .recordsChanged(let id, let change):
      let moment = now.milliseconds
      submissionTimes[change.id] = now
      self.change(zone: id) {
        $0.submit(
          change.after,
          change: change.id,
          at: moment,
          inSyncAt: change.inSyncAt.milliseconds
        )
      }
      created += 1
    case .changeInSync(let id, let change): self.change(zone: id) { $0.publish(change) }
    default: preconditionFailure("not a fact about hosted zones")
    }
  }

  private mutating func change(zone id: HostedZoneID, _ body: (inout HostedZone) -> Void) {
    guard let index = hostedZones.firstIndex(where: { $0.id == id }) else { return }
    body(&hostedZones[index])
  }
}
