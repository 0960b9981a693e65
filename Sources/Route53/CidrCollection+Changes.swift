import DNS

/// What ChangeCidrCollection does to one location of a collection (`M:CidrCollectionChange`).
public struct CidrCollectionChange: Hashable, Sendable, Codable {
  public var action: CidrChangeAction
  public var location: String
  /// Blocks in CIDR notation, as they are written.
  public var blocks: [String]

  public init(_ action: CidrChangeAction, location: String, blocks: [String]) {
    self.action = action
    self.location = location
    self.blocks = blocks
  }
}

/// `M:CidrCollectionChangeAction`.
public enum CidrChangeAction: String, CaseIterable, Codable, Sendable {
  case put = "PUT"
  case deleteIfExists = "DELETE_IF_EXISTS"
}

extension CidrCollection {
  /// The collection after all the changes, its version one higher; or why Route 53 makes none.
  ///
  /// The changes of one request are judged together, so that a block can move from one location to
  /// another (`M:ChangeCidrCollection`). `version`: the one that the collection is thought to have.
  public func changed(
    by changes: [CidrCollectionChange],
    version known: Int? = nil
  ) throws(ServiceError) -> CidrCollection {
    try CidrShape.check(changes)
    if let known, known != version {
      throw .cidrCollectionVersionMismatch(known: version, given: known)
    }
    var after = self
    for change in changes {
      var blocks: [AddressBlock] = []
      for text in change.blocks { blocks.append(try CidrShape.block(text)) }
      switch change.action {
      case .put: after.put(blocks, into: change.location)
      case .deleteIfExists: after.remove(blocks, from: change.location)
      }
    }
    after.locations.removeAll(where: \.blocks.isEmpty)
    var seen: Set<AddressBlock> = []
    for block in after.locations.flatMap(\.blocks) where !seen.insert(block).inserted {
      throw .cidrBlockInUse(block)
    }
    guard seen.count <= Self.blocksMax else { throw .tooManyCidrBlocks }
    after.version += 1
    return after
  }

  private mutating func put(_ blocks: [AddressBlock], into name: String) {
    let index = locations.firstIndex { $0.name >= name } ?? locations.endIndex
    if index == locations.endIndex || locations[index].name != name {
      locations.insert(Location(name: name, blocks: []), at: index)
    }
    for block in blocks where !locations[index].blocks.contains(block) {
      locations[index].blocks.append(block)
    }
  }

  private mutating func remove(_ blocks: [AddressBlock], from name: String) {
    guard let index = locations.firstIndex(where: { $0.name == name }) else { return }
    locations[index].blocks.removeAll(where: blocks.contains)
  }
}

/// What is looked at before a change of a collection is understood; every fault is InvalidInput.
enum CidrShape {
  static let nameLengths = 1...64
  static let locationLengths = 1...16
  static let blockCounts = 1...1_000
  static let blockLengths = 1...50
  static let changeCounts = 1...1_000

  static func check(_ changes: [CidrCollectionChange]) throws(ServiceError) {
    for change in changes {
      try checkName(change.location, locationLengths, type: "CidrLocationNameDefaultNotAllowed")
    }
    var faults = [
      ConstraintText.count(changes.map(\.location), changeCounts, at: "changes")
    ]
    for (index, change) in changes.enumerated() {
      let path = "changes.\(index + 1).member.cidrList"
      faults.append(ConstraintText.count(change.blocks, blockCounts, at: path))
      faults += change.blocks.enumerated().map { place, block in
        ConstraintText.length(block, blockLengths, at: "\(path).\(place + 1).member")
      }
    }
    let found = faults.compactMap(\.self)
    guard found.isEmpty else { throw .invalidInput([ConstraintText.violations(found)]) }
  }

  /// Letters, digits, `-` and `_` (`CP:cidrcollection-locationname-wildcard`).
  static func checkName(
    _ name: String,
    _ lengths: ClosedRange<Int>,
    type: String
  ) throws(ServiceError) {
    let isPlain = name.utf8.allSatisfy { octet in
      switch octet {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isPlain, !name.isEmpty else {
      throw .invalidInput([ConstraintText.pattern(name, #"[0-9A-Za-z_\-]+"#, type: type)])
    }
    if let fault = ConstraintText.length(name, lengths, at: "name") {
      throw .invalidInput([ConstraintText.violations([fault])])
    }
  }

  /// IPv4 blocks of 1 to 24 bits, IPv6 blocks of 1 to 48 (`DG:routing-policy-ipbased`;
  /// `CP:cidrcollection-ipv4-prefix-max-24`, `CP:cidrcollection-zero-prefix-default-location`).
  static func block(_ text: String) throws(ServiceError) -> AddressBlock {
    guard text.contains("/"), let block = AddressBlock(text) else {
      throw .invalidInput([Decisions.malformedBlock(text)])
    }
    guard block.length > 0 else { throw .invalidInput(["Cidr prefix length must not be 0"]) }
    let (family, max): (String, Int) =
      switch block.first {
      case .v4: ("IPv4", 24)
      case .v6: ("IPv6", 48)
      }
    guard block.length <= max else {
      throw .invalidInput([
        "\(family) cidr block \(block) has network prefix length greater than account limit of "
          + "\(max)"
      ])
    }
    return block
  }
}
