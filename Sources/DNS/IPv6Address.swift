/// An IPv6 address.
public struct IPv6Address: Hashable, Sendable {
  /// The eight groups, the first of them highest.
  public let bits: UInt128

  public init(bits: UInt128) {
    self.bits = bits
  }

  /// Reads the text forms of RFC 4291 §2.2: eight groups, `::` once, a dotted IPv4 tail.
  public init?(_ text: String) {
    guard let groups = Self.groups(of: text) else { return nil }
    bits = groups.reduce(0) { $0 << 16 | UInt128($1) }
  }

  private static func groups(of text: String) -> [UInt16]? {
    guard let gap = doubleColon(in: text) else {
      return run(text[...], endsName: true).flatMap { $0.count == 8 ? $0 : nil }
    }
    let left = text[..<gap]
    let right = text[text.index(gap, offsetBy: 2)...]
    guard let head = left.isEmpty ? [] : run(left, endsName: false),
      let tail = right.isEmpty ? [] : run(right, endsName: true),
      head.count + tail.count <= 7
    else { return nil }
    return head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  private static func doubleColon(in text: String) -> String.Index? {
    text.indices.first { text[$0...].hasPrefix("::") }
  }

  /// Groups between single colons; only the end of the whole address may be dotted.
  private static func run(_ text: Substring, endsName: Bool) -> [UInt16]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 8 else { return nil }
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if endsName, index == parts.count - 1, let tail = IPv4Address(String(part)) {
        groups += [UInt16(tail.bits >> 16), UInt16(tail.bits & 0xffff)]
      } else {
        guard (1...4).contains(part.utf8.count), part.allSatisfy({ $0.isASCII && $0.isHexDigit }),
          let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups
  }

  private var groups: [UInt16] {
    (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(16 * (7 - $0))) }
  }
}

extension IPv6Address: CustomStringConvertible {
  /// The one text form that RFC 5952 §4 recommends.
  public var description: String {
    let groups = groups
    let gap = longestZeroRun(in: groups)
    guard gap.count > 1 else { return hexadecimal(groups[...]) }
    return hexadecimal(groups[..<gap.lowerBound]) + "::" + hexadecimal(groups[gap.upperBound...])
  }

  private func hexadecimal(_ groups: ArraySlice<UInt16>) -> String {
    groups.map { String($0, radix: 16) }.joined(separator: ":")
  }

  /// The first of the longest runs of zero groups.
  private func longestZeroRun(in groups: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for (index, group) in groups.enumerated() {
      if group != 0 { start = index + 1 }
      if index + 1 - start > best.count { best = start..<index + 1 }
    }
    return best
  }
}

extension IPv6Address: Comparable {
  public static func < (left: IPv6Address, right: IPv6Address) -> Bool {
    left.bits < right.bits
  }
}

extension IPv6Address: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let address = IPv6Address(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no IPv6 address")
    }
    self = address
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
