extension RecordData {
  /// Reads a value in the form of the wire, from all that `cursor` has left.
  ///
  /// - Returns: nil for a value that has no text form here, such as a service binding with a
  ///   parameter that Route 53 does not know.
  static func read(
    _ type: RecordType,
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> RecordData? {
    switch type {
    case .a: return .a(IPv4Address(bits: try cursor.word(message)))
    case .aaaa: return .aaaa(IPv6Address(octets: try cursor.octets(message, count: 16)))
    case .caa: return try certificationAuthority(message, &cursor)
    case .cname: return .cname(try cursor.name(message))
    case .ds: return try delegationSigner(message, &cursor)
    case .https: return try ServiceBinding.read(message, &cursor).map { .https($0) }
    case .mx:
      let preference = try cursor.short(message)
      return .mx(preference: preference, exchange: try cursor.name(message))
    case .naptr: return .naptr(try NamingAuthorityPointer.read(message, &cursor))
    case .ns: return .ns(try cursor.name(message))
    case .ptr: return .ptr(try cursor.name(message))
    case .soa: return .soa(try StartOfAuthority.read(message, &cursor))
    case .spf: return .spf(try strings(message, &cursor))
    case .srv: return try service(message, &cursor)
    case .sshfp:
      let algorithm = try cursor.octet(message)
      let type = try cursor.octet(message)
      let fingerprint = try cursor.rest(message)
      return .sshfp(algorithm: algorithm, fingerprintType: type, fingerprint: fingerprint)
    case .svcb: return try ServiceBinding.read(message, &cursor).map { .svcb($0) }
    case .tlsa: return try tlsAssociation(message, &cursor)
    case .txt: return .txt(try strings(message, &cursor))
    }
  }

  /// Tags are letters and digits, and compared without regard to case (RFC 8659 §4.1).
  private static func certificationAuthority(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> RecordData? {
    let flags = try cursor.octet(message)
    let tag = try cursor.string(message).map(\.lowercased)
    let value = OctalText.quoted(try cursor.rest(message))
    let isPlain = tag.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    guard isPlain else { return nil }
    return .caa(flags: flags, tag: String(decoding: tag, as: UTF8.self), value: value)
  }

  private static func delegationSigner(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> RecordData {
    let keyTag = try cursor.short(message)
    let algorithm = try cursor.octet(message)
    let digestType = try cursor.octet(message)
    let digest = try cursor.rest(message)
    return .ds(keyTag: keyTag, algorithm: algorithm, digestType: digestType, digest: digest)
  }

  private static func service(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> RecordData {
    let priority = try cursor.short(message)
    let weight = try cursor.short(message)
    let port = try cursor.short(message)
    // Receivers should expand what an older server compressed (RFC 3597 §4).
    return .srv(priority: priority, weight: weight, port: port, target: try cursor.name(message))
  }

  private static func tlsAssociation(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> RecordData {
    let usage = try cursor.octet(message)
    let selector = try cursor.octet(message)
    let matchingType = try cursor.octet(message)
    let data = try cursor.rest(message)
    return .tlsa(usage: usage, selector: selector, matchingType: matchingType, data: data)
  }

  private static func strings(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> [String] {
    var strings: [String] = []
    while !cursor.isAtEnd { strings.append(OctalText.quoted(try cursor.string(message))) }
    return strings
  }
}

extension NamingAuthorityPointer {
  fileprivate static func read(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> NamingAuthorityPointer {
    let order = try cursor.short(message)
    let preference = try cursor.short(message)
    let flags = OctalText.quoted(try cursor.string(message))
    let service = OctalText.quoted(try cursor.string(message))
    let expression = OctalText.quoted(try cursor.string(message))
    return NamingAuthorityPointer(
      order: order,
      preference: preference,
      flags: flags,
      service: service,
      regularExpression: expression,
      replacement: try cursor.name(message)
    )
  }
}

extension StartOfAuthority {
  fileprivate static func read(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> StartOfAuthority {
    let primary = try cursor.name(message)
    let mailbox = try cursor.name(message)
    let serial = try cursor.word(message)
    let refresh = try cursor.word(message)
    let retry = try cursor.word(message)
    let expire = try cursor.word(message)
    return StartOfAuthority(
      primary: primary,
      mailbox: mailbox,
      serial: serial,
      refresh: refresh,
      retry: retry,
      expire: expire,
      minimum: try cursor.word(message)
    )
  }
}
