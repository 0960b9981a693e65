public import DNS
import HashTreeCollections

/// The record sets of a zone: each name is found at once, lists have Route 53's order, and a
/// changed copy shares with the original what did not change.
public struct RecordSets: Sendable {
  /// What stands at each name, and at each name above one.
  private var nodes: TreeDictionary<DomainName, Node> = [:]
  /// The names that have record sets, in Route 53's order.
  private var names = NameList()

  public private(set) var count = 0

  /// How many names have an NS record set; of a zone's own apex and each delegation there is one.
  private(set) var serverNameCount = 0

  /// How many of the record sets are aliases.
  public private(set) var aliasCount = 0

  /// The sum of one 64-bit hash for each record set, the same in every process.
  public private(set) var fingerprint: UInt64 = 0

  private struct Node: Hashable, Sendable {
    /// By type, then set identifier.
    var sets: [ResourceRecordSet] = [] {
      didSet { onlyType = sets.first?.type == sets.last?.type ? sets.first?.type : nil }
    }
    /// The type of all of them, if they have one; most names do.
    private(set) var onlyType: RecordType?
    /// How many names below this one have record sets.
    var namesBelow = 0
  }

  public init() {}

  public init(_ sets: some Sequence<ResourceRecordSet>) {
    for set in sets { put(set) }
  }
}

// What is there.
extension RecordSets {
  /// Every record set, in the order of lists (`M:ListResourceRecordSets`).
  public var all: [ResourceRecordSet] {
    names.all.flatMap { sets(name: $0) }
  }

  public subscript(key: RecordSetKey) -> ResourceRecordSet? {
    sets(name: key.name).first { $0.type == key.type && $0.setIdentifier == key.setIdentifier }
  }

  /// All record sets of one name and type, by set identifier.
  public func sets(name: DomainName, type: RecordType) -> [ResourceRecordSet] {
    sets(name: name).filter { $0.type == type }
  }

  /// All record sets of one name, by type.
  public func sets(name: DomainName) -> [ResourceRecordSet] {
    nodes[name]?.sets ?? []
  }

  /// The record sets at a name, none if only names below it have some; nil: the name does not exist
  /// (RFC 4592 §2.2.2).
  func found(at name: DomainName) -> [ResourceRecordSet]? {
    nodes[name]?.sets
  }

  /// The record sets of a name and type, none if there are none.
  func group(at name: DomainName, _ type: RecordType) -> ArraySlice<ResourceRecordSet> {
    guard let node = nodes[name] else { return [] }
    return node.onlyType == type ? node.sets[...] : node.sets.group(type)
  }

  public func hasName(_ name: DomainName) -> Bool {
    nodes[name].map { !$0.sets.isEmpty } ?? false
  }

  /// Record sets from `key` on, in the order of lists, `limit` at most.
  public func page(from key: RecordSetKey, limit: Int) -> [ResourceRecordSet] {
    var page: [ResourceRecordSet] = []
    // The first name may have no record set behind the key; each of the others has one.
    let most = max(limit, limit &+ 1)
    for name in names.names(from: key.name, limit: most) where page.count < limit {
      let sets = sets(name: name)
      page += name == key.name ? sets.filter { !($0.key < key) } : sets
    }
    return Array(page.prefix(limit))
  }
}

// Changes.
extension RecordSets {
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
    let key = set.key
    var sets = sets(name: set.name)
    if let index = sets.firstIndex(where: { $0.key == key }) {
      fingerprint &-= StableHash.value(of: sets[index])
      if sets[index].alias != nil { aliasCount -= 1 }
      sets[index] = set
    } else {
      if sets.isEmpty { begin(set.name) }
      if set.type == .ns { serverNameCount += 1 }
      sets.insert(set, at: sets.firstIndex { key < $0.key } ?? sets.endIndex)
      count += 1
    }
    if set.alias != nil { aliasCount += 1 }
    nodes[set.name, default: Node()].sets = sets
    fingerprint &+= StableHash.value(of: set)
  }

  mutating func remove(_ key: RecordSetKey) {
    var sets = sets(name: key.name)
    guard let index = sets.firstIndex(where: { $0.key == key }) else { return }
    let removed = sets.remove(at: index)
    fingerprint &-= StableHash.value(of: removed)
    if removed.alias != nil { aliasCount -= 1 }
    count -= 1
    if key.type == .ns { serverNameCount -= 1 }
    nodes[key.name]?.sets = sets
    if sets.isEmpty { end(key.name) }
  }

  /// A name gets its first record set.
  private mutating func begin(_ name: DomainName) {
    names.insert(name)
    count(1, above: name)
  }

  /// A name has lost its last record set.
  private mutating func end(_ name: DomainName) {
    names.remove(name)
    if nodes[name]?.namesBelow == 0 { nodes[name] = nil }
    count(-1, above: name)
  }

  private mutating func count(_ difference: Int, above name: DomainName) {
    var place = name.parent
    while let name = place {
      var node = nodes[name] ?? Node()
      node.namesBelow += difference
      nodes[name] = node.sets.isEmpty && node.namesBelow == 0 ? nil : node
      place = name.parent
    }
  }
}

extension RecordSets: Hashable {
  public static func == (left: RecordSets, right: RecordSets) -> Bool {
    left.fingerprint == right.fingerprint && left.nodes == right.nodes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(fingerprint)
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
