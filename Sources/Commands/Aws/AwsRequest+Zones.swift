import CafeWorld
import DNS
import Route53

extension AwsRequest {
  /// A zone with a VPC is private, and says so; one without is public.
  func createHostedZone() throws(CommandError) -> Request {
    let config = call.arguments["HostedZoneConfig"]
    let vpc = try vpc()
    guard (config?["PrivateZone"]?.flag ?? (vpc != nil)) == (vpc != nil) else {
      throw service(
        "InvalidInput",
        vpc == nil
          ? "When you're creating a private hosted zone, you must specify a VPC."
          : "A hosted zone with a VPC is private: PrivateZone must be true."
      )
    }
    return change([
      .createHostedZone(
        name: call.required("Name"),
        callerReference: call.required("CallerReference"),
        comment: config?["Comment"]?.text,
        delegationSet: call.text("DelegationSetId").map { DelegationSetID($0) },
        vpc: vpc
      )
    ])
  }

  private func vpc() throws(CommandError) -> VPC? {
    guard let vpc = call.arguments["VPC"] else { return nil }
    return VPC(region: vpc["VPCRegion"]?.text ?? "", id: vpc["VPCId"]?.text ?? "")
  }

  func hostedZoneSettings() throws(CommandError) -> Request {
    switch call.operation {
    case .updateHostedZoneComment:
      let zone = try hostedZoneID("Id", option: "--id")
      return change([.commentHostedZone(zone, call.text("Comment"))])
    case .getAccountLimit:
      _ = try limit(AwsLimit.account)
      return asked
    case .getHostedZoneLimit: return try hostedZoneLimit()
    default: break
    }
    let zone = try hostedZoneID("HostedZoneId", option: Self.zone)
    guard let vpc = try vpc() else { return asked }
    return change([
      call.operation == .associateVPC ? .associateVPC(zone, vpc) : .disassociateVPC(zone, vpc)
    ])
  }

  private func hostedZoneLimit() throws(CommandError) -> Request {
    let zone = try knownHostedZone("HostedZoneId", option: Self.zone)
    guard try limit(AwsLimit.zone) != AwsLimit.vpcs || zone.isPrivate else {
      throw service("HostedZoneNotPrivate", "The hosted zone \(zone.id) is not private.")
    }
    return asked
  }

  private func limit(_ known: [String]) throws(CommandError) -> String {
    try choiceOf(known, call.required("Type"), option: "--type")
  }

  /// A text of the service's enumeration, letter by letter.
  func choiceOf(
    _ known: [String],
    _ text: String,
    option: String
  ) throws(CommandError) -> String {
    guard !known.contains(text) else { return text }
    throw .badValue(
      option: option,
      value: text.shown(),
      allowed: known.joined(separator: ", "),
      near: nearMisses(of: text, in: known)
    )
  }

  func listHostedZones() throws(CommandError) -> Request {
    if let type = call.text("HostedZoneType") {
      _ = try choiceOf([AwsPage.privateZones], type, option: "--hosted-zone-type")
    }
    if let id = call.text("DelegationSetId") { _ = try knownDelegationSet(DelegationSetID(id)) }
    do throws(ServiceError) { _ = try call.page(of: world.hostedZones) } catch {
      throw service(error.code, error.message.shown(longest: 600))
    }
    return asked
  }

  /// A list begins at one of the things that it lists.
  func listMarked(_ kind: String, _ ids: [String]) throws(CommandError) -> Request {
    do throws(ServiceError) {
      try MarkedList.check(
        marker: call.marker,
        among: ids,
        of: kind,
        maxItems: call.maxItems ?? call.whole("MaxItems")
      )
    } catch {
      throw service(error.code, error.message.shown(longest: 600))
    }
    return asked
  }

  func listHostedZonesByName() throws(CommandError) -> Request {
    do throws(ServiceError) { _ = try call.pageByName(of: world.hostedZones) } catch {
      throw service(error.code, error.message.shown(longest: 600))
    }
    return asked
  }

  func delegationSets() throws(CommandError) -> Request {
    switch call.operation {
    case .createDelegationSet:
      let zone = try call.text("HostedZoneId").map { _ throws(CommandError) in
        try hostedZoneID("HostedZoneId", option: Self.zone)
      }
      return change([
        .createDelegationSet(callerReference: call.required("CallerReference"), of: zone)
      ])
    case .deleteDelegationSet:
      return change([.deleteDelegationSet(DelegationSetID(call.required("Id")))])
    case .getDelegationSetLimit:
      _ = try limit(AwsLimit.delegationSet)
      _ = try knownDelegationSet(DelegationSetID(call.required("DelegationSetId")))
    default: _ = try knownDelegationSet(DelegationSetID(call.required("Id")))
    }
    return asked
  }

  private func knownDelegationSet(_ id: DelegationSetID) throws(CommandError) -> DelegationSet {
    guard let set = world.delegationSet(id) else {
      throw refused(
        .noSuchDelegationSet(id),
        near: id.text,
        in: world.delegationSets.map(\.id.text)
      )
    }
    return set
  }

  /// An answer of the service, with ids that come near.
  func refused(_ error: ServiceError, near text: String, in known: [String]) -> CommandError {
    service(error.code, error.message.shown(longest: 600), near: nearMisses(of: text, in: known))
  }
}

extension AwsCall {
  /// The id with which a list begins; that of a delegation set is written with a prefix or without.
  var marker: String? {
    let text = text("Marker")
    return operation == .listDelegationSets ? text.map { DelegationSetID($0).text } : text
  }

  /// The zones that ListHostedZones lists.
  func page(of zones: [HostedZone]) throws(ServiceError) -> HostedZonePage {
    try HostedZone.list(
      zones,
      marker: text("Marker"),
      maxItems: maxItems,
      delegationSet: text("DelegationSetId").map { DelegationSetID($0) },
      isPrivate: text("HostedZoneType").map { _ in true }
    )
  }

  /// The zones that ListHostedZonesByName lists.
  func pageByName(of zones: [HostedZone]) throws(ServiceError) -> HostedZonePage {
    try HostedZone.byName(
      zones,
      from: text("DNSName"),
      id: text("HostedZoneId"),
      maxItems: whole("MaxItems")
    )
  }
}
