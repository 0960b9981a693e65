import DNS
import OrderedCollections
import Route53

extension World {
  /// The digest of the whole state: 32 hexadecimal digits.
  ///
  /// Two worlds with the same past have the same digest in every process and on every machine.
  /// How many events there were does not count: one wait of a minute is two of thirty seconds.
  public var digest: String {
    var print = Fingerprint()
    print.add(seed.value)
    print.add(now)
    print.add(Int64(bitPattern: created))
    for instance in instances { instance.add(to: &print) }
    print.add(elasticAddresses.count)
    for address in elasticAddresses {
      print.add(address.allocationID)
      print.add(address.address.description)
      print.add(address.instance?.text)
    }
    print.add(zoneOutages.count)
    for zone in zoneOutages { print.add(zone) }
    print.add(cutOffs.count)
    for cut in cutOffs { cut.add(to: &print) }
    for resource in resources {
      print.add(resource.name.description)
      print.add(resource.isHealthy)
      for address in resource.addresses { print.add(UInt64(address.bits)) }
    }
    print.add(hostedZones.count)
    for zone in hostedZones { zone.add(to: &print) }
    addShared(to: &print)
    print.add(checks.count)
    for check in checks.values { check.add(to: &print) }
    print.add(spentReferences.count)
    for reference in spentReferences { print.add(reference) }
    for control in routingControls { control.add(to: &print) }
    print.add(topics.count)
    for topic in topics { topic.add(to: &print) }
    print.add(alarms.count)
    for alarm in alarms { alarm.add(to: &print) }
    print.add(mails.count)
    for mail in mails { mail.add(to: &print) }
    for resolver in resolvers { resolver.add(to: &print) }
    customers.add(to: &print)
    print.add(ordersByHand)
    return print.hex
  }
}

extension World {
  /// What zones share counts only where there is some, so that the digests of old journals hold.
  private func addShared(to print: inout Fingerprint) {
    for reference in spentZoneReferences { print.add(reference) }
    for reference in spentDelegationReferences { print.add(reference) }
    for set in delegationSets {
      print.add(set.id.text)
      print.add(set.callerReference)
      for server in set.nameServers { print.add(server.description) }
    }
    for collection in cidrCollections {
      print.add(collection.id.text)
      print.add(collection.name)
      print.add(collection.callerReference)
      print.add(collection.version)
      for location in collection.locations {
        print.add(location.name)
        print.add(location.blocks.map(\.description).joined(separator: ","))
      }
    }
    for fault in controlPlaneFaults {
      print.add(fault.kind.rawValue)
      print.add(fault.until)
    }
  }
}

extension HostedZone {
  /// Record sets keep a sum of their own digests, so a zone costs what changed in it.
  fileprivate func add(to print: inout Fingerprint) {
    print.add(id.text)
    print.add(name.description)
    addExtras(to: &print)
    print.add(records.fingerprint)
    print.add(served.fingerprint)
    for change in pending {
      print.add(change.id.text)
      print.add(change.inSyncAt)
      print.add(change.after.fingerprint)
    }
  }
}

extension HostedZone {
  /// What a plain public zone does not have counts only where it is there.
  private func addExtras(to print: inout Fingerprint) {
    if hasGivenReference { print.add(callerReference) }
    if comment != firstComment { print.add(comment) }
    if let delegationSet { print.add(delegationSet.text) }
    for vpc in vpcs { print.add(vpc.region + vpc.id) }
    for tag in tags {
      print.add(tag.key)
      print.add(tag.value)
    }
  }
}

extension Instance {
  fileprivate func add(to print: inout Fingerprint) {
    print.add(id.text)
    print.add(state.rawValue)
    print.add(stateSince)
    print.add(publicAddress?.description)
    print.add(hasElasticAddress)
    print.add(service.rawValue)
    print.add(hasPower)
    print.add(Int64(bitPattern: addressesDrawn))
    for fault in faults { fault.add(to: &print) }
    for step in agenda {
      print.add(step.at)
      print.add(step.service.rawValue)
    }
    if let outside {
      print.add(outside.description)
      found?.add(to: &print)
    }
  }
}

extension Reach {
  fileprivate func add(to print: inout Fingerprint) {
    switch self {
    case .silent: print.add(1)
    case .refuses: print.add(2)
    case .answers(let status, let slow, _):
      print.add(status)
      print.add(slow)
    }
  }
}

extension Fault {
  fileprivate func add(to print: inout Fingerprint) {
    print.add(kind.rank)
    print.add(until)
    switch kind {
    case .refuse, .drop: break
    case .status(let code): print.add(code)
    case .slow(let time): print.add(time)
    case .body(let text): print.add(text)
    case .page(let page):
      print.add(page.text)
      print.add(page.offset)
      print.add(page.encoding.rawValue)
      print.add(page.delayMilliseconds)
    case .slowConnection(let time): print.add(time)
    case .handshake(let fault): print.add(fault.rawValue)
    }
  }
}
