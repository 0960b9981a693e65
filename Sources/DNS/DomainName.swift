/// A fully qualified domain name, held as Route 53 prints it.
///
/// Letters are lower-case and every octet other than a-z, 0-9, `-` and `_` stands as an octal
/// escape, so `*` is held as `\052` (`DG:DomainNameFormat`). `[]` is the root.
public struct DomainName: Hashable, Sendable {
  /// The labels, leftmost first, escaped as Route 53 prints them.
  public let labels: [String]

  /// Reads a name; a trailing dot is optional, `*` and `\052` are the same.
  public init(_ text: String) throws(DomainNameError) {
    labels = try DomainNameParser.labels(of: text)
  }

  /// A name that the program itself spells; a malformed one is our own bug.
  public init(known text: StaticString) {
    guard let name = try? DomainName(text.description) else {
      preconditionFailure("the program spells a malformed domain name: \(text)")
    }
    self = name
  }

  private init(labels: [String]) {
    self.labels = labels
  }

  public static let root: DomainName = DomainName(labels: [])

  /// The name without its trailing dot; the root is the empty text.
  public var withoutDot: String {
    labels.joined(separator: ".")
  }

  /// The name with its leftmost label dropped, or nil for the root.
  public var parent: DomainName? {
    labels.isEmpty ? nil : DomainName(labels: Array(labels.dropFirst()))
  }

  /// Whether this name is `zone` itself or lies below it.
  public func isWithin(_ zone: DomainName) -> Bool {
    labels.count >= zone.labels.count && labels.suffix(zone.labels.count) == zone.labels[...]
  }

  /// Whether the leftmost label is an asterisk alone, which makes a record a wildcard (RFC 4592).
  public var isWildcard: Bool {
    labels.first == Self.asterisk
  }

  /// The wildcard directly below this name: `*.example.com.` for `example.com.`.
  public var wildcard: DomainName {
    DomainName(labels: [Self.asterisk] + labels)
  }

  private static let asterisk: String = "\\052"
}

extension DomainName: CustomStringConvertible {
  /// The name with its trailing dot; the root is `.`.
  public var description: String {
    withoutDot + "."
  }
}

extension DomainName: Comparable {
  /// Route 53's order: labels from the right, by octets, each with the dot that follows it.
  ///
  /// So `example-a.com` comes before `example.com` (`M:ListResourceRecordSets`).
  public static func < (left: DomainName, right: DomainName) -> Bool {
    for (mine, other) in zip(left.labels.reversed(), right.labels.reversed()) where mine != other {
      return orderedOctets(of: mine).lexicographicallyPrecedes(orderedOctets(of: other))
    }
    return left.labels.count < right.labels.count
  }

  private static func orderedOctets(of label: String) -> [UInt8] {
    OctalText.octets(of: label) + [UInt8(ascii: ".")]
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
