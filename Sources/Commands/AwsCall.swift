import CafeWorld

/// An operation of the AWS CLI with its checked arguments.
public struct AwsCall: Hashable, Sendable {
  package let operation: AwsOperation
  package let arguments: JSONValue
  /// The region that was asked for; nil: any.
  package var region: String?
  package var maxItems: Int?
  /// Whether the service's own page is printed, as it comes.
  package var isRawPage = false
  /// How many elements of a list come before the first that is wanted.
  package var offset = 0
  /// Whether somebody typed it; who gives a name for an id is then told the id.
  package var isTyped = true

  package init(_ operation: AwsOperation, _ arguments: [JSONValue.Member]) {
    self.operation = operation
    self.arguments = .object(arguments)
  }

  /// `route53`, `ec2`, `sns`, `cloudwatch` or `sts`.
  public var service: String { operation.service }

  /// As it is typed: `create-health-check`.
  public var operationName: String { operation.name }

  /// As the service calls it: `CreateHealthCheck`.
  public var apiName: String { operation.apiName }

  /// Whether things of a region are meant; a call without a region means those of all regions,
  /// since the café has one account and no profile.
  func isIn(_ region: String) -> Bool { self.region.map { $0 == region } ?? true }

  /// Whether it asks a region for a list of what the café has in another one.
  var isElsewhere: Bool {
    switch operation {
    case .listTopics, .listSubscriptions, .describeAlarms, .listMetrics, .getMetricStatistics,
      .getMetricData:
      !isIn(Topic.region)
    default: false
    }
  }

  package func text(_ member: String) -> String? { arguments[member]?.text }

  package func whole(_ member: String) -> Int? { arguments[member]?.whole }

  package func flag(_ member: String) -> Bool? { arguments[member]?.flag }

  package func texts(_ member: String) -> [String] {
    arguments[member]?.elements.compactMap(\.text) ?? []
  }

  /// A required text, which was checked when the line was read.
  package func required(_ member: String) -> String {
    guard let text = text(member) else {
      preconditionFailure("a required argument was not checked: \(member)")
    }
    return text
  }
}
