import ArgumentParser
import CafeWorld
import Route53

extension Build {
  struct OpenBatch: WordVerb {
    static let configuration = CommandConfiguration(
      "batch",
      "Collects the record changes that follow into one change batch.",
      """
      Until `commit` nothing changes: then all changes are made together, or none is. While a \
      batch is open, `batch` shows what it holds; `discard` forgets it.
      """,
      example: "batch"
    )

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .batch(context.draft == nil ? .open : .show)
    }
  }

  struct Commit: WordVerb {
    static let configuration = CommandConfiguration(
      "commit",
      "Submits the open batch: all of its changes, or none.",
      example: "commit"
    )

    func request(in context: ParseContext) throws(CommandError) -> Request { .batch(.commit) }
  }

  struct Discard: WordVerb {
    static let configuration = CommandConfiguration(
      "discard",
      "Forgets the open batch; nothing changes.",
      example: "discard"
    )

    func request(in context: ParseContext) throws(CommandError) -> Request { .batch(.discard) }
  }

  struct ChangeBatchFile: WordVerb {
    static let configuration = CommandConfiguration(
      "change-batch",
      "Changes records by a file in the JSON of the AWS CLI.",
      """
      The file is what `aws route53 change-resource-record-sets --change-batch` takes: an object \
      with Changes, each with an Action and a ResourceRecordSet.
      """,
      example: "change-batch failover.json"
    )

    @Argument(help: "The file.", completion: .file(extensions: ["json"])) var file: String
    @Option(
      help: .init("The hosted zone, if there are several.", valueName: "zone"),
      completion: .list(["@zone"])
    )
    var zone: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard let json = context.files[file] else { throw .needsFile(path: file) }
      let batch = try Aws.changeBatch(json: json, what: file)
      let name = batch.changes.first?.recordSet.name ?? ""
      let zone = try context.zone(forRecord: name, option: zone)
      return .change([.changeRecords(zone.id, batch)], showing: .events)
    }
  }
}
