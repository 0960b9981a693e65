/// JSON whose bytes are the same everywhere: members in the order in which they are given, numbers
/// as they are written.
indirect enum JSONText: Hashable, Sendable {
  case text(String)
  /// A number in JSON's own form.
  case number(String)
  case bool(Bool)
  case list([JSONText])
  case object([Member])

  struct Member: Hashable, Sendable {
    let name: String
    let value: JSONText
  }

  /// An object without the members that are nil.
  static func members(_ members: [(String, JSONText?)]) -> JSONText {
    .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  var line: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): number
    case .bool(let bool): bool ? "true" : "false"
    case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { Self.quoted($0.name) + ":" + $0.value.line }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        // JSON wants the controls escaped; the others that nobody sees are, so that no reader is
        // misled by the raw file.
        if scalar.isUnseen {
          quoted += scalar.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }.joined()
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
