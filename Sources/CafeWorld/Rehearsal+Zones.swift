import DNS
import OrderedCollections
import Route53

extension Rehearsal {
  /// A change batch: lists show it at once, answers at a moment of its own (§1.5 of the notes on
  /// Route 53; DG: at most 60 seconds, usually).
  mutating func changeRecords(
    _ id: HostedZoneID,
    _ batch: ChangeBatch
  ) throws(Rejection) {
    guard let zone = world.hostedZone(id) else {
      throw .service(.noSuchHostedZone(id))
    }
    let checks = world.checks
    let after: RecordSets
    do {
      after = try zone.validated(batch) { checks[$0] != nil }
    } catch { throw .service(error) }
    let spread = Timing.propagationMost - Timing.propagationLeast
    let delay =
      Timing.propagationLeast
      + world.seed.uniform(below: spread + 1, .propagation, world.created)
    let latest = zone.pending.last?.inSyncAt ?? 0
    let moment = Instant(milliseconds: max((world.now + delay).milliseconds, latest))
    let change = RecordsChange(
      id: ChangeID(world.identifier("C0", length: 19, 2)),
      batch: batch,
      after: after,
      inSyncAt: moment
    )
    happen(.recordsChanged(id, change))
  }

  mutating func createHostedZone(
    _ name: String,
    _ comment: String?
  ) throws(Rejection) {
    let zone: DomainName
    do { zone = try Refusals.hostedZoneName(name) } catch { throw .service(error) }
    guard world.hostedZones.count < 500 else { throw .limitReached("hosted zone", most: 500) }
    let id = HostedZoneID(world.identifier("Z0", length: 19, 3))
    let servers = HostedZone.nameServers(seed: world.seed.draw(.nameServers, world.created))
    happen(
      .hostedZoneCreated(
        HostedZone(id: id, name: zone, comment: comment, nameServers: servers)
      )
    )
  }

  mutating func deleteHostedZone(_ id: HostedZoneID) throws(Rejection) {
    guard let zone = world.hostedZone(id) else {
      throw .service(.noSuchHostedZone(id))
    }
    guard zone.holdsOnlyItsOwnRecords else { throw .service(.hostedZoneNotEmpty) }
    happen(.hostedZoneDeleted(id))
  }
}
