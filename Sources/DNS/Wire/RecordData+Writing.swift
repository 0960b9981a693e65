extension RecordData {
  /// Writes the value in the form of the wire.
  ///
  /// Only the names that RFC 1035 itself knows are compressed (RFC 3597 §4).
  func write(to writer: inout WireWriter) {
    switch self {
    case .a(let address): writer.word(address.bits)
    case .aaaa(let address): writer.append(address.octets)
    case .caa(let flags, let tag, let value):
      writer.octet(flags)
      writer.string(Array(tag.utf8))
      writer.append(OctalText.octets(quoted: value))
    case .cname(let name), .ns(let name), .ptr(let name): writer.name(name)
    case .ds(let keyTag, let algorithm, let digestType, let digest):
      writer.short(keyTag)
      writer.octet(algorithm)
      writer.octet(digestType)
      writer.append(digest)
    case .https(let binding), .svcb(let binding): binding.write(to: &writer)
    case .mx(let preference, let exchange):
      writer.short(preference)
      writer.name(exchange)
    case .naptr(let pointer): pointer.write(to: &writer)
    case .soa(let authority): authority.write(to: &writer)
    case .spf(let strings), .txt(let strings):
      for string in strings { writer.string(OctalText.octets(quoted: string)) }
    case .srv(let priority, let weight, let port, let target):
      for number in [priority, weight, port] { writer.short(number) }
      writer.name(target, compressed: false)
    case .sshfp(let algorithm, let type, let fingerprint):
      writer.octet(algorithm)
      writer.octet(type)
      writer.append(fingerprint)
    case .tlsa(let usage, let selector, let matchingType, let data):
      for number in [usage, selector, matchingType] { writer.octet(number) }
      writer.append(data)
    }
  }
}

extension IPv6Address {
  /// The sixteen octets, in the order of the wire.
  var octets: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: bits >> UInt128(120 - 8 * $0)) }
  }

  init(octets: some Sequence<UInt8>) {
    self.init(bits: octets.reduce(0) { $0 << 8 | UInt128($1) })
  }
}

extension NamingAuthorityPointer {
  fileprivate func write(to writer: inout WireWriter) {
    writer.short(order)
    writer.short(preference)
    for text in [flags, service, regularExpression] {
      writer.string(OctalText.octets(quoted: text))
    }
    writer.name(replacement, compressed: false)
  }
}

extension StartOfAuthority {
  fileprivate func write(to writer: inout WireWriter) {
    writer.name(primary)
    writer.name(mailbox)
    for number in [serial, refresh, retry, expire, minimum] { writer.word(number) }
  }
}
