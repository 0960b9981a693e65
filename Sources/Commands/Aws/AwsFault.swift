/// Makes the errors of an `aws` line.
enum AwsFault {
  /// A line that the CLI itself refuses, with the operation's usage.
  static func usage(
    _ message: String,
    _ operation: AwsOperation?,
    near: [String] = []
  ) -> CommandError {
    let command = operation.map { "aws \($0.rawValue)" } ?? "aws"
    return .usage(
      command: command,
      message: message,
      usage: operation?.usage ?? Aws.usage,
      near: near
    )
  }

  /// An answer of the service that no command of the world can bring about, as the CLI prints it.
  static func service(
    _ code: String,
    _ message: String,
    _ operation: AwsOperation,
    near: [String] = []
  ) -> CommandError {
    .service(operation: operation.apiName, code: code, message: message, near: near)
  }

  static func sentence(_ code: String, _ message: String, _ operation: String) -> String {
    "An error occurred (\(code)) when calling the \(operation) operation: \(message)"
  }

  /// Something that the real service has and this café has not.
  static func notHere(_ what: String, _ has: String, _ operation: AwsOperation) -> CommandError {
    .usage(
      command: "aws \(operation.rawValue)",
      message: "\(what): \(has)",
      usage: "",
      near: []
    )
  }
}

extension AwsOperation {
  /// The line's form: what must be given, then what may be.
  var usage: String {
    let here = options.filter(\.isHere)
    let required = here.filter(\.isRequired).map(\.usage)
    let optional = here.filter { !$0.isRequired }.map { "[\($0.usage)]" }
    return (["aws \(rawValue)"] + required + optional).joined(separator: " ")
  }
}
