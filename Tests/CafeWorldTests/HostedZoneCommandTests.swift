import CafeWorld
import DNS
import Foundation
import Route53
import Testing

/// Hosted zones, and what they share, as commands (§1.2, §1.3 of the notes on Route 53).
@Suite(.timeLimit(.minutes(1)))
struct `A hosted zone of the account` {
  var cafe = Cafe()

  private func create(
    _ name: String,
    reference: String? = nil,
    set: DelegationSetID? = nil,
    vpc: VPC? = nil
  ) -> Command {
    .createHostedZone(
      name: name,
      callerReference: reference,
      comment: nil,
      delegationSet: set,
      vpc: vpc
    )
  }

  static let vpc = VPC(region: "us-west-2", id: "vpc-0a1b2c3d4e5f60718")

  // DG:hosted-zone-public-considerations
  @Test mutating func `has name servers that no other zone of its name has`() throws {
    for _ in 0..<40 { try cafe.perform(create("cafe.example")) }
    try cafe.perform(create("shop.cafe.example"))
    let servers = cafe.world.hostedZones.flatMap(\.nameServers)
    #expect(cafe.world.hostedZones.count == 42 && Set(servers).count == servers.count)
    #expect(Set(cafe.world.hostedZones.map(\.id)).count == 42)
  }

  @Test mutating func `is the only one of its caller reference, whatever became of it`() throws {
    try cafe.perform(create("tea.example", reference: "once"))
    let zone = try #require(cafe.world.hostedZones.last)
    #expect(zone.callerReference == "once")
    let error = cafe.refusal(create("milk.example", reference: "once"))
    #expect(error?.code == "HostedZoneAlreadyExists" && error?.status == 409)
    #expect(
      error?.message
        == "A hosted zone has already been created with the specified caller reference."
    )
    try cafe.perform(.deleteHostedZone(zone.id))
    #expect(cafe.refusal(create("milk.example", reference: "once")) == error)
    #expect(cafe.refusal(create("milk.example", reference: "")) != nil)
  }

  static let long = String(repeating: "x", count: 64)

  static let names: [(String, String)] = [
    ("*.example.com", "Creation of hosted zone with a wildcard domain name is not supported."),
    ("com", "com. is reserved by AWS!"),
    (
      "a b.example",
      "FATAL problem: UnsupportedCharacter (Value contains unsupported characters) encountered "
        + "with ' '"
    ),
    (
      "\(long).example",
      "FATAL problem: DomainLabelTooLong (Domain label is too long) encountered with '\(long)'"
    ),
    ("", "FATAL problem: DomainNameEmpty (Domain name is empty) encountered with ''"),
  ]

  @Test(arguments: names)
  func `has not every name`(name: String, text: String) {
    let error = cafe.refusal(create(name))
    #expect(error == ServiceError(code: "InvalidDomainName", status: 400, messages: [text]))
  }

  @Test mutating func `is one of 500 at most`() throws {
    for index in cafe.world.hostedZones.count..<500 {
      try cafe.perform(create("z\(index).example"))
    }
    #expect(cafe.refusal(create("more.example"))?.code == "TooManyHostedZones")
  }

  @Test mutating func `can be given another comment`() throws {
    let zone = try #require(cafe.world.hostedZones.first)
    let digest = cafe.world.digest
    try cafe.perform(.commentHostedZone(zone.id, "bread"))
    #expect(cafe.world.hostedZone(zone.id)?.comment == "bread" && cafe.world.digest != digest)
    try cafe.perform(.commentHostedZone(zone.id, nil))
    #expect(cafe.world.hostedZone(zone.id)?.comment == nil)
    let long = String(repeating: "c", count: 257)
    #expect(cafe.refusal(.commentHostedZone(zone.id, long))?.code == "InvalidInput")
    #expect(
      cafe.refusal(.commentHostedZone(HostedZoneID("Z0"), nil))
        == .noSuchHostedZone(HostedZoneID("Z0"))
    )
  }

  @Test mutating func `can share its name servers by a delegation set`() throws {
    try cafe.perform(.createDelegationSet(callerReference: "set", of: nil))
    let set = try #require(cafe.world.delegationSets.first)
    #expect(set.nameServers.count == 4 && set.id.text.hasPrefix("N"))
    try cafe.perform(create("tea.example", set: set.id))
    try cafe.perform(create("milk.example", set: set.id))
    let zones = cafe.world.hostedZones.suffix(2)
    #expect(zones.allSatisfy { $0.nameServers == set.nameServers && $0.delegationSet == set.id })
    for name in ["tea.example", "green.tea.example"] {
      let error = cafe.refusal(create(name, set: set.id))
      #expect(error?.code == "ConflictingDomainExists")
      #expect(
        error?.message
          == "Cannot create hosted zone with DelegationSetId DelegationSetId:\(set.id) as the "
          + "DNSName \(name). conflicts with existing ones sharing the delegation set"
      )
    }
    let unknown = DelegationSetID("/delegationset/N9")
    #expect(cafe.refusal(create("a.example", set: unknown))?.code == "NoSuchDelegationSet")
    #expect(cafe.refusal(.deleteDelegationSet(set.id))?.code == "DelegationSetInUse")
    #expect(cafe.refusal(.deleteDelegationSet(unknown))?.code == "NoSuchDelegationSet")
    for zone in zones { try cafe.perform(.deleteHostedZone(zone.id)) }
    try cafe.perform(.deleteDelegationSet(set.id))
    #expect(
      cafe.refusal(.createDelegationSet(callerReference: "set", of: nil))?.code
        == "DelegationSetAlreadyCreated"
    )
  }

  @Test mutating func `can lend its name servers to others`() throws {
    let zone = try #require(cafe.world.hostedZones.first)
    try cafe.perform(.createDelegationSet(callerReference: nil, of: zone.id))
    let set = try #require(cafe.world.delegationSets.first)
    #expect(set.nameServers == zone.nameServers)
    #expect(cafe.world.hostedZones.first?.delegationSet == set.id)
    let again = cafe.refusal(.createDelegationSet(callerReference: nil, of: zone.id))
    #expect(again?.code == "DelegationSetAlreadyReusable")
    let missing = cafe.refusal(.createDelegationSet(callerReference: nil, of: HostedZoneID("Z1")))
    #expect(missing?.code == "HostedZoneNotFound")
    for _ in 1..<100 { try cafe.perform(.createDelegationSet(callerReference: nil, of: nil)) }
    let most = cafe.refusal(.createDelegationSet(callerReference: nil, of: nil))
    #expect(most?.code == "LimitsExceeded")
  }

  @Test mutating func `can be private, for VPCs alone`() throws {
    try cafe.perform(create("cafe.example", vpc: Self.vpc))
    let zone = try #require(cafe.world.hostedZones.last)
    #expect(zone.isPrivate && zone.records.count == 2)
    let conflict = cafe.refusal(create("cafe.example", vpc: Self.vpc))
    #expect(conflict?.code == "ConflictingDomainExists")
    #expect(
      conflict?.message
        == "The VPC \(Self.vpc.id) in region us-west-2 has already been associated with the hosted "
        + "zone \(zone.id) with the same domain name."
    )
    let invalid = cafe.refusal(create("a.example", vpc: VPC(region: "us-west-2", id: "vpc-x")))
    #expect(
      invalid
        == ServiceError(code: "InvalidVPCId", status: 400, messages: ["The VPC ID is invalid."])
    )
    #expect(cafe.refusal(create("a.example", vpc: VPC(region: "moon", id: Self.vpc.id))) != nil)
    let other = VPC(region: "us-east-1", id: "vpc-00000001")
    #expect(cafe.refusal(.disassociateVPC(zone.id, other))?.code == "VPCAssociationNotFound")
    #expect(cafe.refusal(.disassociateVPC(zone.id, Self.vpc))?.code == "LastVPCAssociation")
    try cafe.perform(.associateVPC(zone.id, other))
    #expect(cafe.refusal(.associateVPC(zone.id, other))?.code == "ConflictingDomainExists")
    try cafe.perform(.disassociateVPC(zone.id, Self.vpc))
    #expect(cafe.world.hostedZone(zone.id)?.vpcs == [other])
    let open = try #require(cafe.world.hostedZones.first)
    #expect(cafe.refusal(.associateVPC(open.id, other))?.code == "PublicZoneVPCAssociation")
  }

  @Test mutating func `is not asked from outside when it is private`() throws {
    try cafe.perform(create("tea.example", vpc: Self.vpc))
    let question = Question(name: DomainName(known: "tea.example"), type: .soa)
    #expect(cafe.world.authoritativeAnswer(question).code == .refused)
  }

  @Test mutating func `bears tags, as a health check does`() throws {
    let zone = try #require(cafe.world.hostedZones.first?.id)
    let check = try cafe.watch()
    func change(_ add: [Route53.Tag], _ remove: [String] = []) -> [Command] {
      [TaggedResource.hostedZone(zone), .healthCheck(check)].map { resource in
        .changeTags(resource, TagChange(add: add, remove: remove))
      }
    }
    for command in change([
      Route53.Tag(key: "Name", value: "main"), Route53.Tag(key: "owner", value: "Sofía"),
    ]) {
      try cafe.perform(command)
    }
    #expect(cafe.world.healthCheck(check)?.name == "main")
    #expect(cafe.world.tags(of: .hostedZone(zone)) == cafe.world.tags(of: .healthCheck(check)))
    #expect(cafe.world.tags(of: .hostedZone(zone))?.map(\.value) == ["main", "Sofía"])
    for command in change([Route53.Tag(key: "owner", value: "Mateo")], ["Name", "nothing"]) {
      try cafe.perform(command)
    }
    #expect(cafe.world.tags(of: .healthCheck(check)) == [Route53.Tag(key: "owner", value: "Mateo")])
    let many = (0..<11).map { Route53.Tag(key: "k\($0)", value: "") }
    let wrong: [Command] =
      change(many) + change([Route53.Tag(key: String(repeating: "k", count: 129), value: "")])
      + change([Route53.Tag(key: "k", value: String(repeating: "v", count: 257))]) + change([])
    for command in wrong { #expect(cafe.refusal(command)?.code == "InvalidInput") }
    let most = [
      Route53.Tag(
        key: String(repeating: "k", count: 128),
        value: String(repeating: "v", count: 256)
      )
    ]
    for command in change(most) { #expect(cafe.refusal(command) == nil) }
    let nobody = Command.changeTags(.hostedZone(HostedZoneID("Z1")), TagChange(add: most))
    #expect(cafe.refusal(nobody)?.code == "NoSuchHostedZone")
  }

  @Test mutating func `is created by a command of an old journal`() throws {
    let text = #"{"createHostedZone":{"name":"tea.example","comment":"green"}}"#
    let command = try JSONDecoder().decode(Command.self, from: Data(text.utf8))
    #expect(
      command == .createHostedZone(name: "tea.example", callerReference: nil, comment: "green")
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(data: try encoder.encode(command), encoding: .utf8)
        == #"{"createHostedZone":{"comment":"green","name":"tea.example"}}"#
    )
  }
}
