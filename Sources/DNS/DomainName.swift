/// A fully qualified domain name in the form of the wire, its letters lower-case (RFC 1035 §3.1).
///
/// It prints as Route 53 prints it: every octet other than a-z, 0-9, `-` and `_` is an octal
/// escape, so `*` is `\052` (`DG:DomainNameFormat`).
public struct DomainName: Sendable {
  /// The labels, leftmost first, each behind its length; the root's empty label is left out.
  public let octets: [UInt8]
  /// The same in every process; kept, since each answer looks names up.
  public let hash: UInt64

  /// Reads a name; a trailing dot is optional, `*` and `\052` are the same.
  public init(_ text: String) throws(DomainNameError) {
    self.init(octets: try DomainNameParser.octets(of: text))
  }

  /// A name that the program itself spells; a malformed one is our own bug.
  public init(known text: StaticString) {
    guard let name = try? DomainName(text.description) else {
      preconditionFailure("the program spells a malformed domain name: \(text)")
    }
    self = name
  }

  /// A name of labels that were read from the wire, lower-case and within the limits.
  init(wireOctets octets: [UInt8]) {
    self.init(octets: octets)
  }

  private init(octets: some Sequence<UInt8>) {
    self.octets = Array(octets)
    // FNV-1a: names are short, and no stranger chooses those that a zone holds.
    hash = self.octets.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
  }

  public static let root: DomainName = DomainName(octets: [])

  private static let asterisk: [UInt8] = [1, UInt8(ascii: "*")]
}

extension DomainName {
  public var isRoot: Bool { octets.isEmpty }

  public var labelCount: Int {
    var count = 0
    var place = 0
    while place < octets.count {
      place += Int(octets[place]) + 1
      count += 1
    }
    return count
  }

  /// The labels, leftmost first, escaped as Route 53 prints them.
  public var labels: [String] {
    labelRanges.map { range in
      var text: [UInt8] = []
      OctalText.append(label: octets[range], to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// The name with its leftmost label dropped, or nil for the root.
  public var parent: DomainName? {
    octets.first.map { DomainName(octets: octets.dropFirst(Int($0) + 1)) }
  }

  /// This name below another: `www` below `example.com.`; nil where both together are too long.
  public func below(_ other: DomainName) -> DomainName? {
    let octets = octets + other.octets
    return octets.count - 1 <= DomainNameParser.nameOctetsMax ? DomainName(octets: octets) : nil
  }

  /// Whether this name is `zone` itself or lies below it.
  public func isWithin(_ zone: DomainName) -> Bool {
    let start = octets.count - zone.octets.count
    var place = 0
    while place < start { place += Int(octets[place]) + 1 }
    return place == start && octets[start...] == zone.octets[...]
  }

  /// Whether the leftmost label is an asterisk alone, which makes a record a wildcard (RFC 4592).
  public var isWildcard: Bool {
    octets.starts(with: Self.asterisk)
  }

  /// The wildcard directly below this name: `*.example.com.` for `example.com.`.
  public var wildcard: DomainName {
    DomainName(octets: Self.asterisk + octets)
  }

  private var labelRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while place < octets.count {
      let end = place + 1 + Int(octets[place])
      ranges.append(place + 1..<end)
      place = end
    }
    return ranges
  }
}

extension DomainName: Hashable {
  public static func == (left: DomainName, right: DomainName) -> Bool {
    left.hash == right.hash && left.octets == right.octets
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }

  /// What tables take in place of the above: the name was hashed when it was made.
  public func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: hash) ^ seed
  }
}

extension DomainName: CustomStringConvertible {
  /// The name with its trailing dot; the root is `.`.
  public var description: String {
    isRoot ? "." : text(endingInDot: true)
  }

  /// The name without its trailing dot; the root is the empty text.
  public var withoutDot: String {
    text(endingInDot: false)
  }

  /// Appends what `description` is.
  public func write(to text: inout [UInt8]) {
    if isRoot { text.append(UInt8(ascii: ".")) }
    write(to: &text, endingInDot: true)
  }

  private func text(endingInDot: Bool) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(octets.count + 4)
    write(to: &text, endingInDot: endingInDot)
    return String(decoding: text, as: UTF8.self)
  }

  private func write(to text: inout [UInt8], endingInDot: Bool) {
    var place = 0
    while place < octets.count {
      let end = place + 1 + Int(octets[place])
      OctalText.append(label: octets[place + 1..<end], to: &text)
      if end < octets.count || endingInDot { text.append(UInt8(ascii: ".")) }
      place = end
    }
  }
}

extension DomainName: Comparable {
  /// Route 53's order: labels from the right, by octets, each with the dot that follows it.
  ///
  /// So `example-a.com` comes before `example.com` (`M:ListResourceRecordSets`).
  public static func < (left: DomainName, right: DomainName) -> Bool {
    let mine = left.labelCount
    let others = right.labelCount
    for depth in 0..<min(mine, others) {
      let one = left.octets[left.labelRange(mine - 1 - depth)]
      let other = right.octets[right.labelRange(others - 1 - depth)]
      if one != other { return precedes(one, other) }
    }
    return mine < others
  }

  /// Where a label stands, the leftmost being 0.
  private func labelRange(_ index: Int) -> Range<Int> {
    var place = 0
    for _ in 0..<index { place += Int(octets[place]) + 1 }
    return place + 1..<place + 1 + Int(octets[place])
  }

  /// The order of two different labels as if each ended in a dot.
  private static func precedes(_ label: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    let dot = UInt8(ascii: ".")
    for (mine, its) in zip(label, other) where mine != its { return mine < its }
    return label.count < other.count
      ? dot <= other[other.startIndex + label.count] : label[label.startIndex + other.count] < dot
  }
}

extension DomainName: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(DomainNameError) {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
