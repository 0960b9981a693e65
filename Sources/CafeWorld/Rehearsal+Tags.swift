import OrderedCollections
public import Route53

extension Rehearsal {
  mutating func changeTags(
    of resource: TaggedResource,
    _ change: TagChange
  ) throws(Rejection) {
    guard let tags = world.tags(of: resource) else {
      switch resource {
      case .hostedZone(let id): throw .service(.noSuchHostedZone(id))
      case .healthCheck(let id): throw .service(.noSuchHealthCheck([id]))
      }
    }
    let after: [Tag]
    do { after = try change.applied(to: tags) } catch { throw .service(error) }
    happen(.tagsChanged(resource, after))
  }
}

extension World {
  /// The tags of a resource, its name among them; nil: there is no such resource.
  public func tags(of resource: TaggedResource) -> [Tag]? {
    switch resource {
    case .hostedZone(let id): hostedZone(id)?.tags
    case .healthCheck(let id): healthCheck(id)?.tags
    }
  }

  mutating func applyTags(_ resource: TaggedResource, _ tags: [Tag]) {
    switch resource {
    case .hostedZone(let id): change(zone: id) { $0.tags = tags }
    case .healthCheck(let id):
      checks[id]?.name = tags.first { $0.key == Tag.name }?.value ?? ""
      checks[id]?.otherTags = tags.filter { $0.key != Tag.name }
    }
  }
}

extension HealthCheck {
  /// All tags; the name is the first, when the check has one.
  public var tags: [Tag] {
    (name.isEmpty ? [] : [Tag(key: Tag.name, value: name)]) + otherTags
  }
}
