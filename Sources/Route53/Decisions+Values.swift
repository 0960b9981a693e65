import DNS

/// What is undecided about the values of records.
extension Decisions {
  /// The texts for values that nobody quotes, by the pattern of those that are known.
  static func valueProblem(
    _ error: RecordDataError,
    _ type: RecordType,
    _ value: String
  ) -> ValueProblem {
    switch error {
    case .fieldCount(_, let expected): fieldCount(type, expected, value)
    case .notNumber(let text, let max, let field): notNumber(type, field, max: max, text)
    case .unassigned(let text, let field): unassigned(type, field, text)
    case .notHexadecimal(let text, let field): notHexadecimal(type, field, text)
    case .keyTwice(let key): .parameter("SVCParam Key \(key) is given more than once")
    case .keyWithValue(let key): .parameter("SVCParam Key \(key) must have empty value: ")
    case .aliasWithParameters(let text): .parameter("AliasMode must not have SVCParams: \(text)")
    default: ValueProblem("\(type.rawValue)RRDATAEmpty", "Value is empty", value)
    }
  }

  static func fieldCount(_ type: RecordType, _ count: Int, _ value: String) -> ValueProblem {
    let words: [Int: String] = [2: "Two", 3: "Three", 4: "Four", 6: "Six", 7: "Seven"]
    return ValueProblem(
      "\(type.rawValue)RRDATANot\(words[count] ?? String(count))Fields",
      "\(type.rawValue) record doesn't have \(count) fields",
      value
    )
  }

  static func notNumber(
    _ type: RecordType,
    _ field: RecordField,
    max: UInt32,
    _ text: String
  ) -> ValueProblem {
    ValueProblem(
      "\(type.rawValue)RRDATAInvalidValue",
      "Invalid value for field \"\(field.rawValue)\"",
      "\(text) is not a number from 0 to \(max)"
    )
  }

  static func unassigned(
    _ type: RecordType,
    _ field: RecordField,
    _ text: String
  ) -> ValueProblem {
    ValueProblem(
      "\(type.rawValue)InvalidValue",
      "Invalid value for field \"\(field.rawValue)\"",
      "\(field.rawValue) value not supported: \(text)"
    )
  }

  static func notHexadecimal(
    _ type: RecordType,
    _ field: RecordField,
    _ text: String
  ) -> ValueProblem {
    ValueProblem(
      "\(type.rawValue)InvalidValue",
      "Invalid value for field \"\(field.rawValue)\"",
      "Invalid \(field.rawValue.lowercased()) hexstring value: \(text)"
    )
  }
}
