/// The value of one resource record, normalised.
public enum RecordData: Hashable, Sendable {
  case a(IPv4Address)
  case aaaa(IPv6Address)
  /// RFC 8659; the value as it is written between quotation marks.
  case caa(flags: UInt8, tag: String, value: String)
  case cname(DomainName)
  /// RFC 4034 §5.
  case ds(keyTag: UInt16, algorithm: UInt8, digestType: UInt8, digest: [UInt8])
  /// RFC 9460.
  case https(ServiceBinding)
  case mx(preference: UInt16, exchange: DomainName)
  indirect case naptr(NamingAuthorityPointer)
  case ns(DomainName)
  case ptr(DomainName)
  indirect case soa(StartOfAuthority)
  /// As TXT; RFC 7208 §3.1 gave the type up.
  case spf([String])
  /// RFC 2782.
  case srv(priority: UInt16, weight: UInt16, port: UInt16, target: DomainName)
  /// RFC 4255 §3.1.
  case sshfp(algorithm: UInt8, fingerprintType: UInt8, fingerprint: [UInt8])
  /// RFC 9460.
  case svcb(ServiceBinding)
  /// RFC 6698 §2.
  case tlsa(usage: UInt8, selector: UInt8, matchingType: UInt8, data: [UInt8])
  /// Character strings as they are written between quotation marks, with their escapes.
  case txt([String])

  public var type: RecordType {
    switch self {
    case .a: .a
    case .aaaa: .aaaa
    case .caa: .caa
    case .cname: .cname
    case .ds: .ds
    case .https: .https
    case .mx: .mx
    case .naptr: .naptr
    case .ns: .ns
    case .ptr: .ptr
    case .soa: .soa
    case .spf: .spf
    case .srv: .srv
    case .sshfp: .sshfp
    case .svcb: .svcb
    case .tlsa: .tlsa
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
    case .caa(let flags, let tag, let value): "\(flags) \(tag) \"\(value)\""
    case .cname(let name), .ns(let name), .ptr(let name): name.description
    case .ds(let keyTag, let algorithm, let digestType, let digest):
      "\(keyTag) \(algorithm) \(digestType) \(Hexadecimal.text(digest))"
    case .https(let binding), .svcb(let binding): binding.description
    case .mx(let preference, let exchange): "\(preference) \(exchange)"
    case .naptr(let pointer): pointer.description
    case .soa(let authority): authority.description
    case .spf(let strings), .txt(let strings):
      strings.map { "\"\($0)\"" }.joined(separator: " ")
    case .srv(let priority, let weight, let port, let target):
      "\(priority) \(weight) \(port) \(target)"
    case .sshfp(let algorithm, let type, let fingerprint):
      "\(algorithm) \(type) \(Hexadecimal.text(fingerprint))"
    case .tlsa(let usage, let selector, let matchingType, let data):
      "\(usage) \(selector) \(matchingType) \(Hexadecimal.text(data))"
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
