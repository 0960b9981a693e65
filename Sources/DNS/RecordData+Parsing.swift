extension RecordData {
  /// Reads the presentation form of a value (RFC 1035 §5.1; octal escapes as in `DG`).
  public init(_ text: String, type: RecordType) throws(RecordDataError) {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
    switch type {
    case .a: self = .a(try Self.ipv4(text))
    case .aaaa: self = .aaaa(try Self.ipv6(text))
    case .cname: self = .cname(try Self.name(try Self.single(text)))
    case .mx: self = try Self.mailExchange(text)
    case .ns: self = .ns(try Self.name(try Self.single(text)))
    case .soa: self = .soa(try Self.authority(text))
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

  private static func mailExchange(_ text: String) throws(RecordDataError) -> RecordData {
    let fields = try fields(of: text, count: 2)
    let preference = try number(fields[0], max: UInt32(UInt16.max))
    return .mx(preference: UInt16(preference), exchange: try name(fields[1]))
  }

  private static func authority(_ text: String) throws(RecordDataError) -> StartOfAuthority {
    let fields = try fields(of: text, count: 7)
    return StartOfAuthority(
      primary: try name(fields[0]),
      mailbox: try name(fields[1]),
      serial: try number(fields[2], max: .max),
      refresh: try number(fields[3], max: StartOfAuthority.secondsMax),
      retry: try number(fields[4], max: StartOfAuthority.secondsMax),
      expire: try number(fields[5], max: StartOfAuthority.secondsMax),
      minimum: try number(fields[6], max: StartOfAuthority.secondsMax)
    )
  }

  private static func single(_ text: String) throws(RecordDataError) -> String {
    guard !text.contains(where: \.isWhitespace) else { throw .notOneField(text) }
    return text
  }

  private static func fields(of text: String, count: Int) throws(RecordDataError) -> [String] {
    let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == count else { throw .fieldCount(text, expected: count) }
    return fields
  }

  private static func number(_ text: String, max: UInt32) throws(RecordDataError) -> UInt32 {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = UInt32(text),
      number <= max
    else { throw .notNumber(text, max: max) }
    return number
  }

  private static func name(_ text: String) throws(RecordDataError) -> DomainName {
    do throws(DomainNameError) {
      return try DomainName(text)
    } catch {
      throw .name(error, in: text)
    }
  }
}
