import ArgumentParser
import CafeWorld
import DNS
import Route53

extension Build {
  struct CreateHostedZone: WordVerb {
    static let configuration = CommandConfiguration(
      "create hosted-zone",
      "Creates a hosted zone with its NS and SOA records.",
      """
      A public zone gets name servers of its own, or those of a reusable delegation set. With \
      --vpc the zone is private: only that VPC can ask it.
      """,
      example: "create hosted-zone bakery.example"
    )

    @Argument(help: "The domain's name.") var name: String
    @Option(help: .init("What it is for.", valueName: "text")) var comment: String?
    @Option(
      help: .init("Whose name servers it has.", valueName: "id"),
      completion: .list(["@delegation-set"])
    )
    var delegationSet: String?
    @OptionGroup var place: VPCOptions

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let vpc = place.vpc(in: context)
      let isTaken = context.world.hostedZones.contains {
        $0.name.withoutDot == name.lowercased().withoutTrailingDot && $0.isPrivate == (vpc != nil)
      }
      guard !isTaken else { throw .nameTaken(.zone, name) }
      let command = Command.createHostedZone(
        name: name,
        callerReference: nil,
        comment: comment,
        delegationSet: delegationSet.map { DelegationSetID($0) },
        vpc: vpc
      )
      return .change([command], showing: .events)
    }
  }

  struct UpdateHostedZone: WordVerb {
    static let configuration = CommandConfiguration(
      "update hosted-zone",
      "Changes a hosted zone's comment, or the VPCs of a private one.",
      example: "update hosted-zone cafe.example --comment 'orders and menu'"
    )

    @Argument(help: "Its name or id.", completion: .list(["@zone"])) var zone: String
    @Option(help: .init("What it is for.", valueName: "text")) var comment: String?
    @Flag(help: "It has no comment.") var noComment = false
    @OptionGroup var place: VPCOptions
    @Flag(help: "The VPC can no longer ask it.") var disassociate = false

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let id = try context.zone(zone).id
      guard !(noComment && comment != nil) else {
        throw .misuse("Of --comment and --no-comment only one can be meant.")
      }
      var commands: [Command] = []
      if comment != nil || noComment { commands.append(.commentHostedZone(id, comment)) }
      if let vpc = place.vpc(in: context) {
        commands.append(disassociate ? .disassociateVPC(id, vpc) : .associateVPC(id, vpc))
      }
      guard !commands.isEmpty else {
        throw .misuse("Say what to change; `help update hosted-zone` lists the options.")
      }
      return .change(commands, showing: .events)
    }
  }

  struct DeleteHostedZone: WordVerb {
    static let configuration = CommandConfiguration(
      "delete hosted-zone",
      "Deletes a hosted zone that holds only its own NS and SOA.",
      example: "delete hosted-zone bakery.example"
    )

    @Argument(help: "Its name or id.", completion: .list(["@zone"])) var zone: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .change([.deleteHostedZone(try context.zone(zone).id)], showing: .events)
    }
  }

  struct CreateDelegationSet: WordVerb {
    static let configuration = CommandConfiguration(
      "create delegation-set",
      "Gets four name servers that several hosted zones can share.",
      example: "create delegation-set --of cafe.example"
    )

    @Option(
      help: .init(
        "The zone whose name servers they are; new ones if not given.",
        valueName: "zone"
      ),
      completion: .list(["@zone"])
    )
    var of: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let zone = try of.map(context.zone)
      return .change(
        [.createDelegationSet(callerReference: nil, of: zone?.id)],
        showing: .events
      )
    }
  }

  struct DeleteDelegationSet: WordVerb {
    static let configuration = CommandConfiguration(
      "delete delegation-set",
      "Deletes a reusable delegation set that no hosted zone has.",
      example: "delete delegation-set N0123456789ABCDEFGHIJ"
    )

    @Argument(help: "Its id.", completion: .list(["@delegation-set"])) var id: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .change([.deleteDelegationSet(try context.delegationSet(id).id)], showing: .events)
    }
  }
}

/// The VPC of a private zone.
struct VPCOptions: ParsableArguments {
  @Option(help: .init("Private: the VPC that can ask it, by id.", valueName: "id"))
  var vpc: String?
  @Option(
    help: .init("Where the VPC is; where the instances are, if not given.", valueName: "region"),
    completion: .list(["@aws-region"])
  )
  var vpcRegion: String?

  func vpc(in context: ParseContext) -> VPC? {
    vpc.map { VPC(region: vpcRegion ?? context.world.region, id: $0) }
  }
}

extension String {
  fileprivate var withoutTrailingDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
