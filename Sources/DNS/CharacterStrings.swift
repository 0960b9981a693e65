/// Reads character strings: the value of a TXT record, and the quoted fields of others.
enum CharacterStrings {
  static let octetsMax = 255

  /// Strings in the form in which Route 53 prints them, without their quotation marks.
  static func strings(of text: String) throws(RecordDataError) -> [String] {
    var strings: [String] = []
    var rest = text[...].utf8.drop(while: isSpace)
    while !rest.isEmpty {
      guard rest.first == mark else { throw .notQuoted(text) }
      let octets = try octets(of: &rest, in: text)
      guard octets.count <= octetsMax else { throw .stringTooLong(OctalText.quoted(octets)) }
      strings.append(OctalText.quoted(octets))
      rest = rest.drop(while: isSpace)
    }
    return strings
  }

  /// The fields of a value that blanks part, a string between quotation marks being one of them.
  static func fields(of text: String) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var isEscaped = false
    for octet in text.utf8 {
      guard isQuoted || !isSpace(octet) else {
        if !field.isEmpty { fields.append(String(decoding: field, as: UTF8.self)) }
        field = []
        continue
      }
      field.append(octet)
      if octet == mark, !isEscaped { isQuoted.toggle() }
      isEscaped = octet == backslash && !isEscaped
    }
    if !field.isEmpty { fields.append(String(decoding: field, as: UTF8.self)) }
    return fields
  }

  private static let mark = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func isSpace(_ octet: UInt8) -> Bool {
    octet == 32 || (9...13).contains(octet)
  }

  /// The octets of the string with which `rest` begins; `rest` is left behind its closing mark.
  private static func octets(
    of rest: inout Substring.UTF8View,
    in text: String
  ) throws(RecordDataError) -> [UInt8] {
    var octets: [UInt8] = []
    rest = rest.dropFirst()
    while let octet = rest.first, octet != mark {
      if let escape = OctalText.escape(at: rest) {
        octets.append(escape.octet)
        rest = escape.rest
      } else {
        if octet == backslash { rest = rest.dropFirst() }
        guard let plain = rest.first else { throw .notQuoted(text) }
        guard (32...126).contains(plain) else {
          throw .unsupportedCharacter(text[rest.startIndex...].first ?? "\\")
        }
        octets.append(plain)
        rest = rest.dropFirst()
      }
    }
    guard rest.first == mark else { throw .notQuoted(text) }
    rest = rest.dropFirst()
    return octets
  }
}
