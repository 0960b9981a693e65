import DNS

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
