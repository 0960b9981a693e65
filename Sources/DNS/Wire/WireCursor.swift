/// A place in a message that is being read; what would reach beyond `end` is an error.
struct WireCursor {
  private(set) var place: Int
  let end: Int

  init(at place: Int, end: Int) {
    self.place = place
    self.end = end
  }

  var isAtEnd: Bool { place == end }

  mutating func octet(_ message: Span<UInt8>) throws(WireError) -> UInt8 {
    guard place < end else { throw .endsEarly }
    defer { place += 1 }
    return message[place]
  }

  mutating func short(_ message: Span<UInt8>) throws(WireError) -> UInt16 {
    guard end - place >= 2 else { throw .endsEarly }
    defer { place += 2 }
    return UInt16(message[place]) << 8 | UInt16(message[place + 1])
  }

  mutating func word(_ message: Span<UInt8>) throws(WireError) -> UInt32 {
    let high = try short(message)
    return UInt32(high) << 16 | UInt32(try short(message))
  }

  mutating func skip(_ count: Int) throws(WireError) {
    guard count <= end - place else { throw .endsEarly }
    place += count
  }

  mutating func octets(_ message: Span<UInt8>, count: Int) throws(WireError) -> [UInt8] {
    guard count <= end - place else { throw .endsEarly }
    defer { place += count }
    return (place..<place + count).map { message[$0] }
  }

  /// All that is left.
  mutating func rest(_ message: Span<UInt8>) throws(WireError) -> [UInt8] {
    try octets(message, count: end - place)
  }

  /// A character string: octets behind their count.
  mutating func string(_ message: Span<UInt8>) throws(WireError) -> [UInt8] {
    let count = try octet(message)
    return try octets(message, count: Int(count))
  }

  /// The part that the next `count` octets are; this cursor goes on behind it.
  mutating func part(_ count: Int) throws(WireError) -> WireCursor {
    let start = place
    try skip(count)
    return WireCursor(at: start, end: place)
  }
}

// Names.
extension WireCursor {
  private static let nameMost = 255

  /// A name, its letters lower-case; a pointer leads to an earlier place than where it was come
  /// from, so that no message sends its reader in circles.
  mutating func name(
    _ message: Span<UInt8>,
    mayPoint: Bool = true
  ) throws(WireError) -> DomainName {
    var octets: [UInt8] = []
    try walkName(message, mayPoint: mayPoint) { octets.append($0) }
    return DomainName(wireOctets: octets)
  }

  mutating func skipName(_ message: Span<UInt8>) throws(WireError) {
    try walkName(message, mayPoint: true) { _ in }
  }

  /// Goes through a name's labels, each behind its length, lower-case and without the root's.
  private mutating func walkName(
    _ message: Span<UInt8>,
    mayPoint: Bool,
    _ take: (UInt8) -> Void
  ) throws(WireError) {
    var at = self
    var start = place
    var hasJumped = false
    var count = 1
    while true {
      let length = try at.octet(message)
      if length == 0 { break }
      if length >= 0xc0 {
        guard mayPoint else { throw .badPointer }
        let target = Int(length & 0x3f) << 8 | Int(try at.octet(message))
        guard target < start else { throw .badPointer }
        if !hasJumped { place = at.place }
        hasJumped = true
        start = target
        at = WireCursor(at: target, end: message.count)
        continue
      }
      guard length <= DomainNameParser.labelOctetsMax else { throw .badLabel }
      count += Int(length) + 1
      guard count <= Self.nameMost else { throw .nameTooLong }
      take(length)
      for _ in 0..<length { take(try at.octet(message).lowercased) }
    }
    if !hasJumped { place = at.place }
  }
}

extension UInt8 {
  /// The same letter in lower case; anything but A to Z stays as it is (RFC 4343 §3).
  var lowercased: UInt8 {
    self &- 65 < 26 ? self | 32 : self
  }
}
