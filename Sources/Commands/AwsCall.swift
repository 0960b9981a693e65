/// An operation of the AWS CLI with its checked arguments.
public struct AwsCall: Hashable, Sendable {
  let operation: AwsOperation
  let arguments: JSONValue
  var maxItems: Int?
  /// Whether the service's own page is printed, as it comes.
  var isRawPage = false
  /// How many elements of a list come before the first that is wanted.
  var offset = 0

  init(_ operation: AwsOperation, _ arguments: [JSONValue.Member]) {
    self.operation = operation
    self.arguments = .object(arguments)
  }

  /// `route53`, `ec2`, `sns` or `cloudwatch`.
  public var service: String { operation.service }

  /// As it is typed: `create-health-check`.
  public var operationName: String { operation.name }

  /// As the service calls it: `CreateHealthCheck`.
  public var apiName: String { operation.apiName }

  func text(_ member: String) -> String? { arguments[member]?.text }

  func whole(_ member: String) -> Int? { arguments[member]?.whole }

  func flag(_ member: String) -> Bool? { arguments[member]?.flag }

  func texts(_ member: String) -> [String] {
    arguments[member]?.elements.compactMap(\.text) ?? []
  }

  /// A required text, which was checked when the line was read.
  func required(_ member: String) -> String {
    guard let text = text(member) else {
      preconditionFailure("a required argument was not checked: \(member)")
    }
    return text
  }
}
