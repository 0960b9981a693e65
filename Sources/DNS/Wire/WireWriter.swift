/// A message that is being written, with its names compressed (RFC 1035 §4.1.4).
struct WireWriter {
  private(set) var octets: [UInt8] = []
  /// The ends of names that stand in the message already, and where.
  private var suffixes: [(name: ArraySlice<UInt8>, place: Int)] = []

  /// More names than these are not looked through to save some octets.
  private static let suffixesMost = 64
  /// As far as a pointer reaches.
  private static let pointerMost = 0x3fff

  var count: Int { octets.count }

  mutating func octet(_ value: UInt8) { octets.append(value) }

  mutating func short(_ value: UInt16) {
    octets.append(UInt8(truncatingIfNeeded: value >> 8))
    octets.append(UInt8(truncatingIfNeeded: value))
  }

  mutating func word(_ value: UInt32) {
    short(UInt16(truncatingIfNeeded: value >> 16))
    short(UInt16(truncatingIfNeeded: value))
  }

  mutating func append(_ other: some Collection<UInt8>) { octets.append(contentsOf: other) }

  /// A character string behind its count; what is longer than 255 octets is cut.
  mutating func string(_ value: [UInt8]) {
    let part = value.prefix(CharacterStrings.octetsMax)
    octet(UInt8(part.count))
    append(part)
  }

  /// A name; `compressed` where its place lets resolvers expect pointers (RFC 3597 §4).
  mutating func name(_ name: DomainName, compressed: Bool = true) {
    var rest = name.octets[...]
    while let length = rest.first {
      if compressed, let known = suffixes.first(where: { $0.name == rest }) {
        return short(0xc000 | UInt16(known.place))
      }
      remember(rest)
      append(rest.prefix(Int(length) + 1))
      rest = rest.dropFirst(Int(length) + 1)
    }
    octet(0)
  }

  /// The question as the client spelled it, whose letters the answer's names then share.
  mutating func question(_ question: some Collection<UInt8>, name: DomainName) {
    var rest = name.octets[...]
    let start = count
    while let length = rest.first {
      if suffixes.count < Self.suffixesMost {
        suffixes.append((rest, start + name.octets.count - rest.count))
      }
      rest = rest.dropFirst(Int(length) + 1)
    }
    append(question)
  }

  private mutating func remember(_ suffix: ArraySlice<UInt8>) {
    guard suffixes.count < Self.suffixesMost, count <= Self.pointerMost else { return }
    suffixes.append((suffix, count))
  }

  /// A whole record with its data's length before what `data` writes.
  mutating func record(
    _ name: DomainName,
    _ type: TypeCode,
    class recordClass: UInt16 = 1,
    ttl: UInt32,
    _ data: (inout WireWriter) -> Void
  ) {
    self.name(name)
    short(type.rawValue)
    short(recordClass)
    word(ttl)
    let start = count
    short(0)
    data(&self)
    set(UInt16(truncatingIfNeeded: count - start - 2), at: start)
  }

  mutating func record(_ record: ResourceRecord) {
    self.record(record.name, TypeCode(record.type), ttl: UInt32(clamping: record.ttl)) {
      record.data.write(to: &$0)
    }
  }

  /// Puts another number where one was written.
  mutating func set(_ value: UInt16, at place: Int) {
    octets[place] = UInt8(truncatingIfNeeded: value >> 8)
    octets[place + 1] = UInt8(truncatingIfNeeded: value)
  }

  /// Takes back what was written since the message had `count` octets.
  mutating func cut(to count: Int) {
    octets.removeLast(octets.count - count)
    while let last = suffixes.last, last.place >= count { suffixes.removeLast() }
  }
}
