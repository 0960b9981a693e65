import CafeWorld
import DNS
import Route53

extension AwsOutput {
  var route53: JSONValue? {
    switch call.operation {
    case .createHealthCheck: createdHealthCheck
    case .updateHealthCheck, .getHealthCheck: checked { .record(["HealthCheck": $0.json]) }
    case .listHealthChecks:
      marked("HealthChecks", after.healthChecks.map { ($0.id.text, $0.json) })
    case .getHealthCheckCount: .record(["HealthCheckCount": .whole(after.healthChecks.count)])
    case .getHealthCheckStatus: checked { observations($0, failedOnly: false) }
    case .getHealthCheckLastFailureReason: checked { observations($0, failedOnly: true) }
    case .changeResourceRecordSets: changedRecords
    case .listResourceRecordSets: recordSets
    case .getChange: change
    case .testDNSAnswer: dnsAnswer
    case .createHostedZone, .getHostedZone, .updateHostedZoneComment, .getHostedZoneCount,
      .listHostedZones, .listHostedZonesByName, .listHostedZonesByVPC, .getDNSSEC,
      .deleteHostedZone, .associateVPC, .disassociateVPC,
      .createDelegationSet, .getDelegationSet, .listDelegationSets:
      zones
    case .getAccountLimit, .getHostedZoneLimit, .getDelegationSetLimit: limit
    case .createCidrCollection, .changeCidrCollection, .listCidrCollections, .listCidrLocations,
      .listCidrBlocks:
      collections
    case .listGeoLocations, .getGeoLocation: geography
    case .listTagsForResource:
      tagSet(of: call.required("ResourceId")).map { .record(["ResourceTagSet": $0]) }
    case .listTagsForResources:
      .record(["ResourceTagSets": .list(call.texts("ResourceIds").compactMap(tagSet))])
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
          "CheckedTime": .time(result.endedAt),
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
    guard call.isRawPage else {
      return AwsPage.cut("ResourceRecordSets", zone.records.all.map(\.request.json), call)
    }
    return (try? zone.list(call.recordSetListing)).map { page in
      .record([
        "ResourceRecordSets": .list(page.sets.map(\.request.json)),
        "IsTruncated": .boolean(page.next != nil),
        "NextRecordName": (page.next?.name.description).map(JSONValue.string),
        "NextRecordType": (page.next?.type.rawValue).map(JSONValue.string),
        "NextRecordIdentifier": page.next?.setIdentifier.map(JSONValue.string),
        "MaxItems": .string(String(page.maxItems)),
      ])
    }
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
    let client = try? AwsRequest(call: call, world: after).client()
    let answer = Route53.answer(
      Question(name: name, type: type),
      for: client ?? Places.testingResolver,
      in: [zone],
      knowing: after.knowledge,
      rules: AnsweringRules(secondaryNeedsCheck: after.rules.secondaryNeedsCheck),
      draw: 0,
      explaining: false
    )
    return .record([
      "Nameserver": (zone.nameServers.first?.withoutDot).map(JSONValue.string),
      "RecordName": .string(name.withoutDot), "RecordType": .string(type.rawValue),
      "RecordData": .texts(answer.records.map(\.data.description)),
      "ResponseCode": .string(answer.code.rawValue), "Protocol": "UDP",
    ])
  }

  private func tagSet(of id: String) -> JSONValue? {
    let isZone = call.required("ResourceType") == "hostedzone"
    let resource: TaggedResource =
      isZone ? .hostedZone(HostedZoneID(id)) : .healthCheck(HealthCheckID(id))
    return after.tags(of: resource).map { tags in
      .record([
        "ResourceType": .string(call.required("ResourceType")), "ResourceId": .string(id),
        "Tags": .list(
          tags.map { .record(["Key": .string($0.key), "Value": .string($0.value)]) }
        ),
      ])
    }
  }

  /// A list that the CLI pages through, or the service's own page of it.
  func marked(_ name: String, _ elements: [(id: String, json: JSONValue)]) -> JSONValue {
    call.isRawPage || !call.operation.isPaged
      ? AwsPage.marked(name, elements, call) : AwsPage.cut(name, elements.map(\.json), call)
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

extension CheckerSite {
  /// The checkers of one place share a /23.
  fileprivate var range: String { "\(IPv4Address(bits: address.bits & 0xffff_fe00))/23" }
}
