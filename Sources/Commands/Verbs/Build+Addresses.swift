import ArgumentParser
import CafeWorld

extension Build {
  struct AllocateAddress: WordVerb {
    static let configuration = CommandConfiguration(
      "allocate address",
      "Gets an Elastic IP address, which stays yours until it is released.",
      "Only an instance of the same region can have it.",
      example: "allocate address"
    )

    @Option(
      help: .init("Where it is; the café's region if not given.", valueName: "region"),
      completion: .list(["@region"])
    )
    var region: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let place = try region.map { text throws(CommandError) in try context.checkerRegion(text) }
      return .change([.allocateAddress(region: place)], showing: .events)
    }
  }

  struct AssociateAddress: WordVerb {
    static let configuration = CommandConfiguration(
      "associate address",
      "Gives an instance an Elastic IP address, which stays when it is stopped.",
      "The address that the instance had before is lost.",
      example: "associate address CafeInstance1"
    )

    @Argument(help: "The instance.", completion: .list(["@instance"])) var instance: String
    @Option(
      help: .init("The address, if several are free.", valueName: "address"),
      completion: .list(["@elastic-address"])
    )
    var address: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let instance = try context.instance(instance)
      let elastic =
        if let address { try context.elasticAddress(address) } else {
          try context.onlyElasticAddress {
            $0.instance == nil && $0.region == instance.region
          }
        }
      return .change([.associateAddress(elastic.address, instance.id)], showing: .events)
    }
  }

  struct DisassociateAddress: WordVerb {
    static let configuration = CommandConfiguration(
      "disassociate address",
      "Takes an Elastic IP address from its instance; it stays yours.",
      """
      An instance that runs gets another public address at once, in EC2 within a few minutes.
      """,
      example: "disassociate address CafeInstance1"
    )

    @Argument(
      help: "The address, or the instance that has it.",
      completion: .list(["@elastic-address"])
    )
    var address: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let elastic =
        if let address { try context.elasticAddress(address) } else {
          try context.onlyElasticAddress { $0.instance != nil }
        }
      return .change([.disassociateAddress(elastic.address)], showing: .events)
    }
  }

  struct ReleaseAddress: WordVerb {
    static let configuration = CommandConfiguration(
      "release address",
      "Gives an Elastic IP address back.",
      example: "release address"
    )

    @Argument(
      help: "The address, if there are several.",
      completion: .list(["@elastic-address"])
    )
    var address: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let elastic =
        if let address { try context.elasticAddress(address) } else {
          try context.onlyElasticAddress { _ in true }
        }
      return .change([.releaseAddress(elastic.address)], showing: .events)
    }
  }
}
