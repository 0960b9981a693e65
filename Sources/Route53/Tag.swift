/// A tag of a hosted zone or a health check (`M:Tag`).
public struct Tag: Hashable, Sendable, Codable {
  public let key: String
  public let value: String

  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  /// The key of the tag that consoles show as the resource's name.
  public static let name = "Name"
}

/// What can bear tags (`M:TagResourceType`).
public enum TaggedResource: Hashable, Sendable, Codable {
  case hostedZone(HostedZoneID)
  case healthCheck(HealthCheckID)
}

/// What ChangeTagsForResource is asked to do: keys that go, tags that come or change.
public struct TagChange: Hashable, Sendable, Codable {
  public var add: [Tag]
  public var remove: [String]

  public init(add: [Tag] = [], remove: [String] = []) {
    self.add = add
    self.remove = remove
  }

  private static let perCallMax = 10
  private static let keyLengths = 1...128
  private static let valueLengths = 0...256

  /// The tags after the change, new ones last; or why Route 53 has none of it
  /// (`M:ChangeTagsForResourceRequest`).
  public func applied(to tags: [Tag]) throws(ServiceError) -> [Tag] {
    try check()
    var after = tags.filter { !remove.contains($0.key) }
    for tag in add {
      if let index = after.firstIndex(where: { $0.key == tag.key }) {
        after[index] = tag
      } else {
        after.append(tag)
      }
    }
    guard after.count <= Decisions.tagsMax else { throw .tooManyTags }
    return after
  }

  private func check() throws(ServiceError) {
    guard !add.isEmpty || !remove.isEmpty else { throw .noTagsGiven }
    var faults: [String?] = [
      ConstraintText.count(add.map(\.key), 0...Self.perCallMax, at: "addTags"),
      ConstraintText.count(remove, 0...Self.perCallMax, at: "removeTagKeys"),
    ]
    for (index, tag) in add.enumerated() {
      let path = "addTags.\(index + 1).member"
      faults.append(ConstraintText.length(tag.key, Self.keyLengths, at: "\(path).key"))
      faults.append(ConstraintText.length(tag.value, Self.valueLengths, at: "\(path).value"))
    }
    for (index, key) in remove.enumerated() {
      let path = "removeTagKeys.\(index + 1).member"
      faults.append(ConstraintText.length(key, Self.keyLengths, at: path))
    }
    let found = faults.compactMap(\.self)
    guard found.isEmpty else { throw .invalidInput([ConstraintText.violations(found)]) }
  }
}
