extension ServiceBinding {
  /// Writes the binding (RFC 9460 §2.2); its target is never compressed.
  ///
  /// A parameter whose text is no value of its key, such as `port=coffee`, is left out.
  func write(to writer: inout WireWriter) {
    writer.short(priority)
    writer.name(target, compressed: false)
    for parameter in parameters {
      guard let octets = parameter.wireValue else { continue }
      writer.short(parameter.key)
      writer.short(UInt16(truncatingIfNeeded: octets.count))
      writer.append(octets)
    }
  }

  /// Reads a binding; nil: a parameter has no text form here, or the keys are not in order.
  static func read(
    _ message: Span<UInt8>,
    _ cursor: inout WireCursor
  ) throws(WireError) -> ServiceBinding? {
    let priority = try cursor.short(message)
    let target = try cursor.name(message, mayPoint: false)
    var parameters: [Parameter] = []
    var isKnown = true
    while !cursor.isAtEnd {
      let key = try cursor.short(message)
      let count = try cursor.short(message)
      let octets = try cursor.octets(message, count: Int(count))
      if let last = parameters.last, last.key >= key { isKnown = false }
      guard let parameter = Parameter(key: key, wireValue: octets) else {
        isKnown = false
        continue
      }
      parameters.append(parameter)
    }
    guard isKnown else { return nil }
    return try? ServiceBinding(priority: priority, target: target, parameters: parameters)
  }
}

extension ServiceBinding.Parameter {
  /// What the value is on the wire, by its key (RFC 9460 §7); nil: the text is no such value.
  var wireValue: [UInt8]? {
    let octets = value.map { OctalText.octets(quoted: $0) } ?? []
    switch key {
    case 1: return Self.protocols(of: octets)
    case 3: return UInt16(String(decoding: octets, as: UTF8.self)).map { $0.octets }
    case 4: return Self.addresses(of: octets) { IPv4Address($0)?.bits.octets }
    case 5: return Base64.octets(octets)
    case 6: return Self.addresses(of: octets) { IPv6Address($0)?.octets }
    default: return octets
    }
  }

  /// The parameter of a key that Route 53 knows, nil for another or for a malformed value.
  init?(key: UInt16, wireValue octets: [UInt8]) {
    let text: [UInt8]
    switch key {
    case 2, 8:
      guard octets.isEmpty else { return nil }
      self.init(key: key, value: nil)
      return
    case 1:
      guard let list = Self.list(of: octets) else { return nil }
      text = list
    case 3:
      guard octets.count == 2 else { return nil }
      text = Array(String(UInt16(octets[0]) << 8 | UInt16(octets[1])).utf8)
    case 4:
      guard octets.count.isMultiple(of: 4) else { return nil }
      text = Self.joined(octets, each: 4) {
        IPv4Address(bits: $0.reduce(0) { $0 << 8 | UInt32($1) }).description
      }
    case 5: text = Base64.text(octets)
    case 6:
      guard octets.count.isMultiple(of: 16) else { return nil }
      text = Self.joined(octets, each: 16) { IPv6Address(octets: $0).description }
    case 7: text = octets
    default: return nil
    }
    guard !text.isEmpty else { return nil }
    self.init(key: key, value: OctalText.quoted(text))
  }

  private static let comma = UInt8(ascii: ",")
  private static let backslash = UInt8(ascii: "\\")

  /// Protocol names, each behind its length; a backslash keeps a comma in one (RFC 9460 §A.1).
  private static func protocols(of text: [UInt8]) -> [UInt8]? {
    var items: [[UInt8]] = [[]]
    var isEscaped = false
    for octet in text {
      switch octet {
      case backslash where !isEscaped: isEscaped = true
      case comma where !isEscaped: items.append([])
      default:
        items[items.count - 1].append(octet)
        isEscaped = false
      }
    }
    guard !isEscaped, items.allSatisfy({ (1...255).contains($0.count) }) else { return nil }
    return items.flatMap { [UInt8($0.count)] + $0 }
  }

  private static func list(of octets: [UInt8]) -> [UInt8]? {
    var items: [[UInt8]] = []
    var rest = octets[...]
    while let count = rest.first {
      guard count > 0, rest.count > Int(count) else { return nil }
      items.append(
        rest.dropFirst().prefix(Int(count)).flatMap {
          $0 == comma || $0 == backslash ? [backslash, $0] : [$0]
        }
      )
      rest = rest.dropFirst(Int(count) + 1)
    }
    return Array(items.joined(separator: [comma]))
  }

  private static func addresses(
    of text: [UInt8],
    _ octets: (String) -> [UInt8]?
  ) -> [UInt8]? {
    var all: [UInt8] = []
    for item in text.split(separator: comma, omittingEmptySubsequences: false) {
      guard let address = octets(String(decoding: item, as: UTF8.self)) else { return nil }
      all += address
    }
    return all
  }

  private static func joined(
    _ octets: [UInt8],
    each size: Int,
    _ text: (ArraySlice<UInt8>) -> String
  ) -> [UInt8] {
    let items = stride(from: 0, to: octets.count, by: size).map { text(octets[$0..<$0 + size]) }
    return Array(items.joined(separator: ",").utf8)
  }
}

extension FixedWidthInteger {
  /// The octets in the order of the wire.
  fileprivate var octets: [UInt8] {
    stride(from: Self.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: self >> Self($0))
    }
  }
}
