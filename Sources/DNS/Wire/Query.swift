/// What a client asks, as far as a name server looks at it.
///
/// It is read from the message without making anything on the heap: names stay where they are until
/// somebody asks for one.
public struct Query: Sendable {
  public let id: UInt16
  /// What is asked; only a query without a fault asks.
  public private(set) var type = TypeCode(rawValue: 0)
  /// The question's name and type, letters of either case alike: a hash of them.
  public private(set) var hash: UInt64 = 0
  /// Where the question ends in the message; as long as the header where there is none to repeat.
  public private(set) var questionEnd = Self.headerCount
  /// What the OPT record says; nil: there is none.
  public private(set) var extensions: Extensions?
  /// Why there is no question for the zones; nil: there is one.
  public private(set) var fault: WireCode?
  /// The octet of the header in which an answer repeats the opcode and whether recursion is wanted.
  private let flags: UInt8
  private var recordClass: UInt16 = 0

  public static let headerCount = 12
  /// What a client takes that says nothing of it (RFC 1035 §4.2.1).
  static let udpLeast = 512
  /// No UDP answer is larger (`DG:DNSBehavior`).
  public static let udpMost = 4_096
  /// Nor any that leaves this machine: none is fragmented (DNS Flag Day 2020), and nobody gets much
  /// more than what was asked in his name.
  public static let udpMostAway = 1_232

  /// Reads a message.
  ///
  /// Nil for what is never answered: less than a header, which leaves nobody to answer, and
  /// answers, or two servers could send them to each other for ever.
  public init?(_ message: Span<UInt8>) {
    guard message.count >= Self.headerCount, message[2] & 0x80 == 0 else { return nil }
    id = UInt16(message[0]) << 8 | UInt16(message[1])
    flags = message[2] & 0x79
    guard flags & 0x78 == 0 else {
      fault = .notImplemented
      readExtensions(message)
      return
    }
    do throws(WireError) {
      try read(message)
      fault = (extensions?.version ?? 0) > 0 ? .badVersion : nil
      if fault == nil { fault = recordClass == 1 ? type.refusal : .refused }
    } catch {
      fault = .formatError
      if extensions == nil { readExtensions(message) }
    }
  }

  private mutating func read(_ message: Span<UInt8>) throws(WireError) {
    var cursor = WireCursor(at: 4, end: message.count)
    let questions = try cursor.short(message)
    let answers = try cursor.short(message)
    let authorities = try cursor.short(message)
    let additional = try cursor.short(message)
    guard questions == 1, answers == 0 else { throw .questionCount }
    try readQuestion(message, &cursor)
    // The question of IXFR alone brings a record, the SOA that the client has (RFC 1995 §3).
    guard authorities == (type == .ixfr ? authorities : 0) else { throw .questionCount }
    for _ in 0..<authorities { try skipRecord(message, &cursor) }
    for _ in 0..<additional { try readAdditional(message, &cursor) }
    guard cursor.isAtEnd else { throw .trailingOctets }
  }

  private mutating func readQuestion(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) {
    // FNV-1a, as in `DomainName`.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var place = cursor.place
    while true {
      guard place < message.count else { throw .endsEarly }
      let length = Int(message[place])
      if length == 0 { break }
      guard length <= DomainNameParser.labelOctetsMax else {
        throw length >= 0xc0 ? .badPointer : .badLabel
      }
      let end = place + 1 + length
      guard end < message.count else { throw .endsEarly }
      // The root's octet follows.
      guard end - Self.headerCount < 255 else { throw .nameTooLong }
      while place < end {
        hash = (hash ^ UInt64(message[place].lowercased)) &* 0x0100_0000_01b3
        place += 1
      }
    }
    try cursor.skip(place + 1 - cursor.place)
    let code = try cursor.short(message)
    recordClass = try cursor.short(message)
    type = TypeCode(rawValue: code)
    self.hash = (hash ^ UInt64(code)) &* 0x0100_0000_01b3
    questionEnd = cursor.place
  }

  /// Reads OPT, which comes at most once, and passes over what else there is.
  private mutating func readAdditional(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) {
    var ahead = cursor
    try ahead.skipName(message)
    guard try ahead.short(message) == TypeCode.opt.rawValue else {
      return try skipRecord(message, &cursor)
    }
    guard message[cursor.place] == 0, extensions == nil else { throw .badExtensions }
    var (read, options) = try Extensions.read(message, &ahead)
    // A refusal of what its options say has OPT as well (RFC 6891 §7).
    extensions = read
    try read.takeOptions(message, &options)
    // Only an answer has a scope (RFC 7871 §6).
    guard read.scope == 0 else { throw .badClientSubnet }
    extensions = read
    cursor = ahead
  }

  /// Reads OPT out of a message that asks the zones nothing, as far as the way to it can be read:
  /// it is answered with OPT as well (RFC 6891 §7).
  private mutating func readExtensions(_ message: Span<UInt8>) {
    var cursor = WireCursor(at: 4, end: message.count)
    do throws(WireError) {
      let questions = try cursor.short(message)
      let answers = try cursor.short(message)
      let authorities = try cursor.short(message)
      let additional = try cursor.short(message)
      for _ in 0..<questions {
        try cursor.skipName(message)
        try cursor.skip(4)
      }
      for _ in 0..<answers { try skipRecord(message, &cursor) }
      for _ in 0..<authorities { try skipRecord(message, &cursor) }
      for _ in 0..<additional { try readAdditional(message, &cursor) }
    } catch { return }
  }

  private func skipRecord(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) {
    try cursor.skipName(message)
    try cursor.skip(8)
    try cursor.skip(Int(try cursor.short(message)))
  }
}

extension Query {
  /// The name that is asked for; the root where there is no question.
  public func name(in message: Span<UInt8>) -> DomainName {
    guard questionEnd > Self.headerCount else { return .root }
    let end = questionEnd - 5
    return DomainName(wireOctets: (Self.headerCount..<end).map { message[$0].lowercased })
  }

  /// Whether an answer repeats this query's question, but for the case of letters.
  public func matches(_ answer: [UInt8], in message: Span<UInt8>) -> Bool {
    guard answer.count >= questionEnd else { return false }
    for place in Self.headerCount..<questionEnd {
      guard answer[place].lowercased == message[place].lowercased else { return false }
    }
    return true
  }

  /// The largest answer over UDP, in octets, to a client on this machine or elsewhere.
  public func udpLimit(isLocal: Bool) -> Int {
    min(max(extensions?.udpMost ?? 0, Self.udpLeast), isLocal ? Self.udpMost : Self.udpMostAway)
  }

  /// What `finish` adds to a body, in octets.
  public var extensionCount: Int { extensions?.recordCount ?? 0 }

  /// Makes a body the answer to this query: puts its id and flags and the question's letters as
  /// they were asked into it, and appends OPT if the query had it (RFC 6891 §6.1.1).
  ///
  /// - Parameters:
  ///   - body: what `Response.body` gave for the same question.
  ///   - message: the query.
  ///   - scope: the prefix length of client subnets for which the answer holds.
  public func finish(_ body: inout [UInt8], _ message: Span<UInt8>, scope: Int = 0) {
    body[0] = UInt8(truncatingIfNeeded: id >> 8)
    body[1] = UInt8(truncatingIfNeeded: id)
    body[2] |= flags
    for place in Self.headerCount..<questionEnd { body[place] = message[place] }
    guard let extensions else { return }
    var own = Extensions(udpMost: Self.udpMost, wantsDNSSEC: extensions.wantsDNSSEC)
    own.clientSubnet = extensions.clientSubnet
    own.scope = scope
    own.codeHigh = UInt8(truncatingIfNeeded: (fault?.rawValue ?? 0) >> 4)
    let count = (UInt16(body[10]) << 8 | UInt16(body[11])) &+ 1
    body[10] = UInt8(truncatingIfNeeded: count >> 8)
    body[11] = UInt8(truncatingIfNeeded: count)
    own.write(to: &body)
  }
}
