import ArgumentParser
import CafeWorld
import DNS
import Route53

extension Build {
  struct CreateCidrCollection: WordVerb {
    static let configuration = CommandConfiguration(
      "create cidr-collection",
      "Names blocks of client addresses, for IP-based records.",
      """
      Each location has a name and its blocks: berlin=91.64.0.0/16,2001:db8::/32. Blocks are of at \
      most 24 bits, or 48 for IPv6.
      """,
      example: "create cidr-collection offices berlin=91.64.0.0/16 tokyo=126.0.0.0/8"
    )

    @Argument(help: "What it shall be called.") var name: String
    @Argument(help: .init("LOCATION=BLOCK,BLOCK.", valueName: "location"))
    var locations: [String] = []

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard context.world.cidrCollection(name) == nil else {
        throw .nameTaken(.cidrCollection, name)
      }
      let command = Command.createCidrCollection(
        name: name,
        callerReference: nil,
        changes: try changes(.put, locations)
      )
      return .change([command], showing: .events)
    }
  }

  struct UpdateCidrCollection: WordVerb {
    static let configuration = CommandConfiguration(
      "update cidr-collection",
      "Puts blocks into a CIDR collection, or takes them away.",
      "--remove takes a location's blocks away; without blocks, all of them.",
      example: "update cidr-collection offices berlin=93.184.0.0/16 --remove tokyo"
    )

    @Argument(
      help: .init("Its name or id.", valueName: "collection"),
      completion: .list(["@cidr-collection"])
    )
    var collection: String
    @Argument(help: .init("LOCATION=BLOCK,BLOCK to put in.", valueName: "location"))
    var locations: [String] = []
    @Option(
      help: .init("LOCATION, or LOCATION=BLOCK,BLOCK; may be repeated.", valueName: "location"),
      completion: .list(["@cidr-location-name"])
    )
    var remove: [String] = []

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let collection = try context.cidrCollection(collection)
      let whole = remove.map { text in
        let blocks = collection.locations.first { $0.name == text }?.blocks
        return blocks.map { "\(text)=" + $0.map(\.description).joined(separator: ",") } ?? text
      }
      let changes = try changes(.deleteIfExists, whole) + changes(.put, locations)
      guard !changes.isEmpty else {
        throw .misuse("Say which blocks: LOCATION=BLOCK,BLOCK, or `--remove LOCATION`.")
      }
      return .change(
        [.changeCidrCollection(collection.id, version: nil, changes: changes)],
        showing: .events
      )
    }
  }

  struct DeleteCidrCollection: WordVerb {
    static let configuration = CommandConfiguration(
      "delete cidr-collection",
      "Deletes a CIDR collection that is empty.",
      "`update cidr-collection NAME --remove LOCATION` empties a location.",
      example: "delete cidr-collection offices"
    )

    @Argument(
      help: .init("Its name or id.", valueName: "collection"),
      completion: .list(["@cidr-collection"])
    )
    var collection: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let id = try context.cidrCollection(collection).id
      return .change([.deleteCidrCollection(id)], showing: .events)
    }
  }

  /// Each `LOCATION=BLOCK,BLOCK` as a change; the blocks are the service's to judge.
  private static func changes(
    _ action: CidrChangeAction,
    _ texts: [String]
  ) throws(CommandError) -> [CidrCollectionChange] {
    var changes: [CidrCollectionChange] = []
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .badValue(
          option: "LOCATION",
          value: text,
          allowed: "a location with its blocks, such as berlin=91.64.0.0/16,2001:db8::/32",
          near: []
        )
      }
      let blocks = parts[1].split(separator: ",", omittingEmptySubsequences: false)
      changes.append(
        CidrCollectionChange(action, location: String(parts[0]), blocks: blocks.map(String.init))
      )
    }
    return changes
  }
}
