/// Reads the value of a TXT record: one or more strings between quotation marks.
enum CharacterStrings {
  static let octetsMax = 255

  /// Strings in the form in which Route 53 prints them, without their quotation marks.
  static func strings(of text: String) throws(RecordDataError) -> [String] {
    var strings: [String] = []
    var rest = text.drop(while: \.isWhitespace)
    while !rest.isEmpty {
      guard rest.first == "\"" else { throw .notQuoted(text) }
      let octets = try octets(of: &rest, in: text)
      guard octets.count <= octetsMax else { throw .stringTooLong(OctalText.quoted(octets)) }
      strings.append(OctalText.quoted(octets))
      rest = rest.drop(while: \.isWhitespace)
    }
    return strings
  }

  /// The octets of the string with which `rest` begins; `rest` is left behind its closing mark.
  private static func octets(
    of rest: inout Substring,
    in text: String
  ) throws(RecordDataError) -> [UInt8] {
    var octets: [UInt8] = []
    rest = rest.dropFirst()
    while let character = rest.first, character != "\"" {
      if let (octet, after) = OctalText.escape(at: rest) {
        octets.append(octet)
        rest = after
      } else {
        let isEscape = character == "\\"
        let plain = isEscape ? rest.dropFirst().first : character
        guard let plain else { throw .notQuoted(text) }
        guard let octet = plain.asciiValue, (32...126).contains(octet) else {
          throw .unsupportedCharacter(plain)
        }
        octets.append(octet)
        rest = rest.dropFirst(isEscape ? 2 : 1)
      }
    }
    guard rest.first == "\"" else { throw .notQuoted(text) }
    rest = rest.dropFirst()
    return octets
  }
}
