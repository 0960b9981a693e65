/// An option of an operation, as the CLI spells it and as the service's model calls it.
package struct AwsOption: Hashable, Sendable {
  /// Without its dashes: `health-check-id`.
  package let name: String
  package let member: String
  package let shape: AwsShape
  package let isRequired: Bool
  /// Whether this café can do what it asks for; if not, the option is known and refused.
  package let isHere: Bool
  /// What its values name, for completion and near misses.
  package let names: Names?

  /// Kinds of things whose ids an option takes.
  package enum Names: Hashable, Sendable {
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

  /// A member of a call that the command line has no option for.
  package static func taken(_ member: String, _ shape: AwsShape) -> AwsOption {
    optional("", member, shape)
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
