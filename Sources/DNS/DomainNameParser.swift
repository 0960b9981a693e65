/// Reads a domain name as a person or a file writes it.
enum DomainNameParser {
  static let labelOctetsMax = 63
  static let nameOctetsMax = 253

  /// The labels, lower-case, each behind its length.
  static func octets(of text: String) throws(DomainNameError) -> [UInt8] {
    guard !text.isEmpty else { throw .empty }
    guard text != "." else { return [] }
    var octets: [UInt8] = []
    for piece in pieces(of: text) {
      let start = octets.count
      octets.append(0)
      try read(piece, into: &octets)
      let length = octets.count - start - 1
      guard length > 0 else { throw .emptyLabel }
      guard length <= labelOctetsMax else { throw .labelTooLong(String(piece)) }
      octets[start] = UInt8(length)
    }
    // The dots between the labels are one fewer than the lengths before them.
    guard octets.count - 1 <= nameOctetsMax else { throw .nameTooLong(octets.count - 1) }
    return octets
  }

  /// The texts between the dots, without the empty one that a trailing dot leaves.
  private static func pieces(of text: String) -> [Substring] {
    let dot = UInt8(ascii: ".")
    let pieces = text.utf8.split(separator: dot, omittingEmptySubsequences: false)
      .map { Substring($0) }
    return pieces.last?.isEmpty == true ? pieces.dropLast() : pieces
  }

  /// Octets of one label; a backslash stands before three octal digits (`DG:DomainNameFormat`).
  private static func read(
    _ piece: Substring,
    into octets: inout [UInt8]
  ) throws(DomainNameError) {
    var rest = piece.utf8
    while let octet = rest.first {
      if let escape = OctalText.escape(at: rest) {
        octets.append(lowercased(escape.octet))
        rest = escape.rest
      } else {
        guard (33...126).contains(octet), octet != UInt8(ascii: "\\") else {
          throw .unsupportedCharacter(piece[rest.startIndex...].first ?? "\\")
        }
        octets.append(lowercased(octet))
        rest = rest.dropFirst()
      }
    }
  }

  private static func lowercased(_ octet: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet + 32 : octet
  }
}
