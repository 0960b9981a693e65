import Commands

extension JSONValue {
  /// The value in the one form that everybody comes to (JCS, RFC 8785).
  ///
  /// Of numbers there are only whole ones up to 2⁵³ here; others are nil, with the whole value.
  var canonical: String? {
    switch self {
    case .null: return "null"
    case .boolean(let flag): return flag ? "true" : "false"
    case .number(let digits):
      guard let number = Int(digits), String(number) == digits, abs(number) <= 1 << 53 else {
        return nil
      }
      return digits
    case .string(let text): return Self.canonical(text)
    case .time: return nil
    case .list(let elements):
      let texts = elements.compactMap(\.canonical)
      return texts.count == elements.count ? "[" + texts.joined(separator: ",") + "]" : nil
    case .object(let members):
      // By the code units of UTF-16, as §3.2.3 has it.
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      let texts = sorted.compactMap { member in
        member.value.canonical.map { Self.canonical(member.key) + ":" + $0 }
      }
      return texts.count == members.count ? "{" + texts.joined(separator: ",") + "}" : nil
    }
  }

  /// Only what must be is escaped (§3.2.2.2).
  private static func canonical(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x08: result += "\\b"
      case 0x09: result += "\\t"
      case 0x0A: result += "\\n"
      case 0x0C: result += "\\f"
      case 0x0D: result += "\\r"
      case ..<0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The object without some of its members.
  func without(_ keys: String...) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !keys.contains($0.key) })
  }

  /// The object with a member more, at its end.
  func with(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(key: key, value: value)])
  }
}
