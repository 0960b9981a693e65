/// Reads the labels of a domain name as a person or a file writes them.
enum DomainNameParser {
  static let labelOctetsMax = 63
  static let nameOctetsMax = 253

  static func labels(of text: String) throws(DomainNameError) -> [String] {
    guard !text.isEmpty else { throw .empty }
    guard text != "." else { return [] }
    var labels: [String] = []
    var octetCount = 0
    for piece in pieces(of: text) {
      let octets = try octets(of: piece)
      guard !octets.isEmpty else { throw .emptyLabel }
      guard octets.count <= labelOctetsMax else { throw .labelTooLong(String(piece)) }
      octetCount += octets.count + 1
      labels.append(OctalText.label(octets.map(lowercased)))
    }
    guard octetCount - 1 <= nameOctetsMax else { throw .nameTooLong(octetCount - 1) }
    return labels
  }

  /// The texts between the dots, without the empty one that a trailing dot leaves.
  private static func pieces(of text: String) -> [Substring] {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    return pieces.last?.isEmpty == true ? pieces.dropLast() : pieces
  }

  /// Octets of one label; a backslash stands before three octal digits (`DG:DomainNameFormat`).
  private static func octets(of piece: Substring) throws(DomainNameError) -> [UInt8] {
    var octets: [UInt8] = []
    var rest = piece
    while let character = rest.first {
      if let (octet, after) = OctalText.escape(at: rest) {
        octets.append(octet)
        rest = after
      } else {
        guard let octet = character.asciiValue, (33...126).contains(octet), character != "\\"
        else { throw .unsupportedCharacter(character) }
        octets.append(octet)
        rest = rest.dropFirst()
      }
    }
    return octets
  }

  private static func lowercased(_ octet: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet + 32 : octet
  }
}
