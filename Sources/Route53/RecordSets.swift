public import DNS

/// The record sets of a zone in the order in which Route 53 lists them.
public struct RecordSets: Hashable, Sendable {
  public private(set) var all: [ResourceRecordSet]

  /// The sum of one 64-bit hash for each record set, the same in every process.
  public private(set) var fingerprint: UInt64

  public init() {
    all = []
    fingerprint = 0
  }

  public init(_ sets: some Sequence<ResourceRecordSet>) {
    self.init()
    for set in sets { put(set) }
  }

  public var count: Int {
    all.count
  }

  public subscript(key: RecordSetKey) -> ResourceRecordSet? {
    let index = firstIndex(notBefore: key)
    return index < all.count && all[index].key == key ? all[index] : nil
  }

  /// All record sets of one name and type, by set identifier.
  public func sets(name: DomainName, type: RecordType) -> [ResourceRecordSet] {
    let start = firstIndex(notBefore: RecordSetKey(name: name, type: type))
    return Array(all[start...].prefix { $0.name == name && $0.type == type })
  }

  /// All record sets of one name, by type.
  public func sets(name: DomainName) -> [ResourceRecordSet] {
    Array(all[firstIndex(notBefore: name)...].prefix { $0.name == name })
  }

  public func hasName(_ name: DomainName) -> Bool {
    let index = firstIndex(notBefore: name)
    return index < all.count && all[index].name == name
  }

  /// Whether any record set lies below `name`, which makes `name` exist (RFC 4592 §2.2.2).
  public func hasNameBelow(_ name: DomainName) -> Bool {
    all.contains { $0.name != name && $0.name.isWithin(name) }
  }

  /// These record sets with `set` in them, in place of one with the same key.
  public func applying(_ set: ResourceRecordSet) -> RecordSets {
    var result = self
    result.put(set)
    return result
  }

  /// These record sets without that of `key`.
  public func removing(_ key: RecordSetKey) -> RecordSets {
    var result = self
    result.remove(key)
    return result
  }

  mutating func put(_ set: ResourceRecordSet) {
    let index = firstIndex(notBefore: set.key)
    if index < all.count, all[index].key == set.key {
      fingerprint &-= StableHash.value(of: all[index])
      all[index] = set
    } else {
      all.insert(set, at: index)
    }
    fingerprint &+= StableHash.value(of: set)
  }

  mutating func remove(_ key: RecordSetKey) {
    let index = firstIndex(notBefore: key)
    guard index < all.count, all[index].key == key else { return }
    fingerprint &-= StableHash.value(of: all[index])
    all.remove(at: index)
  }

  private func firstIndex(notBefore key: RecordSetKey) -> Int {
    firstIndex { $0.key < key }
  }

  private func firstIndex(notBefore name: DomainName) -> Int {
    firstIndex { $0.name < name }
  }

  /// Where a sorted run that begins with sets for which `isBefore` holds ends.
  private func firstIndex(isBefore: (ResourceRecordSet) -> Bool) -> Int {
    var range = 0..<all.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = isBefore(all[middle]) ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}

extension RecordSets: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self.init(try container.decode([ResourceRecordSet].self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(all)
  }
}
