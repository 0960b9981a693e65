/// The value of one resource record, normalised.
public enum RecordData: Hashable, Sendable {
  case a(IPv4Address)
  case aaaa(IPv6Address)
  case cname(DomainName)
  case mx(preference: UInt16, exchange: DomainName)
  case ns(DomainName)
  case soa(StartOfAuthority)
  /// Character strings as they are written between quotation marks, with their escapes.
  case txt([String])

  public var type: RecordType {
    switch self {
    case .a: .a
    case .aaaa: .aaaa
    case .cname: .cname
    case .mx: .mx
    case .ns: .ns
    case .soa: .soa
    case .txt: .txt
    }
  }
}

extension RecordData: CustomStringConvertible {
  /// The presentation form, which reads back as the same value.
  public var description: String {
    switch self {
    case .a(let address): address.description
    case .aaaa(let address): address.description
    case .cname(let name), .ns(let name): name.description
    case .mx(let preference, let exchange): "\(preference) \(exchange)"
    case .soa(let authority): authority.description
    case .txt(let strings): strings.map { "\"\($0)\"" }.joined(separator: " ")
    }
  }
}

/// As `{"type": "A", "value": "192.0.2.1"}`.
extension RecordData: Codable {
  private enum CodingKeys: String, CodingKey {
    case type, value
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let type = try container.decode(RecordType.self, forKey: .type)
    let value = try container.decode(String.self, forKey: .value)
    do throws(RecordDataError) {
      try self.init(value, type: type)
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: .value,
        in: container,
        debugDescription: "\(error)"
      )
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    try container.encode(description, forKey: .value)
  }
}
