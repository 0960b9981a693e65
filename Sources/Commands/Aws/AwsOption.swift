/// An option of an operation, as the CLI spells it and as the service's model calls it.
struct AwsOption: Hashable, Sendable {
  /// Without its dashes: `health-check-id`.
  let name: String
  let member: String
  let shape: AwsShape
  let isRequired: Bool
  /// Whether this café can do what it asks for; if not, the option is known and refused.
  let isHere: Bool
  /// What its values name, for completion and near misses.
  let names: Names?

  /// Kinds of things whose ids an option takes.
  enum Names: Hashable, Sendable {
    case healthCheck
    case hostedZone
    case delegationSet
    case collection
    case instance
    case allocation
    case association
    case topic
    case subscription
    case alarm
    case choice([String])
  }

  static func required(
    _ name: String,
    _ member: String,
    _ shape: AwsShape = .text,
    _ names: Names? = nil
  ) -> AwsOption {
    AwsOption(
      name: name,
      member: member,
      shape: shape,
      isRequired: true,
      isHere: true,
      names: names
    )
  }

  static func optional(
    _ name: String,
    _ member: String,
    _ shape: AwsShape = .text,
    _ names: Names? = nil
  ) -> AwsOption {
    AwsOption(
      name: name,
      member: member,
      shape: shape,
      isRequired: false,
      isHere: true,
      names: names
    )
  }

  /// Options of the real CLI that this café knows and refuses.
  static func absent(_ names: String...) -> [AwsOption] {
    names.map {
      AwsOption(
        name: $0,
        member: "",
        shape: .text,
        isRequired: false,
        isHere: false,
        names: nil
      )
    }
  }

  /// `--port <value>`, `--instance-ids <value> …`, `--inverted`, for a usage line.
  var usage: String {
    switch shape {
    case .flag: "--\(name) | --no-\(name)"
    case .list: "--\(name) <value> …"
    default: "--\(name) <value>"
    }
  }
}
