import ArgumentParser
import CafeWorld
import Route53

/// What an alias record set answers with, in place of values and a TTL.
struct AliasOptions: ParsableArguments {
  @Option(
    help: .init("Answers as this does: a record of the zone, or AWS's name.", valueName: "target"),
    completion: .list(["@alias-target"])
  )
  var alias: String?
  @Option(
    help: .init("The target's hosted zone, if it is another.", valueName: "zone"),
    completion: .list(["@zone", "@aws-zone"])
  )
  var aliasZone: String?
  @Flag(help: "Healthy only while its target is.") var evaluateTargetHealth = false

  /// What the options name; nil without a target.
  func target(
    in zone: HostedZone,
    _ context: ParseContext
  ) throws(CommandError) -> AliasTargetRequest? {
    guard let alias else {
      guard aliasZone == nil else { throw .misuse("`--alias-zone` needs `--alias` beside it.") }
      return nil
    }
    let (target, name) = try context.aliasTarget(alias, zone: aliasZone, from: zone)
    return AliasTargetRequest(
      hostedZoneID: target.text,
      dnsName: name,
      evaluateTargetHealth: evaluateTargetHealth
    )
  }
}
