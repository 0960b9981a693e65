import DNS

extension RecordDataError {
  /// Route 53's text for a value that it refuses; the quotation mark after the colon is there
  /// since about 2021 (`GH:gomodules/dns#7`, `GH:aws/aws-cdk#14800`).
  func text(type: RecordType, value: String) -> String {
    "Invalid Resource Record: '\(fatalProblem(type: type, value: value))'"
  }

  private func fatalProblem(type: RecordType, value: String) -> String {
    if case .name(let error, let name) = self { return error.fatalProblem(in: name) }
    let (code, text) = problem(type)
    return "FATAL problem: \(code) (\(text)) encountered with '\(encountered(value))'"
  }

  private func encountered(_ value: String) -> String {
    if case .unsupportedCharacter(let character) = self { String(character) } else { value }
  }

  private func problem(_ type: RecordType) -> (code: String, text: String) {
    switch self {
    case .empty: Decisions.emptyValue
    case .notOneField: ("\(type.rawValue)RRDATANotSingleField", "Value contains spaces")
    case .notIPv4: ("ARRDATAIllegalIPv4Address", "Value is not a valid IPv4 address")
    case .notIPv6: ("AAAARRDATAIllegalIPv6Address", "Value is not a valid IPv6 address")
    case .fieldCount(_, let expected): Decisions.fieldCount(type, expected)
    case .notNumber(_, let max): Decisions.notNumber(type, max: max)
    case .notQuoted:
      ("InvalidCharacterString", "Value should be enclosed in quotation marks")
    case .stringTooLong: ("CharacterStringTooLong", "Value is too long")
    case .name, .unsupportedCharacter:
      ("UnsupportedCharacter", "Value contains unsupported characters")
    }
  }
}

extension DomainNameError {
  /// Route 53's text for a name that it refuses (`CP:record-name-punycode`,
  /// `GH:harmony-one/harmony-ops#491`, `GH:hashicorp/terraform#18482`,
  /// `GH:ministryofjustice/cloud-platform#4294`).
  func fatalProblem(in name: String) -> String {
    let (code, text, encountered): (String, String, String) =
      switch self {
      case .empty: ("DomainNameEmpty", "Domain name is empty", "")
      case .emptyLabel: ("DomainLabelEmpty", "Domain label is empty", name)
      case .labelTooLong(let label): ("DomainLabelTooLong", "Domain label is too long", label)
      case .nameTooLong: ("DomainNameTooLong", "Domain name is too long", name)
      case .unsupportedCharacter(let character):
        ("UnsupportedCharacter", "Value contains unsupported characters", String(character))
      }
    return "FATAL problem: \(code) (\(text)) encountered with '\(encountered)'"
  }
}
