import CafeWorld
import DNS
import Route53

extension AwsOutput {
  var zones: JSONValue? {
    switch call.operation {
    case .createHostedZone: createdZone
    case .getHostedZone: after.hostedZone(HostedZoneID(call.required("Id"))).map(details)
    case .updateHostedZoneComment:
      after.hostedZone(HostedZoneID(call.required("Id"))).map { .record(["HostedZone": $0.json]) }
    case .getHostedZoneCount: .record(["HostedZoneCount": .whole(after.hostedZones.count)])
    case .listHostedZones: call.isRawPage ? pageOfZones : allZones
    case .listHostedZonesByName: zonesByName
    case .listHostedZonesByVPC: zonesByVPC
    case .getDNSSEC:
      .record(["Status": .record(["ServeSignature": "NOT_SIGNING"]), "KeySigningKeys": .list([])])
    case .deleteHostedZone: changed(before.hostedZone(HostedZoneID(call.required("Id"))))
    case .associateVPC, .disassociateVPC:
      changed(after.hostedZone(HostedZoneID(call.required("HostedZoneId"))))
    case .createDelegationSet: createdDelegationSet
    case .getDelegationSet:
      after.delegationSet(DelegationSetID(call.required("Id"))).map {
        .record(["DelegationSet": $0.json])
      }
    case .listDelegationSets:
      marked("DelegationSets", after.delegationSets.map { ($0.id.text, $0.json) })
    default: nil
    }
  }

  private static let service = "https://route53.amazonaws.com/2013-04-01"

  /// A zone is answered for at once, yet the CLI says PENDING, as for any change.
  private var createdZone: JSONValue? {
    let created = fact { fact in
      if case .hostedZoneCreated(let zone) = fact { zone } else { nil }
    }
    return created.map { zone in
      .record([
        "Location": .string("\(Self.service)/hostedzone/\(zone.id)"),
        "HostedZone": zone.json,
        "ChangeInfo": AwsChange.json(zone.id.changeID, inSync: false, at: after.now),
        "DelegationSet": delegationSet(of: zone),
        "VPC": zone.vpcs.first?.json,
      ])
    }
  }

  private func details(_ zone: HostedZone) -> JSONValue {
    .record([
      "HostedZone": zone.json, "DelegationSet": delegationSet(of: zone),
      "VPCs": zone.isPrivate ? .list(zone.vpcs.map(\.json)) : nil,
    ])
  }

  private func changed(_ zone: HostedZone?) -> JSONValue? {
    zone.map { zone in
      .record([
        "ChangeInfo": AwsChange.json(
          zone.id.changeID,
          inSync: false,
          at: after.now,
          comment: call.text("Comment")
        )
      ])
    }
  }

  /// Private zones have none in the answer (`LS:test_route53`).
  private func delegationSet(of zone: HostedZone) -> JSONValue? {
    guard !zone.isPrivate else { return nil }
    return zone.delegationSet.flatMap { after.delegationSet($0)?.json }
      ?? .record(["NameServers": .texts(zone.nameServers.map(\.withoutDot))])
  }

  private var createdDelegationSet: JSONValue? {
    let created = fact { fact in
      if case .delegationSetCreated(let set, of: _) = fact { set } else { nil }
    }
    return created.map { set in
      .record([
        "DelegationSet": set.json,
        "Location": .string("\(Self.service)/delegationset/\(set.id)"),
      ])
    }
  }

  private var pageOfZones: JSONValue? {
    (try? call.page(of: after.hostedZones)).map { page in
      .record([
        "HostedZones": .list(page.zones.map(\.json)),
        "Marker": call.text("Marker").map(JSONValue.string),
        "IsTruncated": .boolean(page.next != nil),
        "NextMarker": (page.next?.id.text).map(JSONValue.string),
        "MaxItems": .string(String(page.maxItems)),
      ])
    }
  }

  /// All that are asked for; the CLI pages by itself.
  private var allZones: JSONValue {
    let set = call.text("DelegationSetId").map { DelegationSetID($0) }
    let isPrivate = call.text("HostedZoneType") != nil
    let zones = after.hostedZones.filter { zone in
      (set == nil || zone.delegationSet == set) && (!isPrivate || zone.isPrivate)
    }
    return AwsPage.cut("HostedZones", zones.map(\.json), call)
  }

  /// This list is not paged by the CLI, so it says where it ends (`M:ListHostedZonesByName`).
  private var zonesByName: JSONValue? {
    (try? call.pageByName(of: after.hostedZones)).map { page in
      .record([
        "HostedZones": .list(page.zones.map(\.json)),
        "DNSName": call.text("DNSName").map(JSONValue.string),
        "HostedZoneId": call.text("HostedZoneId").map(JSONValue.string),
        "IsTruncated": .boolean(page.next != nil),
        "NextDNSName": (page.next?.name.description).map(JSONValue.string),
        "NextHostedZoneId": (page.next?.id.text).map(JSONValue.string),
        "MaxItems": .string(String(page.maxItems)),
      ])
    }
  }

  /// The private zones of a VPC, from the one that the token names on (`M:HostedZoneSummary`).
  private var zonesByVPC: JSONValue {
    let vpc = VPC(region: call.required("VPCRegion"), id: call.required("VPCId"))
    let all = after.hostedZones.filter { $0.vpcs.contains(vpc) }
    let token = call.text("NextToken")
    let rest = token.map { token in all.drop { $0.id.text != token } } ?? all[...]
    let most = min(max(call.whole("MaxItems") ?? AwsPage.most, 1), AwsPage.most)
    let owner: JSONValue = .record(["OwningAccount": .string(Topic.account)])
    let summaries: [JSONValue] = rest.prefix(most).map { zone in
      .record([
        "HostedZoneId": .string(zone.id.text), "Name": .string(zone.name.description),
        "Owner": owner,
      ])
    }
    return .record([
      "HostedZoneSummaries": .list(summaries), "MaxItems": .string(String(most)),
      "NextToken": (rest.dropFirst(most).first?.id.text).map(JSONValue.string),
    ])
  }

  var limit: JSONValue? {
    let type = call.required("Type")
    switch call.operation {
    case .getAccountLimit: return AwsLimit.account(type, of: after)
    case .getHostedZoneLimit:
      let zone = after.hostedZone(HostedZoneID(call.required("HostedZoneId")))
      return zone.flatMap { AwsLimit.zone(type, of: $0) }
    default:
      let set = after.delegationSet(DelegationSetID(call.required("DelegationSetId")))
      return set.map { AwsLimit.delegationSet(type, of: $0, in: after) }
    }
  }
}

extension HostedZone {
  /// `M:HostedZone`.
  fileprivate var json: JSONValue {
    let config: JSONValue = .record([
      "Comment": comment.map(JSONValue.string), "PrivateZone": .boolean(isPrivate),
    ])
    return .record([
      "Id": .string("/hostedzone/\(id)"), "Name": .string(name.description),
      "CallerReference": .string(callerReference), "Config": config,
      "ResourceRecordSetCount": .whole(records.count),
    ])
  }
}

extension DelegationSet {
  /// `M:DelegationSet`.
  fileprivate var json: JSONValue {
    .record([
      "Id": .string("/delegationset/\(id)"), "CallerReference": .string(callerReference),
      "NameServers": .texts(nameServers.map(\.withoutDot)),
    ])
  }
}

extension VPC {
  /// `M:VPC`.
  fileprivate var json: JSONValue {
    .record(["VPCRegion": .string(region), "VPCId": .string(id)])
  }
}
