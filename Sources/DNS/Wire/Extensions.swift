/// What an OPT record says (EDNS, RFC 6891 §6.1); options other than the client subnet are passed
/// over.
public struct Extensions: Hashable, Sendable {
  /// The largest UDP message that the sender can take, in octets.
  public var udpMost: Int
  public var version: UInt8
  /// The DO bit (RFC 3225).
  public var wantsDNSSEC: Bool
  public var clientSubnet: ClientSubnet?
  /// In an answer, the prefix length for which it holds (RFC 7871 §6).
  public var scope: Int
  /// The high bits of the code.
  var codeHigh: UInt8

  public init(
    udpMost: Int,
    wantsDNSSEC: Bool = false,
    clientSubnet: ClientSubnet? = nil,
    scope: Int = 0,
    version: UInt8 = 0
  ) {
    self.udpMost = udpMost
    self.version = version
    self.wantsDNSSEC = wantsDNSSEC
    self.clientSubnet = clientSubnet
    self.scope = scope
    codeHigh = 0
  }

  /// What `write` appends, in octets.
  var recordCount: Int { 11 + (clientSubnet?.optionCount ?? 0) }

  /// Reads the record behind its owner and type; `cursor` is left behind it.
  ///
  /// - Returns: what it says but for its options, and where those stand.
  static func read(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> (Extensions, options: WireCursor) {
    let size = try cursor.short(message)
    let codeHigh = try cursor.octet(message)
    let version = try cursor.octet(message)
    let flags = try cursor.short(message)
    let length = try cursor.short(message)
    let options = try cursor.part(Int(length))
    var extensions = Extensions(
      udpMost: Int(size),
      wantsDNSSEC: flags & 0x8000 != 0,
      version: version
    )
    extensions.codeHigh = codeHigh
    return (extensions, options)
  }

  /// Reads the options, where the version is one that is known.
  mutating func takeOptions(
    _ message: Span<UInt8>,
    _ options: inout WireCursor
  ) throws(WireError) {
    while version == 0, !options.isAtEnd {
      let option = try options.short(message)
      let count = try options.short(message)
      var part = try options.part(Int(count))
      guard option == ClientSubnet.option, clientSubnet == nil else { continue }
      (clientSubnet, scope) = try ClientSubnet.read(message, &part)
    }
  }

  /// Appends the whole record, its owner the root.
  func write(to octets: inout [UInt8]) {
    let size = UInt16(clamping: udpMost)
    let options = clientSubnet?.optionCount ?? 0
    octets.append(0)
    octets.append(0)
    octets.append(UInt8(TypeCode.opt.rawValue))
    octets.append(UInt8(truncatingIfNeeded: size >> 8))
    octets.append(UInt8(truncatingIfNeeded: size))
    octets.append(codeHigh)
    octets.append(version)
    octets.append(wantsDNSSEC ? 0x80 : 0)
    octets.append(0)
    octets.append(0)
    octets.append(UInt8(options))
    clientSubnet?.write(scope: scope, to: &octets)
  }
}
