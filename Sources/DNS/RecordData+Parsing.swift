extension RecordData {
  /// Reads the presentation form of a value (RFC 1035 §5.1; octal escapes as in `DG`).
  public init(_ text: String, type: RecordType) throws(RecordDataError) {
    guard text.utf8.contains(where: { $0 > 32 }) else { throw .empty }
    switch type {
    case .a: self = .a(try Self.ipv4(text))
    case .aaaa: self = .aaaa(try Self.ipv6(text))
    case .caa: self = try Self.certificationAuthority(text)
    case .cname: self = .cname(try Self.name(try Self.single(text)))
    case .ds: self = try Self.delegationSigner(text)
    case .https: self = .https(try Self.serviceBinding(text))
    case .mx: self = try Self.mailExchange(text)
    case .naptr: self = .naptr(try Self.namingAuthority(text))
    case .ns: self = .ns(try Self.name(try Self.single(text)))
    case .ptr: self = .ptr(try Self.name(try Self.single(text)))
    case .soa: self = .soa(try Self.authority(text))
    case .spf: self = .spf(try CharacterStrings.strings(of: text))
    case .srv: self = try Self.service(text)
    case .sshfp: self = try Self.sshFingerprint(text)
    case .svcb: self = .svcb(try Self.serviceBinding(text))
    case .tlsa: self = try Self.tlsAssociation(text)
    case .txt: self = .txt(try CharacterStrings.strings(of: text))
    }
  }

  private static func ipv4(_ text: String) throws(RecordDataError) -> IPv4Address {
    guard let address = IPv4Address(try single(text)) else { throw .notIPv4(text) }
    return address
  }

  private static func ipv6(_ text: String) throws(RecordDataError) -> IPv6Address {
    guard let address = IPv6Address(try single(text)) else { throw .notIPv6(text) }
    return address
  }

  /// Another tag than the three of RFC 8659 must be marked as critical, by the highest bit of the
  /// flags (`CP:caa-tag-enum`).
  private static func certificationAuthority(_ text: String) throws(RecordDataError) -> RecordData {
    let fields = try fields(of: text, count: 3)
    let flags = try octet(fields[0], .flags)
    let tag = fields[1].lowercased()
    // RFC 8659 §4.1: letters and digits.
    let isPlain = tag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isPlain, flags >= 128 || ["issue", "issuewild", "iodef"].contains(tag) else {
      throw .unknownTag(fields[1])
    }
    return .caa(flags: flags, tag: tag, value: try string(fields[2]))
  }

  private static func delegationSigner(_ text: String) throws(RecordDataError) -> RecordData {
    let fields = try fields(of: text, count: 4)
    return .ds(
      keyTag: try short(fields[0], .keyTag),
      algorithm: try octet(fields[1], .algorithm),
      digestType: try octet(fields[2], .digestType),
      digest: try hexadecimal(fields[3], .digest)
    )
  }

  private static func mailExchange(_ text: String) throws(RecordDataError) -> RecordData {
    let fields = try fields(of: text, count: 2)
    return .mx(preference: try short(fields[0], .preference), exchange: try name(fields[1]))
  }

  /// Flags, service and regular expression stand between quotation marks
  /// (`CP:naptr-flags-quotes`).
  private static func namingAuthority(
    _ text: String
  ) throws(RecordDataError) -> NamingAuthorityPointer {
    let fields = try fields(of: text, count: 6)
    for field in fields[2...4] where !field.hasPrefix("\"") { throw .fieldNotQuoted(text) }
    let pointer = NamingAuthorityPointer(
      order: try short(fields[0], .order),
      preference: try short(fields[1], .preference),
      flags: try string(fields[2]),
      service: try string(fields[3]),
      regularExpression: try string(fields[4]),
      replacement: try name(fields[5])
    )
    guard pointer.regularExpression.isEmpty || pointer.replacement.isRoot else {
      throw .twoRewrites(text)
    }
    return pointer
  }

  private static func authority(_ text: String) throws(RecordDataError) -> StartOfAuthority {
    let fields = try fields(of: text, count: 7)
    let seconds = StartOfAuthority.secondsMax
    return StartOfAuthority(
      primary: try name(fields[0]),
      mailbox: try name(fields[1]),
      serial: try number(fields[2], max: .max, .serial),
      refresh: try number(fields[3], max: seconds, .refresh),
      retry: try number(fields[4], max: seconds, .retry),
      expire: try number(fields[5], max: seconds, .expire),
      minimum: try number(fields[6], max: seconds, .minimum)
    )
  }

  private static func service(_ text: String) throws(RecordDataError) -> RecordData {
    let fields = try fields(of: text, count: 4)
    return .srv(
      priority: try short(fields[0], .priority),
      weight: try short(fields[1], .weight),
      port: try short(fields[2], .port),
      target: try name(fields[3])
    )
  }

  /// RSA, DSA, ECDSA, Ed25519 and Ed448; SHA-1 and SHA-256 (RFC 4255, 6594, 7479, 8709;
  /// `CP:sshfp-hash-type-enum`).
  private static func sshFingerprint(_ text: String) throws(RecordDataError) -> RecordData {
    let fields = try fields(of: text, count: 3)
    return .sshfp(
      algorithm: try assigned(fields[0], [1, 2, 3, 4, 6], .algorithm),
      fingerprintType: try assigned(fields[1], [1, 2], .fingerprintType),
      fingerprint: try hexadecimal(fields[2], .fingerprint)
    )
  }

  /// A priority beyond 32,767 is not supported (`CP:https-svcpriority-range`).
  private static func serviceBinding(_ text: String) throws(RecordDataError) -> ServiceBinding {
    let fields = CharacterStrings.fields(of: text)
    guard fields.count >= 2 else { throw .fieldCount(text, expected: 2) }
    let priority = try number(fields[0], max: 32_767, .priority)
    let target = try name(fields[1])
    var parameters: [ServiceBinding.Parameter] = []
    for field in fields.dropFirst(2) { parameters.append(try ServiceBinding.Parameter(field)) }
    return try ServiceBinding(
      priority: UInt16(truncatingIfNeeded: priority),
      target: target,
      parameters: parameters
    )
  }

  /// `CP:tlsa-certificate-usage-enum`, `CP:tlsa-selector-enum`, `CP:tlsa-matching-type-enum`.
  private static func tlsAssociation(_ text: String) throws(RecordDataError) -> RecordData {
    let fields = try fields(of: text, count: 4)
    return .tlsa(
      usage: try assigned(fields[0], [0, 1, 2, 3], .certificateUsage),
      selector: try assigned(fields[1], [0, 1], .selector),
      matchingType: try assigned(fields[2], [0, 1, 2], .matchingType),
      data: try hexadecimal(fields[3], .certificateData)
    )
  }
}

// Fields.
extension RecordData {
  private static func single(_ text: String) throws(RecordDataError) -> String {
    guard !text.contains(where: \.isWhitespace) else { throw .notOneField(text) }
    return text
  }

  private static func fields(of text: String, count: Int) throws(RecordDataError) -> [String] {
    let fields = CharacterStrings.fields(of: text)
    guard fields.count == count else { throw .fieldCount(text, expected: count) }
    return fields
  }

  /// A string between quotation marks, or a bare word, as it stands between them.
  private static func string(_ field: String) throws(RecordDataError) -> String {
    let strings = try CharacterStrings.strings(of: field.first == "\"" ? field : "\"\(field)\"")
    guard strings.count == 1 else { throw .notQuoted(field) }
    return strings[0]
  }

  private static func octet(
    _ text: String,
    _ field: RecordField
  ) throws(RecordDataError) -> UInt8 {
    UInt8(truncatingIfNeeded: try number(text, max: UInt32(UInt8.max), field))
  }

  /// A number that means something in its field.
  private static func assigned(
    _ text: String,
    _ known: [UInt8],
    _ field: RecordField
  ) throws(RecordDataError) -> UInt8 {
    let value = try octet(text, field)
    guard known.contains(value) else { throw .unassigned(text, field) }
    return value
  }

  private static func short(
    _ text: String,
    _ field: RecordField
  ) throws(RecordDataError) -> UInt16 {
    UInt16(truncatingIfNeeded: try number(text, max: UInt32(UInt16.max), field))
  }

  private static func number(
    _ text: String,
    max: UInt32,
    _ field: RecordField
  ) throws(RecordDataError) -> UInt32 {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = UInt32(text),
      number <= max
    else { throw .notNumber(text, max: max, field) }
    return number
  }

  private static func hexadecimal(
    _ text: String,
    _ field: RecordField
  ) throws(RecordDataError) -> [UInt8] {
    guard let octets = Hexadecimal.octets(text) else { throw .notHexadecimal(text, field) }
    return octets
  }

  private static func name(_ text: String) throws(RecordDataError) -> DomainName {
    do throws(DomainNameError) {
      return try DomainName(text)
    } catch {
      throw .name(error, in: text)
    }
  }
}
