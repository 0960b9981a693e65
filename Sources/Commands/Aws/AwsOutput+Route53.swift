import CafeWorld
import DNS
import Route53

extension AwsOutput {
  var route53: JSONValue? {
    switch call.operation {
    case .createHealthCheck: createdHealthCheck
    case .updateHealthCheck, .getHealthCheck: checked { .record(["HealthCheck": $0.json]) }
    case .listHealthChecks:
      AwsPage.cut("HealthChecks", after.healthChecks.map(\.json), call)
    case .getHealthCheckCount: .record(["HealthCheckCount": .whole(after.healthChecks.count)])
    case .getHealthCheckStatus: checked { observations($0, failedOnly: false) }
    case .getHealthCheckLastFailureReason: checked { observations($0, failedOnly: true) }
    case .changeResourceRecordSets: changedRecords
    case .listResourceRecordSets: recordSets
    case .getChange: change
    case .testDNSAnswer: dnsAnswer
    case .createHostedZone: createdZone
    case .getHostedZone:
      after.hostedZone(HostedZoneID(call.required("Id"))).map { zone in
        .record(["HostedZone": zone.json, "DelegationSet": zone.delegationSet])
      }
    case .getHostedZoneCount: .record(["HostedZoneCount": .whole(after.hostedZones.count)])
    case .listHostedZones: AwsPage.cut("HostedZones", after.hostedZones.map(\.json), call)
    case .listHostedZonesByName: zonesByName
    case .deleteHostedZone: deletedZone
    case .listTagsForResource: tags
    case .getCheckerIPRanges:
      .record(["CheckerIpRanges": .texts(HealthRules.sites.map(\.range))])
    default: nil
    }
  }

  private func checked(_ answer: (HealthCheck) -> JSONValue) -> JSONValue? {
    after.healthCheck(HealthCheckID(call.required("HealthCheckId"))).map(answer)
  }

  /// The new check; asked for a second time, the one that is already there.
  private var createdHealthCheck: JSONValue? {
    let reference = call.required("CallerReference")
    let check = after.healthChecks.last { $0.callerReference == reference }
    return check.map { check in
      .record([
        "Location": .string("https://route53.amazonaws.com/2013-04-01/healthcheck/\(check.id)"),
        "HealthCheck": check.json,
      ])
    }
  }

  /// One entry for each checker that has observed something (`M:HealthCheckObservation`).
  private func observations(_ check: HealthCheck, failedOnly: Bool) -> JSONValue {
    let found: [JSONValue] = after.observations(of: check, failedOnly: failedOnly)
      .compactMap { site, result in
        guard let result else { return nil }
        let report: JSONValue = .record([
          "Status": .string(result.reason(kind: check.settings.kind)),
          "CheckedTime": .string(result.endedAt.awsText),
        ])
        return .record([
          "Region": .string(site.region), "IPAddress": .string(site.address.description),
          "StatusReport": report,
        ])
      }
    return .record(["HealthCheckObservations": .list(found)])
  }

  private var changedRecords: JSONValue? {
    let changed = fact { fact in
      if case .recordsChanged(_, let change) = fact { change } else { nil }
    }
    return changed.map { change in
      .record([
        "ChangeInfo": AwsChange.json(
          change.id,
          inSync: false,
          at: after.now,
          comment: change.batch.comment
        )
      ])
    }
  }

  private var recordSets: JSONValue? {
    guard let zone = after.hostedZone(HostedZoneID(call.required("HostedZoneId"))) else {
      return nil
    }
    var sets = zone.records.all
    if let name = call.text("StartRecordName").flatMap({ try? DomainName($0) }) {
      let type = call.text("StartRecordType").flatMap(RecordType.init(rawValue:))
      let start = RecordSetKey(
        name: name,
        type: type ?? .a,
        setIdentifier: call.text("StartRecordIdentifier")
      )
      sets.removeAll { $0.key < start }
    }
    return AwsPage.cut("ResourceRecordSets", sets.map(\.request.json), call)
  }

  private var change: JSONValue? {
    AwsChange(ChangeID(call.required("Id")), in: after).map { change in
      .record([
        "ChangeInfo": AwsChange.json(
          change.id,
          inSync: change.isInSync,
          at: change.submittedAt
        )
      ])
    }
  }

  /// What the zone's name servers answer now (`M:TestDNSAnswerResponse`).
  private var dnsAnswer: JSONValue? {
    guard let zone = after.hostedZone(HostedZoneID(call.required("HostedZoneId"))),
      let name = try? DomainName(call.required("RecordName")),
      let type = RecordType(rawValue: call.required("RecordType"))
    else { return nil }
    let answer = Route53.answer(
      Question(name: name, type: type),
      in: [zone],
      health: { after.healthCheck($0)?.servedStatus },
      rules: AnsweringRules(secondaryNeedsCheck: after.rules.secondaryNeedsCheck),
      draw: 0
    )
    return .record([
      "Nameserver": (zone.nameServers.first?.withoutDot).map(JSONValue.string),
      "RecordName": .string(name.withoutDot), "RecordType": .string(type.rawValue),
      "RecordData": .texts(answer.records.map(\.data.description)),
      "ResponseCode": .string(answer.code.rawValue), "Protocol": "UDP",
    ])
  }

  /// A zone is answered for at once, yet the CLI says PENDING, as for any change.
  private var createdZone: JSONValue? {
    let created = fact { fact in
      if case .hostedZoneCreated(let zone) = fact { zone } else { nil }
    }
    return created.map { zone in
      let location = "https://route53.amazonaws.com/2013-04-01/hostedzone/\(zone.id)"
      return .record([
        "Location": .string(location),
        "HostedZone": zone.json(reference: call.text("CallerReference")),
        "ChangeInfo": AwsChange.json(zone.id.changeID, inSync: false, at: after.now),
        "DelegationSet": zone.delegationSet,
      ])
    }
  }

  private var deletedZone: JSONValue? {
    before.hostedZone(HostedZoneID(call.required("Id"))).map { zone in
      .record(["ChangeInfo": AwsChange.json(zone.id.changeID, inSync: false, at: after.now)])
    }
  }

  /// This list is not paged by the CLI, so it says where it ends (`M:ListHostedZonesByName`).
  private var zonesByName: JSONValue {
    var zones = after.hostedZones.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let start = call.text("DNSName")
    if let name = start.flatMap({ try? DomainName($0) }) { zones.removeAll { $0.name < name } }
    let most = min(call.whole("MaxItems") ?? 100, 100)
    let next = zones.dropFirst(most).first
    return .record([
      "HostedZones": .list(zones.prefix(most).map(\.json)),
      "DNSName": start.map(JSONValue.string),
      "HostedZoneId": call.text("HostedZoneId").map(JSONValue.string),
      "IsTruncated": .boolean(next != nil),
      "NextDNSName": (next?.name.description).map(JSONValue.string),
      "NextHostedZoneId": (next?.id.text).map(JSONValue.string),
      "MaxItems": .string(String(most)),
    ])
  }

  private var tags: JSONValue? {
    let id = call.required("ResourceId")
    let name = after.healthCheck(HealthCheckID(id))?.name ?? ""
    let tag: JSONValue = .record(["Key": "Name", "Value": .string(name)])
    let set: JSONValue = .record([
      "ResourceType": .string(call.required("ResourceType")), "ResourceId": .string(id),
      "Tags": .list(name.isEmpty ? [] : [tag]),
    ])
    return .record(["ResourceTagSet": set])
  }
}

extension HealthCheck {
  /// `M:HealthCheck`.
  fileprivate var json: JSONValue {
    .record([
      "Id": .string(id.text), "CallerReference": .string(callerReference),
      "HealthCheckConfig": settings.json, "HealthCheckVersion": .whole(version),
    ])
  }
}

extension HostedZone {
  /// `M:HostedZone`.
  fileprivate var json: JSONValue { json(reference: nil) }

  /// The world does not keep a zone's caller reference; without one the id stands for it.
  fileprivate func json(reference: String?) -> JSONValue {
    let config: JSONValue = .record([
      "Comment": comment.map(JSONValue.string), "PrivateZone": false,
    ])
    return .record([
      "Id": .string("/hostedzone/\(id)"), "Name": .string(name.description),
      "CallerReference": .string(reference ?? id.text), "Config": config,
      "ResourceRecordSetCount": .whole(records.count),
    ])
  }

  fileprivate var delegationSet: JSONValue {
    .record(["NameServers": .texts(nameServers.map(\.withoutDot))])
  }
}

extension CheckerSite {
  /// The checkers of one place share a /23.
  fileprivate var range: String { "\(IPv4Address(bits: address.bits & 0xffff_fe00))/23" }
}
