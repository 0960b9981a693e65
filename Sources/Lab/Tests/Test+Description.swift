import Commands

/// Prints in the language of lessons; reading the text again gives an equal value.
extension Test: CustomStringConvertible {
  public var description: String {
    switch self {
    case .not(let test): "not \(test.asOperand)"
    case .all(let tests): tests.map(\.asOperand).joined(separator: " and ")
    case .any(let tests): tests.map(\.asDisjunct).joined(separator: " or ")
    case .at(let moment, let test): "\(moment): \(test.asOperand)"
    case .under(let command, let test): "under \(command): \(test.asOperand)"
    case .compare(let left, let comparison, let right):
      "\(left) \(comparison.rawValue) \(right)"
    case .among(let value, let others):
      "\(value) in [\(others.map(\.description).joined(separator: ", "))]"
    case .matches(let value, let glob): "\(value) matches \(quoted(glob.pattern))"
    case .exists(let value): "\(value) exists"
    case .holds(let value): "\(value)"
    }
  }

  private var asOperand: String {
    switch self {
    case .all, .any: "(\(self))"
    default: description
    }
  }

  private var asDisjunct: String {
    if case .any = self { "(\(self))" } else { description }
  }
}

extension Test.Moment: CustomStringConvertible {
  public var description: String {
    switch self {
    case .now: "now"
    case .ever: "ever"
    case .within(let duration): "within \(Durations.text(duration))"
    case .after(let duration): "after \(Durations.text(duration))"
    case .always(let duration): "always for \(Durations.text(duration))"
    }
  }
}

extension Value: CustomStringConvertible {
  public var description: String {
    switch self {
    case .query(let query): query.description
    case .text(let text): quoted(text)
    case .word(let word): word
    case .number(let number): decimal(number)
    case .duration(let duration): Durations.text(duration)
    case .percent(let percent): decimal(percent) + "%"
    case .secondsUntil(let test): "seconds until (\(test))"
    case .share(let schedules, let test): "share of chaos(\(schedules)): (\(test))"
    }
  }
}

extension Query: CustomStringConvertible {
  public var description: String {
    let list = arguments.map(\.description).joined(separator: ", ")
    let thing = arguments.isEmpty ? kind.rawValue : "\(kind.rawValue)(\(list))"
    return ([thing] + properties).joined(separator: ".")
  }
}

extension Query.Argument: CustomStringConvertible {
  public var description: String {
    name.map { "\($0): \(quoted(value))" } ?? quoted(value)
  }
}

extension Formula: CustomStringConvertible {
  public var description: String {
    switch self {
    case .value(let value): value.description
    case .answer: "answer"
    case .negative(let formula): "-\(formula.asFactor)"
    case .combined(let left, let operation, let right):
      if operation.bindsTighter {
        "\(left.asLeftFactor) \(operation.rawValue) \(right.asFactor)"
      } else {
        "\(left) \(operation.rawValue) \(right.asTerm)"
      }
    }
  }

  private var asFactor: String {
    if case .combined = self { "(\(self))" } else { description }
  }

  private var asLeftFactor: String {
    if case .combined(_, let operation, _) = self, operation.bindsTighter { return description }
    return asFactor
  }

  private var asTerm: String {
    if case .combined(_, let operation, _) = self, !operation.bindsTighter { return "(\(self))" }
    return description
  }
}

/// The number without an exponent and with no more than six decimals.
func decimal(_ number: Double) -> String {
  let millionths = (number * 1_000_000).rounded()
  guard millionths.magnitude < 9e18 else { return "\(number)" }
  let whole = Int(millionths.magnitude)
  var fraction = String(whole % 1_000_000 + 1_000_000).dropFirst()
  while fraction.last == "0" { fraction.removeLast() }
  let sign = millionths < 0 ? "-" : ""
  return "\(sign)\(whole / 1_000_000)" + (fraction.isEmpty ? "" : ".\(fraction)")
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for character in text {
    if character == "\"" || character == "\\" { result.append("\\") }
    result.append(character)
  }
  return result + "\""
}
