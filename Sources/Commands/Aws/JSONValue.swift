package import CafeWorld

/// A JSON value whose members keep their order and whose numbers keep their spelling.
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  /// A moment, which each protocol writes in its own way; it is only written, never read.
  case time(Instant)
  case list([JSONValue])
  case object([Member])

  /// A key of an object with its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(key: String, value: JSONValue) {
      (self.key, self.value) = (key, value)
    }
  }

  /// An object of those members that have a value.
  package static func record(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.string)) }

  package static func whole(_ number: Int) -> JSONValue { .number(String(number)) }

  /// The value of a member, if this is an object that has it.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var whole: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  package var flag: Bool? {
    if case .boolean(let flag) = self { flag } else { nil }
  }

  /// The elements of a list; none for anything else.
  package var elements: [JSONValue] {
    if case .list(let elements) = self { elements } else { [] }
  }

  /// What kind of value this is, for a sentence.
  var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string, .time: "text"
    case .list: "list"
    case .object: "structure"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral text: String) { self = .string(text) }

  package init(booleanLiteral flag: Bool) { self = .boolean(flag) }
}
