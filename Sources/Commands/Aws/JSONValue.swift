/// A JSON value whose members keep their order and whose numbers keep their spelling.
enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  case list([JSONValue])
  case object([Member])

  /// A key of an object with its value.
  struct Member: Hashable, Sendable {
    let key: String
    let value: JSONValue
  }

  /// An object of those members that have a value.
  static func record(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.string)) }

  static func whole(_ number: Int) -> JSONValue { .number(String(number)) }

  /// The value of a member, if this is an object that has it.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var whole: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  var flag: Bool? {
    if case .boolean(let flag) = self { flag } else { nil }
  }

  /// The elements of a list; none for anything else.
  var elements: [JSONValue] {
    if case .list(let elements) = self { elements } else { [] }
  }

  /// What kind of value this is, for a sentence.
  var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "text"
    case .list: "list"
    case .object: "structure"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral text: String) { self = .string(text) }

  init(booleanLiteral flag: Bool) { self = .boolean(flag) }
}
