import CafeWorld
import DNS
import Route53

extension AwsOutput {
  var ec2: JSONValue? {
    switch call.operation {
    case .startInstances: .record(["StartingInstances": stateChanges])
    case .stopInstances: .record(["StoppingInstances": stateChanges])
    case .terminateInstances: .record(["TerminatingInstances": stateChanges])
    case .describeInstances: AwsPage.cut("Reservations", instances.map(\.reservation), call)
    case .describeInstanceStatus:
      AwsPage.cut("InstanceStatuses", statusInstances.map(\.statusReport), call)
    case .describeRegions: .record(["Regions": .list(regions)])
    case .describeAvailabilityZones: .record(["AvailabilityZones": .list(zonesHere)])
    case .describeAddresses: .record(["Addresses": .list(addresses.map(addressJSON))])
    case .allocateAddress: allocated
    case .associateAddress: associated
    default: nil
    }
  }

  /// EC2M: Region.
  private var regions: [JSONValue] {
    chosen(AwsRegion.all, "RegionNames").map { name in
      .record([
        "OptInStatus": "opt-in-not-required", "RegionName": .string(name),
        "Endpoint": .string("ec2.\(name).amazonaws.com"),
      ])
    }
  }

  /// EC2M: AvailabilityZone; those in which the café has instances.
  private var zonesHere: [JSONValue] {
    let here = after.availabilityZones.filter { call.isIn(String($0.dropLast())) }
    return chosen(here, "ZoneNames").map { name in
      let isDown = after.zoneOutages.contains(name)
      return .record([
        "State": isDown ? "impaired" : "available", "RegionName": .string(String(name.dropLast())),
        "ZoneName": .string(name), "ZoneType": "availability-zone",
      ])
    }
  }

  private func chosen(_ names: [String], _ member: String) -> [String] {
    let wanted = call.texts(member)
    return wanted.isEmpty ? names : names.filter { wanted.contains($0) }
  }

  private var stateChanges: JSONValue {
    .list(
      call.texts("InstanceIds").map { id in
        let now = after.instance(InstanceID(id))
        let then = before.instance(InstanceID(id))
        return .record([
          "InstanceId": .string(id), "CurrentState": now?.state.json,
          "PreviousState": then?.state.json,
        ])
      }
    )
  }

  /// The instances that the call names, or all that are listed, as far as its filters let them
  /// through.
  private var instances: [Instance] {
    let ids = call.texts("InstanceIds")
    let filters = AwsFilter.all(of: call)
    return after.listedInstances.filter { instance in
      call.isIn(instance.region) && (ids.isEmpty || ids.contains(instance.id.text))
        && filters.allSatisfy { $0.fits(instance) }
    }
  }

  /// Only running instances have a status, unless all are asked for.
  private var statusInstances: [Instance] {
    let all = call.flag("IncludeAllInstances") == true
    return instances.filter { all || $0.state == .running }
  }

  private var addresses: [ElasticAddress] {
    let (ids, texts) = (call.texts("AllocationIds"), call.texts("PublicIps"))
    let filters = AwsFilter.all(of: call)
    return after.elasticAddresses.filter { address in
      call.isIn(address.region) && (ids.isEmpty || ids.contains(address.allocationID))
        && (texts.isEmpty || texts.contains(address.address.description))
        && filters.allSatisfy { $0.fits(address) }
    }
  }

  /// EC2M: Address.
  private func addressJSON(_ address: ElasticAddress) -> JSONValue {
    let instance = address.instance.flatMap { after.instance($0) }
    return .record([
      "AllocationId": .string(address.allocationID),
      "AssociationId": address.associationID.map(JSONValue.string), "Domain": "vpc",
      "PrivateIpAddress": (instance?.privateAddress.description).map(JSONValue.string),
      "PublicIpv4Pool": "amazon", "NetworkBorderGroup": .string(address.region),
      "InstanceId": (instance?.id.text).map(JSONValue.string),
      "PublicIp": .string(address.address.description),
    ])
  }

  private var allocated: JSONValue? {
    let allocated = fact { fact in
      if case .addressAllocated(let address) = fact { address } else { nil }
    }
    return allocated.map { address in
      .record([
        "AllocationId": .string(address.allocationID), "PublicIpv4Pool": "amazon",
        "NetworkBorderGroup": .string(address.region), "Domain": "vpc",
        "PublicIp": .string(address.address.description),
      ])
    }
  }

  private var associated: JSONValue? {
    let id = call.text("InstanceId")
    let address = after.elasticAddresses.first { address in
      address.instance?.text == id
    }
    return address.map { .record(["AssociationId": $0.associationID.map(JSONValue.string)]) }
  }
}

extension InstanceState {
  fileprivate var json: JSONValue {
    .record(["Code": .whole(code), "Name": .string(rawValue)])
  }
}

extension Instance {
  /// A reservation of one instance, with what this world knows of it (EC2M: Instance).
  fileprivate var reservation: JSONValue {
    .record([
      "ReservationId": .string(AwsIdentifier.hex("r-", of: id.text)),
      "OwnerId": .string(Topic.account), "Groups": .list([]), "Instances": .list([json]),
    ])
  }

  private var json: JSONValue {
    let publicName = publicAddress.map { name("ec2-", $0, "compute.amazonaws.com") } ?? ""
    let tag: JSONValue = .record(["Key": "Name", "Value": .string(name)])
    return .record([
      "Tags": .list([tag]), "InstanceId": .string(id.text), "State": state.json,
      "PrivateDnsName": .string(name("ip-", privateAddress, "compute.internal")),
      "PublicDnsName": .string(publicName),
      "Placement": .record(["Tenancy": "default", "AvailabilityZone": .string(zone)]),
      "SubnetId": .string(AwsIdentifier.hex("subnet-", of: subnet)),
      "VpcId": .string(AwsIdentifier.hex("vpc-", of: region)),
      "PrivateIpAddress": .string(privateAddress.description),
      "PublicIpAddress": (publicAddress?.description).map(JSONValue.string),
    ])
  }

  /// A name such as `ec2-203-0-113-5.us-west-2.compute.amazonaws.com`.
  private func name(_ prefix: String, _ address: IPv4Address, _ suffix: String) -> String {
    let digits = address.description.map { $0 == "." ? "-" : String($0) }.joined()
    return "\(prefix)\(digits).\(region).\(suffix)"
  }

  /// EC2M: InstanceStatus; a host without power fails both of EC2's own checks.
  fileprivate var statusReport: JSONValue {
    let summary: (status: String, detail: String?) =
      switch state {
      case .running where !hasPower: ("impaired", "failed")
      case .running where service == .refusing && !agenda.isEmpty:
        ("initializing", "initializing")
      case .running: ("ok", "passed")
      default: ("not-applicable", nil)
      }
    let details = summary.detail.map { detail in
      JSONValue.list([.record(["Name": "reachability", "Status": .string(detail)])])
    }
    let status: JSONValue = .record(["Details": details, "Status": .string(summary.status)])
    return .record([
      "AvailabilityZone": .string(zone), "InstanceId": .string(id.text),
      "InstanceState": state.json, "InstanceStatus": status, "SystemStatus": status,
    ])
  }
}
