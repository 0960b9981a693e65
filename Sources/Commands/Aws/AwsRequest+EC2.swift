import CafeWorld
import DNS
import Route53

extension AwsRequest {
  func ec2() throws(CommandError) -> Request {
    switch call.operation {
    case .startInstances: return change(try each(Command.startInstance))
    case .stopInstances: return change(try each(Command.stopInstance))
    case .terminateInstances: return change(try each(Command.terminateInstance))
    case .rebootInstances: return change(try each(Command.rebootInstance))
    case .allocateAddress: return try allocateAddress()
    case .associateAddress: return try associateAddress()
    case .disassociateAddress: return try disassociateAddress()
    case .releaseAddress: return change([.releaseAddress(try address("--allocation-id"))])
    case .describeInstances, .describeInstanceStatus:
      try checkInstances(try instanceIDs(call.texts("InstanceIds")))
      try AwsFilter.check(call, AwsFilter.instanceNames)
      return asked
    case .describeRegions:
      return try only(AwsRegion.all, "RegionNames", "RegionName")
    case .describeAvailabilityZones:
      return try only(world.availabilityZones, "ZoneNames", "ZoneName")
    case .describeAddresses:
      for id in call.texts("AllocationIds") { _ = try elastic(allocation: id) }
      for text in call.texts("PublicIps") { _ = try elastic(publicIP: text) }
      try AwsFilter.check(call, AwsFilter.addressNames)
      return asked
    default: return asked
    }
  }

  /// A command for every instance of the call.
  private func each(_ command: (InstanceID) -> Command) throws(CommandError) -> [Command] {
    let ids = try instanceIDs(call.texts("InstanceIds"))
    try checkInstances(ids)
    return ids.map(command)
  }

  /// A question about known names alone.
  private func only(
    _ known: [String],
    _ member: String,
    _ called: String
  ) throws(CommandError) -> Request {
    if let unknown = call.texts(member).first(where: { !known.contains($0) }) {
      throw service(
        "InvalidParameterValue",
        "Invalid value '\(unknown.shown())' for \(called)",
        near: nearMisses(of: unknown, in: known)
      )
    }
    return asked
  }

  private func checkInstances(_ ids: [InstanceID]) throws(CommandError) {
    let here = world.listedInstances.filter { call.isIn($0.region) }.map(\.id)
    let missing = ids.filter { !here.contains($0) }
    guard missing.isEmpty else { throw unknown(missing) }
  }

  private func unknown(_ ids: [InstanceID]) -> CommandError {
    let near = nearMisses(of: ids[0].text, in: world.listedInstances.map(\.id.text))
    if let malformed = ids.first(where: { !$0.isWellFormed }) {
      let message = "Invalid id: \"\(malformed.text.shown())\""
      return service("InvalidInstanceID.Malformed", message, near: near)
    }
    let list = ids.map { $0.text.shown() }.joined(separator: ", ")
    let message =
      ids.count == 1
      ? "The instance ID '\(list)' does not exist" : "The instance IDs '\(list)' do not exist"
    return service("InvalidInstanceID.NotFound", message, near: near)
  }

  private func allocateAddress() throws(CommandError) -> Request {
    if let domain = call.text("Domain"), domain != "vpc" {
      throw .badValue(option: "--domain", value: domain.shown(), allowed: "vpc", near: ["vpc"])
    }
    return change([.allocateAddress(region: call.region)])
  }

  private func associateAddress() throws(CommandError) -> Request {
    guard let text = call.text("InstanceId") else {
      throw service(
        "MissingParameter",
        "Either 'instanceId' or 'networkInterfaceId' must be specified"
      )
    }
    let ids = try instanceIDs([text])
    try checkInstances(ids)
    let elastic = try elastic()
    if elastic.instance == ids[0] { return asked }
    if elastic.instance != nil, call.flag("AllowReassociation") == false {
      throw service(
        "Resource.AlreadyAssociated",
        "resource \(elastic.allocationID) is already associated with associate-id "
          + "\(elastic.associationID ?? "")"
      )
    }
    return change([.associateAddress(elastic.address, ids[0])])
  }

  private func disassociateAddress() throws(CommandError) -> Request {
    if let id = call.text("AssociationId") {
      guard let found = world.elasticAddresses.first(where: { $0.associationID == id }) else {
        throw service(
          "InvalidAssociationID.NotFound",
          "The association ID '\(id.shown())' does not exist",
          near: world.elasticAddresses.compactMap(\.associationID)
        )
      }
      return change([.disassociateAddress(found.address)])
    }
    return change([.disassociateAddress(try address("--association-id"))])
  }

  private func address(_ alternative: String) throws(CommandError) -> IPv4Address {
    guard call.text("AllocationId") != nil || call.text("PublicIp") != nil else {
      throw service("MissingParameter", "\(alternative) or --public-ip must be given")
    }
    return try elastic().address
  }

  /// The Elastic IP that the call names by allocation or by address.
  private func elastic() throws(CommandError) -> ElasticAddress {
    if let id = call.text("AllocationId") { return try elastic(allocation: id) }
    guard let text = call.text("PublicIp") else {
      throw service("MissingParameter", "--allocation-id or --public-ip must be given")
    }
    return try elastic(publicIP: text)
  }

  private func elastic(allocation id: String) throws(CommandError) -> ElasticAddress {
    guard let found = elasticAddresses.first(where: { $0.allocationID == id }) else {
      throw service(
        "InvalidAllocationID.NotFound",
        "The allocation ID '\(id.shown())' does not exist",
        near: elasticAddresses.map(\.allocationID)
      )
    }
    return found
  }

  private var elasticAddresses: [ElasticAddress] {
    world.elasticAddresses.filter { call.isIn($0.region) }
  }

  private func elastic(publicIP text: String) throws(CommandError) -> ElasticAddress {
    guard let found = elasticAddresses.first(where: { $0.address.description == text })
    else {
      throw service(
        "InvalidAddress.NotFound",
        "Address '\(text.shown())' not found.",
        near: elasticAddresses.map(\.address.description)
      )
    }
    return found
  }
}

extension InstanceID {
  /// `i-` and hexadecimal digits.
  var isWellFormed: Bool {
    text.hasPrefix("i-") && (10...20).contains(text.utf8.count)
      && text.dropFirst(2).allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
