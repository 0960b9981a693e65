import CafeWorld
import Commands
import DNS
import Route53
import Testing

struct `Lines about hosted zones and what they share` {
  static let setting = Setting.routing

  @Test(arguments: zones + collections + tags + faults)
  func `become commands`(row: Row) throws {
    #expect(try Self.setting.parse(row.line) == row.request)
  }

  static var zones: [Row] {
    let vpc = VPC(region: "us-west-2", id: "vpc-0123456789abcdef0")
    let set = setting.delegationSet.id
    return [
      Row(
        "create hosted-zone bakery.example --delegation-set \(set)",
        .createHostedZone(
          name: "bakery.example",
          callerReference: nil,
          comment: nil,
          delegationSet: set
        )
      ),
      Row(
        "create hosted-zone cafe.example --vpc vpc-0123456789abcdef0",
        .createHostedZone(name: "cafe.example", callerReference: nil, comment: nil, vpc: vpc)
      ),
      Row(
        "create hosted-zone inside.example --vpc vpc-1 --vpc-region eu-west-1 --comment in",
        .createHostedZone(
          name: "inside.example",
          callerReference: nil,
          comment: "in",
          vpc: VPC(region: "eu-west-1", id: "vpc-1")
        )
      ),
      Row("update hosted-zone cafe.example --comment new", .commentHostedZone(setting.zone, "new")),
      Row("update hosted-zone cafe.example --no-comment", .commentHostedZone(setting.zone, nil)),
      Row(
        "update hosted-zone cafe.example --vpc \(vpc.id) --disassociate",
        .disassociateVPC(setting.zone, vpc)
      ),
      Row(
        "create delegation-set",
        .createDelegationSet(callerReference: nil, of: nil)
      ),
      Row(
        "create delegation-set --of cafe.example",
        .createDelegationSet(callerReference: nil, of: setting.zone)
      ),
      Row("delete delegation-set \(set)", .deleteDelegationSet(set)),
      Row("list delegation-sets", .ask(.list(.delegationSets, zone: nil))),
      Row("show \(set)", .ask(.delegationSet(set))),
    ]
  }

  static var collections: [Row] {
    let id = setting.collection.id
    return [
      Row(
        "create cidr-collection homes",
        .createCidrCollection(name: "homes", callerReference: nil, changes: [])
      ),
      Row(
        "create cidr-collection homes rome=79.0.0.0/12,2a01:e11::/32 oslo=nonsense",
        .createCidrCollection(
          name: "homes",
          callerReference: nil,
          changes: [
            CidrCollectionChange(.put, location: "rome", blocks: ["79.0.0.0/12", "2a01:e11::/32"]),
            CidrCollectionChange(.put, location: "oslo", blocks: ["nonsense"]),
          ]
        )
      ),
      Row(
        "update cidr-collection offices rome=79.0.0.0/12 --remove berlin "
          + "--remove tokyo=126.0.0.0/8",
        .changeCidrCollection(
          id,
          version: nil,
          changes: [
            CidrCollectionChange(.deleteIfExists, location: "berlin", blocks: ["91.64.0.0/16"]),
            CidrCollectionChange(.deleteIfExists, location: "tokyo", blocks: ["126.0.0.0/8"]),
            CidrCollectionChange(.put, location: "rome", blocks: ["79.0.0.0/12"]),
          ]
        )
      ),
      Row("delete cidr-collection offices", .deleteCidrCollection(id)),
      Row("list cidr-collections", .ask(.list(.cidrCollections, zone: nil))),
      Row("show cidr-collection offices", .ask(.cidrCollection(id))),
      Row("show offices", .ask(.cidrCollection(id))),
    ]
  }

  static var tags: [Row] {
    let check = TaggedResource.healthCheck(setting.check)
    return [
      Row(
        "tag Primary team=web note='a=b' empty=",
        .changeTags(
          check,
          TagChange(add: [
            Tag(key: "team", value: "web"), Tag(key: "note", value: "a=b"),
            Tag(key: "empty", value: ""),
          ])
        )
      ),
      Row(
        "tag hosted-zone cafe.example team=web",
        .changeTags(
          .hostedZone(setting.zone),
          TagChange(add: [Tag(key: "team", value: "web")])
        )
      ),
      Row("untag Primary team note", .changeTags(check, TagChange(remove: ["team", "note"]))),
    ]
  }

  static let faults: [Row] = [
    Row("api-fault throttling", .breakControlPlane(.throttling, lasting: nil)),
    Row("api-fault prior-request --for 30s", .breakControlPlane(.priorRequest, lasting: 30_000)),
    Row("api-fault --end", .healControlPlane),
  ]

  @Test(arguments: refusals)
  func `are refused with what to try`(refusal: Refusal) {
    #expect(Self.setting.refusal(refusal.line)?.message == refusal.message)
  }

  static let refusals: [Refusal] = [
    Refusal(
      "create hosted-zone Cafe.Example.",
      "There is already a hosted zone \"Cafe.Example.\". Choose another name, or change the one "
        + "that there is: `show Cafe.Example.` shows it."
    ),
    Refusal(
      "create cidr-collection offices",
      "There is already a CIDR collection \"offices\". Choose another name, or change the one that "
        + "there is: `show offices` shows it."
    ),
    Refusal(
      "create cidr-collection homes rome",
      "\"rome\" does not fit here. Allowed: a location with its blocks, such as "
        + "berlin=91.64.0.0/16,2001:db8::/32."
    ),
    Refusal(
      "delete delegation-set N1",
      "There is no delegation set \"N1\". `list delegation-sets` shows those that there are."
    ),
    Refusal("tag Primary team", "\"team\" does not fit here. Allowed: KEY=VALUE."),
    Refusal(
      "tag Primry team=web",
      "There is no health check or hosted zone \"Primry\". Did you mean Primary?"
    ),
    Refusal("api-fault", "Say what it answers, or `--end` alone."),
    Refusal(
      "api-fault throtling",
      "\"throtling\" does not fit here. Allowed: throttling, prior-request. Did you mean "
        + "throttling?"
    ),
    Refusal(
      "update hosted-zone cafe.example",
      "Say what to change; `help update hosted-zone` lists the options."
    ),
  ]

  /// A private zone of the same name does not stand in the way of records.
  @Test func `records go to the public zone of a name`() throws {
    var world = Self.setting.world
    world.must(
      .createHostedZone(
        name: "cafe.example",
        callerReference: nil,
        comment: nil,
        vpc: VPC(region: "us-west-2", id: "vpc-0123456789abcdef0")
      )
    )
    let request = try parse("create record x A 192.0.2.1", in: ParseContext(world: world))
    guard case .changeRecord(Self.setting.zone, _) = request else {
      Issue.record("\(request)")
      return
    }
  }
}
