/// A whole DNS message (RFC 1035 §4.1), as its reader sees it.
public struct Message: Hashable, Sendable {
  public var id: UInt16
  /// The second word of the header: QR, the opcode, AA, TC, RD, RA and the code's low bits.
  public var flags: UInt16
  public var question: Question?
  public var records: [Record] = []
  public var authority: [Record] = []
  /// Without OPT.
  public var additional: [Record] = []
  public var extensions: Extensions?

  public struct Question: Hashable, Sendable {
    public var name: DomainName
    public var type: TypeCode
    public var recordClass: UInt16

    public init(_ name: DomainName, _ type: TypeCode, recordClass: UInt16 = 1) {
      self.name = name
      self.type = type
      self.recordClass = recordClass
    }
  }

  public struct Record: Hashable, Sendable {
    public var name: DomainName
    public var type: TypeCode
    public var recordClass: UInt16
    /// In seconds.
    public var ttl: UInt32
    public var value: Value
  }

  public enum Value: Hashable, Sendable {
    case known(RecordData)
    /// Of a type that is not known here, or with what has no text form here (RFC 3597 §3).
    case opaque([UInt8])
  }

  /// A query.
  public init(id: UInt16, asking question: Question, extensions: Extensions? = nil) {
    self.id = id
    flags = 0
    self.question = question
    self.extensions = extensions
  }

  public var isAuthoritative: Bool { flags & 0x0400 != 0 }
  public var isTruncated: Bool { flags & 0x0200 != 0 }

  /// The code with the high bits that OPT has; nil for one that has no name here.
  public var code: WireCode? {
    WireCode(rawValue: flags & 15 | UInt16(extensions?.codeHigh ?? 0) << 4)
  }

  /// The values of the records that answer, where they are known.
  public var values: [RecordData] {
    records.compactMap { if case .known(let data) = $0.value { data } else { nil } }
  }
}

// From the wire.
extension Message {
  /// Reads a message with at most one question.
  public init(_ octets: Span<UInt8>) throws(WireError) {
    var cursor = WireCursor(at: 0, end: octets.count)
    id = try cursor.short(octets)
    flags = try cursor.short(octets)
    var counts: [Int] = []
    for _ in 0..<4 { counts.append(Int(try cursor.short(octets))) }
    guard counts[0] <= 1 else { throw .questionCount }
    if counts[0] == 1 {
      let name = try cursor.name(octets)
      let type = TypeCode(rawValue: try cursor.short(octets))
      question = Question(name, type, recordClass: try cursor.short(octets))
    }
    for _ in 0..<counts[1] { records.append(try Record.read(octets, &cursor)) }
    for _ in 0..<counts[2] { authority.append(try Record.read(octets, &cursor)) }
    for _ in 0..<counts[3] { try readAdditional(octets, &cursor) }
    guard cursor.isAtEnd else { throw .trailingOctets }
  }

  private mutating func readAdditional(
    _ octets: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) {
    var ahead = cursor
    let name = try ahead.name(octets)
    guard try ahead.short(octets) == TypeCode.opt.rawValue else {
      additional.append(try Record.read(octets, &cursor))
      return
    }
    guard name.isRoot, extensions == nil else { throw .badExtensions }
    var (read, options) = try Extensions.read(octets, &ahead)
    try read.takeOptions(octets, &options)
    extensions = read
    cursor = ahead
  }
}

extension Message.Record {
  fileprivate static func read(
    _ octets: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> Message.Record {
    let name = try cursor.name(octets)
    let type = TypeCode(rawValue: try cursor.short(octets))
    let recordClass = try cursor.short(octets)
    let ttl = try cursor.word(octets)
    let length = try cursor.short(octets)
    var part = try cursor.part(Int(length))
    let start = part
    var value = Message.Value.opaque([])
    if recordClass == 1, let known = type.recordType,
      let data = try RecordData.read(known, octets, &part)
    {
      guard part.isAtEnd else { throw .trailingOctets }
      value = .known(data)
    } else {
      part = start
      value = .opaque(try part.rest(octets))
    }
    return Message.Record(
      name: name,
      type: type,
      recordClass: recordClass,
      ttl: ttl,
      value: value
    )
  }
}

// To the wire.
extension Message {
  /// The message as octets.
  public var octets: [UInt8] {
    var writer = WireWriter()
    writer.short(id)
    writer.short(flags)
    writer.short(question == nil ? 0 : 1)
    writer.short(UInt16(truncatingIfNeeded: records.count))
    writer.short(UInt16(truncatingIfNeeded: authority.count))
    writer.short(UInt16(truncatingIfNeeded: additional.count + (extensions == nil ? 0 : 1)))
    if let question {
      writer.name(question.name)
      writer.short(question.type.rawValue)
      writer.short(question.recordClass)
    }
    for record in records + authority + additional { record.write(to: &writer) }
    guard let extensions else { return writer.octets }
    var octets = writer.octets
    extensions.write(to: &octets)
    return octets
  }
}

extension Message.Record {
  fileprivate func write(to writer: inout WireWriter) {
    writer.record(name, type, class: recordClass, ttl: ttl) { writer in
      switch value {
      case .known(let data): data.write(to: &writer)
      case .opaque(let octets): writer.append(octets)
      }
    }
  }
}
