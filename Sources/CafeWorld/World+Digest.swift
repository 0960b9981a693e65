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
    for cut in cutOffs { print.add(cut.region + cut.address.description) }
    print.add(hostedZones.count)
    for zone in hostedZones { zone.add(to: &print) }
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

extension HostedZone {
  /// Record sets keep a sum of their own digests, so a zone costs what changed in it.
  fileprivate func add(to print: inout Fingerprint) {
    print.add(id.text)
    print.add(name.description)
    print.add(records.fingerprint)
    print.add(served.fingerprint)
    for change in pending {
      print.add(change.id.text)
      print.add(change.inSyncAt)
      print.add(change.after.fingerprint)
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
