public import CafeWorld
import DNS
import Route53

extension Aws {
  /// The line of the AWS CLI that shows what a question shows; nil: AWS has none.
  public static func spelling(of inquiry: Inquiry, in world: World) -> String? {
    switch inquiry {
    case .list(let listing, let zone):
      spelling(of: listing, zone ?? (world.hostedZones.count == 1 ? world.hostedZones[0].id : nil))
    case .instance(let id): line(.describeInstances, ["instance-ids": id.text])
    case .healthCheck(let id):
      line(
        world.healthCheck(id)?.settings.kind.hasEndpoint == true
          ? .getHealthCheckStatus : .getHealthCheck,
        ["health-check-id": id.text]
      )
    case .hostedZone(let id): line(.getHostedZone, ["id": id.text])
    case .recordSets(let zone, let name):
      line(
        .listResourceRecordSets,
        ["hosted-zone-id": zone.text, "start-record-name": name.withoutDot]
      )
    case .alarm(let name):
      line(.describeAlarms, ["region": Topic.region, "alarm-names": name])
    case .topic(let arn):
      line(.getTopicAttributes, ["region": Topic.region, "topic-arn": arn])
    case .authority(let question, _, let client):
      zone(of: question.name, in: world).map { zone in
        line(
          .testDNSAnswer,
          [
            "hosted-zone-id": zone.text, "record-name": question.name.withoutDot,
            "record-type": question.type.rawValue,
            "edns0-client-subnet-ip": client.map { "\($0.first)" },
          ]
        )
      }
    case .status, .delegationSet, .cidrCollection, .resource, .inbox, .diagram, .timeline,
      .metrics, .orders, .explain, .chaos, .now, .aws:
      nil
    }
  }

  private static func spelling(of listing: Listing, _ zone: HostedZoneID?) -> String? {
    switch listing {
    case .zones: line(.listHostedZones, [:])
    case .records: zone.map { line(.listResourceRecordSets, ["hosted-zone-id": $0.text]) }
    case .healthChecks: line(.listHealthChecks, [:])
    case .instances: line(.describeInstances, [:])
    case .alarms: line(.describeAlarms, ["region": Topic.region])
    case .topics: line(.listTopics, ["region": Topic.region])
    case .addresses: line(.describeAddresses, [:])
    case .delegationSets: line(.listDelegationSets, [:])
    case .cidrCollections: line(.listCidrCollections, [:])
    case .resolvers, .resources: nil
    }
  }

  /// The public zone that answers for a name.
  private static func zone(of name: DomainName, in world: World) -> HostedZoneID? {
    world.hostedZones.filter { !$0.isPrivate && name.isWithin($0.name) }
      .max { $0.name.labelCount < $1.name.labelCount }?.id
  }
}
