/// The options that every operation of the AWS CLI has.
struct AwsGlobals: Hashable, Sendable {
  var region: String?
  /// How many elements of a list are wanted, and which is the first.
  var maxItems: Int?
  var startingToken: String?
  /// Whether the CLI pages through a list by itself.
  var paginates = true

  /// What the café does with a global option.
  private enum Use {
    case region
    case output
    case maxItems
    case startingToken
    case noPaginate
    /// Accepted and without a meaning here; does a value follow?
    case harmless(takesValue: Bool)
    case refused(String)
  }

  /// Takes a global option in.
  ///
  /// - Returns: how many words it took; nil when the option is no global one.
  mutating func take(
    _ option: String,
    value: String?,
    of operation: AwsOperation?
  ) throws(CommandError) -> Int? {
    guard let use = Self.use(of: option, operation) else { return nil }
    switch use {
    case .harmless(takesValue: false): return 1
    case .noPaginate:
      paginates = false
      return 1
    case .refused(let why): throw AwsFault.usage("--\(option): \(why)", operation)
    default: break
    }
    guard let value else {
      throw AwsFault.usage("argument --\(option): expected one argument", operation)
    }
    switch use {
    case .region: region = value
    case .startingToken: startingToken = value
    case .maxItems:
      guard let number = Int(value), number > 0 else {
        throw .badValue(
          option: "--max-items",
          value: value.shown(),
          allowed: "a whole number from 1 on",
          near: []
        )
      }
      maxItems = number
    case .output: try Self.checkOutput(value)
    case .harmless, .refused, .noPaginate: break
    }
    return 2
  }

  private static func use(of option: String, _ operation: AwsOperation?) -> Use? {
    switch option {
    case "region": .region
    case "output": .output
    case "max-items" where operation?.isPaged == true: .maxItems
    case "starting-token" where operation?.isPaged == true: .startingToken
    case "page-size" where operation?.isPaged == true: .harmless(takesValue: true)
    case "profile", "color", "cli-read-timeout", "cli-connect-timeout", "ca-bundle",
      "cli-binary-format", "cli-error-format":
      .harmless(takesValue: true)
    case "no-paginate": .noPaginate
    case "no-cli-pager", "no-verify-ssl", "no-sign-request", "debug",
      "no-cli-auto-prompt", "no-dry-run":
      .harmless(takesValue: false)
    case "query": .refused("this café prints the whole answer; it has no JMESPath")
    case "endpoint-url": .refused("this café is the only endpoint here")
    case "generate-cli-skeleton", "cli-input-yaml", "cli-auto-prompt", "v2-debug":
      .refused("this café does not have it")
    default: nil
    }
  }

  private static func checkOutput(_ value: String) throws(CommandError) {
    guard value != "json" else { return }
    let isReal = ["text", "table", "yaml", "yaml-stream", "off"].contains(value)
    throw .badValue(
      option: "--output",
      value: value.shown(),
      allowed: isReal ? "json; this café prints no other form" : "json",
      near: ["json"]
    )
  }
}
