import CafeWorld
import Route53

extension AwsRequest {
  func tagging() throws(CommandError) -> Request {
    switch call.operation {
    case .changeTagsForResource: return try changeTags()
    case .listTagsForResource: _ = try tagged(call.required("ResourceId"), option: "--resource-id")
    default:
      let ids = call.texts("ResourceIds")
      guard (1...10).contains(ids.count) else {
        throw .badValue(
          option: "--resource-ids",
          value: String(ids.count),
          allowed: "1 to 10 ids",
          near: []
        )
      }
      for id in ids { _ = try tagged(id, option: "--resource-ids") }
    }
    return asked
  }

  /// The name of a health check is its tag Name.
  private func changeTags() throws(CommandError) -> Request {
    let resource = try tagged(
      call.required("ResourceId"),
      option: "--resource-id",
      exists: false
    )
    let added = (call.arguments["AddTags"]?.elements ?? []).map { tag in
      Tag(key: tag["Key"]?.text ?? "", value: tag["Value"]?.text ?? "")
    }
    let change = TagChange(add: added, remove: call.texts("RemoveTagKeys"))
    if case .healthCheck(let id) = resource, let name = added.first, added.count == 1,
      name.key == Tag.name, change.remove.isEmpty
    {
      return self.change([.renameHealthCheck(id, name.value)])
    }
    return self.change([.changeTags(resource, change)])
  }

  /// A resource of the type that the call names; the world looks whether it exists when it is to be
  /// changed.
  private func tagged(
    _ id: String,
    option: String,
    exists: Bool = true
  ) throws(CommandError) -> TaggedResource {
    let path = "resourceId"
    switch call.required("ResourceType") {
    case "hostedzone" where !exists:
      return .hostedZone(try hostedZoneID(of: id, at: path, option: option))
    case "healthcheck" where !exists: return .healthCheck(try healthCheckID(of: id, option: option))
    case "hostedzone":
      return .hostedZone(try knownHostedZone(of: id, at: path, option: option).id)
    case "healthcheck": return .healthCheck(try knownHealthCheck(of: id, option: option).id)
    case let type:
      let known = ["healthcheck", "hostedzone"]
      throw .badValue(
        option: "--resource-type",
        value: type.shown(),
        allowed: known.joined(separator: ", "),
        near: nearMisses(of: type, in: known)
      )
    }
  }
}
