import CafeWorld
import DNS
import Route53

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
    case .getChange: return try getChange()
    case .changeTagsForResource: return try changeTags()
    case .listTagsForResource: return try listTags()
    default: return asked
    }
  }

  private static let check = "--health-check-id"
  private static let zone = "--hosted-zone-id"

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
      guard call.text("StartRecordName") != nil else {
        throw service("InvalidInput", "The record type cannot be given without the record name.")
      }
      _ = try recordType(type, option: "--start-record-type")
    }
    if let name = call.text("StartRecordName") { _ = try domainName(name) }
    return asked
  }

  private func testDNSAnswer() throws(CommandError) -> Request {
    let zone = try knownHostedZone("HostedZoneId", option: Self.zone)
    let name = try domainName(call.required("RecordName"))
    _ = try recordType(call.required("RecordType"), option: "--record-type")
    guard name.isWithin(zone.name) else {
      throw service("InvalidInput", "\(name) is not in the hosted zone \(zone.name)")
    }
    return asked
  }

  private func createHostedZone() throws(CommandError) -> Request {
    let config = call.arguments["HostedZoneConfig"]
    return change([
      .createHostedZone(
        name: call.required("Name"),
        callerReference: call.required("CallerReference"),
        comment: config?["Comment"]?.text
      )
    ])
  }

  private func getChange() throws(CommandError) -> Request {
    let id = ChangeID(call.required("Id"))
    guard AwsChange(id, in: world) != nil else {
      throw service("NoSuchChange", "A change with the ID \(id.text.shown()) does not exist.")
    }
    return asked
  }

  private func changeTags() throws(CommandError) -> Request {
    let id = try taggedCheck().id
    var name: String?
    for tag in call.arguments["AddTags"]?.elements ?? [] {
      try checkKey(tag["Key"]?.text ?? "")
      name = tag["Value"]?.text ?? ""
    }
    for key in call.texts("RemoveTagKeys") {
      try checkKey(key)
      name = name ?? ""
    }
    guard let name else {
      throw service("InvalidInput", "Tags to add or keys to remove must be given.")
    }
    return change([.renameHealthCheck(id, name)])
  }

  private func checkKey(_ key: String) throws(CommandError) {
    guard key != "Name" else { return }
    throw notHere("the tag \"\(key.shown())\"", "this café keeps only the tag Name")
  }

  private func listTags() throws(CommandError) -> Request {
    if call.text("ResourceType") == "hostedzone" {
      _ = try knownHostedZone("ResourceId", option: "--resource-id")
    } else {
      _ = try taggedCheck()
    }
    return asked
  }

  private func taggedCheck() throws(CommandError) -> HealthCheck {
    let type = call.required("ResourceType")
    guard type != "hostedzone" else {
      throw notHere("--resource-type hostedzone", "this café keeps tags of health checks only")
    }
    guard type == "healthcheck" else {
      throw .badValue(
        option: "--resource-type",
        value: type.shown(),
        allowed: "healthcheck or hostedzone",
        near: nearMisses(of: type, in: ["healthcheck"])
      )
    }
    return try knownHealthCheck("ResourceId", option: "--resource-id")
  }

  private func recordType(_ text: String, option: String) throws(CommandError) -> RecordType {
    guard let type = RecordType(rawValue: text) else {
      let types = RecordType.allCases.map(\.rawValue)
      throw .badValue(
        option: option,
        value: text.shown(),
        allowed: types.joined(separator: ", "),
        near: types.filter { $0 == text.uppercased() }
      )
    }
    return type
  }

  private func domainName(_ text: String) throws(CommandError) -> DomainName {
    guard let name = try? DomainName(text) else {
      throw service("InvalidDomainName", "\(text.shown()) is not a valid domain name.")
    }
    return name
  }
}
