/// A refusal by Route 53: its code, HTTP status and texts.
public struct ServiceError: Error, Hashable, Sendable, Codable {
  /// Amazon's name of the error, such as `InvalidChangeBatch`.
  public let code: String
  /// The HTTP status.
  public let status: Int
  /// Everything that was wrong, in the order of the request.
  public let messages: [String]

  public init(code: String, status: Int, messages: [String]) {
    self.code = code
    self.status = status
    self.messages = messages
  }

  /// The text of the answer; InvalidChangeBatch brackets its list.
  public var message: String {
    let list = messages.joined(separator: ", ")
    return code == Self.invalidChangeBatchCode ? "[\(list)]" : list
  }

  private static let invalidChangeBatchCode: String = "InvalidChangeBatch"

  static func invalidChangeBatch(_ messages: [String]) -> ServiceError {
    ServiceError(code: invalidChangeBatchCode, status: 400, messages: messages)
  }

  static func invalidInput(_ messages: [String]) -> ServiceError {
    ServiceError(code: "InvalidInput", status: 400, messages: messages)
  }

  /// A health check that is asked for, or that a record names, does not exist.
  public static func noSuchHealthCheck(_ ids: [HealthCheckID]) -> ServiceError {
    ServiceError(
      code: "NoSuchHealthCheck",
      status: 404,
      messages: ids.map(Decisions.noSuchHealthCheck)
    )
  }

  /// A hosted zone that is asked for does not exist (`LS:test_route53`).
  public static func noSuchHostedZone(_ id: HostedZoneID) -> ServiceError {
    ServiceError(
      code: "NoSuchHostedZone",
      status: 404,
      messages: ["No hosted zone found with ID: \(id)"]
    )
  }

  /// A hosted zone that holds more than its own NS and SOA cannot be deleted; the two spaces are
  /// Amazon's (`GH:hashicorp/terraform#5345`).
  public static let hostedZoneNotEmpty: ServiceError = ServiceError(
    code: "HostedZoneNotEmpty",
    status: 400,
    messages: [
      "The specified hosted zone contains non-required resource record sets  "
        + "and so cannot be deleted."
    ]
  )
}
