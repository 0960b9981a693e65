extension JSONValue {
  /// The value on lines of their own, indented by four, as the AWS CLI prints its output.
  package var indented: String {
    var text = ""
    write(to: &text, depth: 0)
    return text
  }

  /// The value on one line.
  package var compact: String {
    switch self {
    case .list(let elements): "[" + elements.map(\.compact).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.literal($0.key) + ":" + $0.value.compact }.joined(separator: ",")
        + "}"
    default: scalar
    }
  }

  private func write(to text: inout String, depth: Int) {
    let margin = String(repeating: " ", count: 4 * (depth + 1))
    let end = "\n" + String(repeating: " ", count: 4 * depth)
    switch self {
    case .list(let elements) where !elements.isEmpty:
      for (index, element) in elements.enumerated() {
        text += (index == 0 ? "[\n" : ",\n") + margin
        element.write(to: &text, depth: depth + 1)
      }
      text += end + "]"
    case .object(let members) where !members.isEmpty:
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "{\n" : ",\n") + margin + Self.literal(member.key) + ": "
        member.value.write(to: &text, depth: depth + 1)
      }
      text += end + "}"
    default: text += scalar
    }
  }

  private var scalar: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): Self.literal(text)
    case .time(let moment): Self.literal(moment.awsText)
    case .list: "[]"
    case .object: "{}"
    }
  }

  /// A text between quotation marks; what a terminal would act upon is escaped (RFC 8259 §7).
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where !scalar.isPrintable: result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    .joined()
  }
}
