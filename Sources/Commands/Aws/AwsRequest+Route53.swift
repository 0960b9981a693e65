import CafeWorld
import DNS
package import Route53

extension AwsRequest {
  func route53() throws(CommandError) -> Request {
    switch call.operation {
    case .createHealthCheck: return try createHealthCheck()
    case .updateHealthCheck: return try updateHealthCheck()
    case .deleteHealthCheck:
      return change([.deleteHealthCheck(try healthCheckID("HealthCheckId", option: Self.check))])
    case .getHealthCheck:
      _ = try knownHealthCheck("HealthCheckId", option: Self.check)
      return asked
    case .getHealthCheckStatus, .getHealthCheckLastFailureReason: return try observations()
    case .changeResourceRecordSets:
      let zone = try hostedZoneID("HostedZoneId", option: Self.zone)
      let batch = try ChangeBatch(call.arguments["ChangeBatch"])
      return change([.changeRecords(zone, batch)])
    case .listResourceRecordSets: return try listResourceRecordSets()
    case .testDNSAnswer: return try testDNSAnswer()
    case .createHostedZone: return try createHostedZone()
    case .deleteHostedZone:
      return change([.deleteHostedZone(try hostedZoneID("Id", option: "--id"))])
    case .getHostedZone:
      _ = try knownHostedZone("Id", option: "--id")
      return asked
    case .getDNSSEC:
      _ = try knownHostedZone("HostedZoneId", option: Self.zone)
      return asked
    case .getChange: return try getChange()
    case .changeTagsForResource, .listTagsForResource, .listTagsForResources: return try tagging()
    case .listHostedZones: return try listHostedZones()
    case .listHealthChecks:
      return try listMarked("health check", world.healthChecks.map(\.id.text))
    case .listDelegationSets:
      return try listMarked("reusable delegation set", world.delegationSets.map(\.id.text))
    case .listHostedZonesByName: return try listHostedZonesByName()
    case .updateHostedZoneComment, .associateVPC, .disassociateVPC, .getAccountLimit,
      .getHostedZoneLimit:
      return try hostedZoneSettings()
    case .createDelegationSet, .getDelegationSet, .deleteDelegationSet, .getDelegationSetLimit:
      return try delegationSets()
    case .createCidrCollection, .changeCidrCollection, .listCidrLocations, .listCidrBlocks,
      .deleteCidrCollection:
      return try cidrCollections()
    case .listGeoLocations, .getGeoLocation: return try geography()
    default: return asked
    }
  }

  private static let check = "--health-check-id"
  static let zone = "--hosted-zone-id"

  private func createHealthCheck() throws(CommandError) -> Request {
    let settings = try HealthCheckSettings(call.arguments["HealthCheckConfig"])
    let reference = call.required("CallerReference")
    guard (1...64).contains(reference.unicodeScalars.count) else {
      throw .badValue(
        option: "--caller-reference",
        value: reference.shown(),
        allowed: "1 to 64 characters",
        near: []
      )
    }
    return change([.createHealthCheck(name: "", callerReference: reference, settings: settings)])
  }

  private func updateHealthCheck() throws(CommandError) -> Request {
    let id = try healthCheckID("HealthCheckId", option: Self.check)
    let update = try HealthCheckUpdate(call)
    return change([.updateHealthCheck(id, update)])
  }

  /// Calculated checks have no observations (`M:GetHealthCheckStatusRequest`).
  private func observations() throws(CommandError) -> Request {
    let check = try knownHealthCheck("HealthCheckId", option: Self.check)
    do { try world.checkObservable(check.id) } catch {
      throw service(error.code, error.message)
    }
    return asked
  }

  private func listResourceRecordSets() throws(CommandError) -> Request {
    _ = try knownHostedZone("HostedZoneId", option: Self.zone)
    if let type = call.text("StartRecordType") {
      _ = try recordType(type, option: "--start-record-type")
    }
    do throws(ServiceError) { try HostedZone.check(call.recordSetListing) } catch {
      throw service(error.code, error.message.shown(longest: 600))
    }
    return asked
  }

  private func testDNSAnswer() throws(CommandError) -> Request {
    let zone = try knownHostedZone("HostedZoneId", option: Self.zone)
    let name = try domainName(call.required("RecordName"))
    _ = try recordType(call.required("RecordType"), option: "--record-type")
    guard name.isWithin(zone.name) else {
      throw service("InvalidInput", "\(name) is not in the hosted zone \(zone.name)")
    }
    guard !zone.isPrivate else {
      throw service("InvalidInput", "TestDNSAnswer cannot be used for a private hosted zone.")
    }
    _ = try client()
    return asked
  }

  private func getChange() throws(CommandError) -> Request {
    let id = ChangeID(call.required("Id"))
    guard AwsChange(id, in: world) != nil else {
      throw service("NoSuchChange", "A change with the ID \(id.text.shown()) does not exist.")
    }
    return asked
  }

  private func recordType(_ text: String, option: String) throws(CommandError) -> RecordType {
    guard let type = RecordType(rawValue: text) else {
      throw .badValue(
        option: option,
        value: text.shown(),
        allowed: RecordType.names.joined(separator: ", "),
        near: RecordType.names.filter { $0 == text.uppercased() }
      )
    }
    return type
  }

  func domainName(_ text: String) throws(CommandError) -> DomainName {
    guard let name = try? DomainName(text) else {
      throw service("InvalidDomainName", "\(text.shown()) is not a valid domain name.")
    }
    return name
  }
}

extension AwsCall {
  /// Where a list of record sets begins, and how many it has at most.
  package var recordSetListing: RecordSetListing {
    RecordSetListing(
      name: text("StartRecordName"),
      type: text("StartRecordType"),
      identifier: text("StartRecordIdentifier"),
      maxItems: maxItems
    )
  }
}
