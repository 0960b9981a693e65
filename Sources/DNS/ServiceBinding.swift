/// The value of an SVCB or HTTPS record (RFC 9460 §2).
public struct ServiceBinding: Hashable, Sendable {
  /// 0 makes the record an alias, which has no parameters.
  public let priority: UInt16
  public let target: DomainName
  /// In the order of their keys' numbers, each key once.
  public let parameters: [Parameter]

  public struct Parameter: Hashable, Sendable {
    /// The number of the key, as the wire has it (RFC 9460 §14.3.2).
    public let key: UInt16
    /// As it is written between quotation marks; nil for a key that stands alone.
    public let value: String?
  }

  /// Refuses an alias with parameters, a key that comes twice, and `no-default-alpn` alone.
  public init(
    priority: UInt16,
    target: DomainName,
    parameters: [Parameter]
  ) throws(RecordDataError) {
    let sorted = parameters.sorted { $0.key < $1.key }
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.key == right.key {
      throw .keyTwice(left.name)
    }
    guard priority > 0 || parameters.isEmpty else {
      throw .aliasWithParameters(sorted.map(\.description).joined(separator: " "))
    }
    let keys = sorted.map(\.key)
    guard !keys.contains(Parameter.noDefaultProtocol) || keys.contains(Parameter.protocols) else {
      throw .noProtocol
    }
    self.priority = priority
    self.target = target
    self.parameters = sorted
  }
}

extension ServiceBinding: CustomStringConvertible {
  public var description: String {
    let fields = ["\(priority)", target.description] + parameters.map(\.description)
    return fields.joined(separator: " ")
  }
}

extension ServiceBinding.Parameter: CustomStringConvertible {
  /// The keys that Route 53 knows, by their numbers from 1; `mandatory`, which is 0, and `keyNNNNN`
  /// are not among them (`CP:svcparams-key-enum`).
  private static let names: [String] = [
    "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint", "dohpath", "ohttp",
  ]

  static let protocols: UInt16 = 1
  static let noDefaultProtocol: UInt16 = 2

  /// Those that stand alone.
  private static let flags: [String] = ["no-default-alpn", "ohttp"]

  var name: String { Self.names[Int(key) - 1] }

  /// Reads `key`, `key=value` or `key="value"`.
  init(_ text: String) throws(RecordDataError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let place = Self.names.firstIndex(of: name) else { throw .unknownKey(name) }
    key = UInt16(place + 1)
    let written = parts.count == 2 ? String(parts[1]) : ""
    guard !Self.flags.contains(name) else {
      guard written.isEmpty else { throw .keyWithValue(name) }
      value = nil
      return
    }
    let quoted = written.first == "\"" ? written : "\"\(written)\""
    let strings = try CharacterStrings.strings(of: quoted)
    guard strings.count == 1, !strings[0].isEmpty else { throw .keyWithoutValue(name) }
    value = strings[0]
  }

  public var description: String {
    value.map { "\(name)=\"\($0)\"" } ?? name
  }
}
