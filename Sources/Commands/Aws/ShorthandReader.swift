/// Reads the AWS CLI's shorthand, such as `Key=Value,List=a,b,Inner={A=b,C=[d,e]}`.
///
/// Every value comes out as text, list or structure; what a text stands for depends on the shape.
struct ShorthandReader {
  static let depthMost = 16

  private let characters: [Character]
  private var index = 0

  private init(_ text: String) {
    characters = Array(text)
  }

  static func value(of text: String) throws(ShorthandFault) -> JSONValue {
    var reader = ShorthandReader(text)
    return try reader.members()
  }

  private var current: Character? { index < characters.count ? characters[index] : nil }

  private mutating func members() throws(ShorthandFault) -> JSONValue {
    var members = [try member()]
    while current != nil {
      try expect(",")
      let start = index
      let next = try member()
      guard !members.contains(where: { $0.key == next.key }) else {
        throw ShorthandFault(
          column: start + 1,
          message: "'\(next.key.shown())' stands here a second time"
        )
      }
      members.append(next)
    }
    return .object(members)
  }

  private mutating func member() throws(ShorthandFault) -> JSONValue.Member {
    let key = key()
    try expect("=")
    return JSONValue.Member(key: key, value: try memberValue())
  }

  private mutating func key() -> String {
    let start = index
    while let character = current, character.isKeyCharacter { index += 1 }
    return String(characters[start..<index])
  }

  private mutating func memberValue() throws(ShorthandFault) -> JSONValue {
    switch current {
    case nil: .string("")
    case "[": try list(depth: 1)
    case "{": try structure(depth: 1)
    default: try commaSeparated()
    }
  }

  /// `a` is a text, `a,b` a list; the comma before the next `Key=` ends it.
  private mutating func commaSeparated() throws(ShorthandFault) -> JSONValue {
    var values = [try firstValue()]
    skipSpace()
    while current == "," {
      let comma = index
      index += 1
      skipSpace()
      let value = try laterValue()
      skipSpace()
      guard let value, current == nil || current == "," else {
        guard current != nil else { throw unexpected("a value behind the comma") }
        index = comma
        break
      }
      values.append(value)
    }
    return values.count == 1 ? .string(values[0]) : .texts(values)
  }

  private mutating func list(depth: Int) throws(ShorthandFault) -> JSONValue {
    try expect("[")
    var elements: [JSONValue] = []
    while current != "]" {
      elements.append(try explicitValue(depth: depth))
      skipSpace()
      if current != "]" { try expect(",") }
    }
    index += 1
    return .list(elements)
  }

  private mutating func structure(depth: Int) throws(ShorthandFault) -> JSONValue {
    try expect("{")
    var members: [JSONValue.Member] = []
    while current != "}" {
      let key = key()
      try expect("=")
      members.append(JSONValue.Member(key: key, value: try explicitValue(depth: depth)))
      skipSpace()
      if current != "}" { try expect(",") }
    }
    index += 1
    return .object(members)
  }

  private mutating func explicitValue(depth: Int) throws(ShorthandFault) -> JSONValue {
    guard depth <= Self.depthMost else {
      throw ShorthandFault(column: index + 1, message: "nested more than \(Self.depthMost) deep")
    }
    switch current {
    case "[": return try list(depth: depth + 1)
    case "{": return try structure(depth: depth + 1)
    default:
      let start = index
      let value = try firstValue()
      guard index > start else { throw unexpected("a value") }
      return .string(value)
    }
  }

  /// A value behind `=`; a bare one may hold `=` itself.
  private mutating func firstValue() throws(ShorthandFault) -> String {
    if let quote = current, quote == "'" || quote == "\"" { return try quoted(by: quote) }
    return bare { !"\"',]}".contains($0) }
  }

  /// A value behind a comma; nil when none begins here.
  private mutating func laterValue() throws(ShorthandFault) -> String? {
    if let quote = current, quote == "'" || quote == "\"" { return try quoted(by: quote) }
    let value = bare { !"\"',=".contains($0) }
    return value.isEmpty ? nil : value
  }

  private mutating func bare(_ follows: (Character) -> Bool) -> String {
    guard let first = current, !" \"',=[{}".contains(first) else { return "" }
    var value = ""
    while let character = current {
      if character == "\\", index + 1 < characters.count, characters[index + 1] == "," {
        value += ","
        index += 2
      } else if follows(character) {
        value.append(character)
        index += 1
      } else {
        break
      }
    }
    while value.last?.isWhitespace == true { value.removeLast() }
    return value
  }

  private mutating func quoted(by quote: Character) throws(ShorthandFault) -> String {
    let start = index
    index += 1
    var value = ""
    while let character = current, character != quote {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if character == "\\", let next, next == quote || next == "\\" {
        value.append(next)
        index += 2
      } else {
        value.append(character)
        index += 1
      }
    }
    guard current == quote else {
      throw ShorthandFault(column: start + 1, message: "a quote \(quote) that is not closed")
    }
    index += 1
    return value
  }

  private mutating func expect(_ character: Character) throws(ShorthandFault) {
    skipSpace()
    guard current == character else { throw unexpected("'\(character)'") }
    index += 1
    skipSpace()
  }

  private mutating func skipSpace() {
    while current?.isWhitespace == true { index += 1 }
  }

  private func unexpected(_ expected: String) -> ShorthandFault {
    let found = current.map { "'\(String($0).shown())'" } ?? "the end"
    return ShorthandFault(column: index + 1, message: "expected \(expected), found \(found)")
  }
}

extension Character {
  fileprivate var isKeyCharacter: Bool {
    isASCII && (isLetter || isNumber || "-_.#/:".contains(self))
  }
}

/// Where shorthand is wrong, the column counted from 1, and why.
struct ShorthandFault: Error, Hashable, Sendable {
  let column: Int
  let message: String
}
