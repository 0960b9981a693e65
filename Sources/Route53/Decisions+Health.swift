/// What is undecided about health checks.
extension Decisions {
  // Behaviour.

  /// What a CloudWatch metric check is without data when nothing was said about it.
  static let insufficientData = InsufficientDataStatus.lastKnown

  /// The published quota; the model says 256 (`DG:DNSLimitations`, `M:ChildHealthCheckList`).
  static let childrenMax = 255

  /// Whose answer all checkers take for an endpoint that is given by name: the first site's.
  ///
  /// Of what is left to chance it is the first draw. On the real service each checker asks for
  /// itself.
  static let resolvingSite = 0

  /// How many health checks can be created in 24 hours (`DG:DNSLimitations`).
  ///
  /// What the next one is answered is not published: Throttling.
  static let creationsPerDay = 1_000

  // Texts of refusals, by the pattern of those that are known.

  static let tooManyChildren: String =
    "Invalid parameter : Calculated health checks can have at most \(childrenMax) child health "
    + "checks."

  static let healthThresholdRequired: String =
    "Invalid parameter : Calculated health checks must have a health threshold specified."

  static let onlyRecoveryHasControl: String =
    "Invalid parameter : Only recovery control health checks can have a routing control specified."

  static let routingControlRequired: String = "Routing control ARN must not be null."

  static func versionMismatch(_ known: Int, _ given: Int) -> String {
    "The health check's version is \(known), not \(given)."
  }

  static func noObservations(_ kind: HealthCheckKind) -> String {
    "Invalid parameter : \(kind.title) health checks have no checkers whose observations could be "
      + "listed."
  }

  static func noSuchAlarm(_ alarm: AlarmIdentifier) -> String {
    "Invalid parameter : The alarm \(alarm.name) does not exist in \(alarm.region)."
  }

  static let alarmNotFollowed: String =
    "Invalid parameter : The alarm must have a period of 60 seconds or more and as many datapoints "
    + "to alarm as evaluation periods."

  static func noSuchRoutingControl(_ arn: String) -> String {
    "Invalid parameter : The routing control \(arn) does not exist."
  }

  // What a checker says it saw.

  static let searchStringMissing: String =
    "Failure: The response body did not contain the search string within its first 5120 bytes."

  static let bodyTooLate: String =
    "Failure: The endpoint did not send the response body within 2 seconds after the status code."

  static func encodingUnknown(_ encoding: String) -> String {
    "Failure: The response body's encoding, \(encoding), cannot be searched."
  }
}

extension ServiceError {
  /// An update names a version that the check does not have (`M:UpdateHealthCheckRequest`).
  public static func healthCheckVersionMismatch(known: Int, given: Int) -> ServiceError {
    ServiceError(
      code: "HealthCheckVersionMismatch",
      status: 409,
      messages: [Decisions.versionMismatch(known, given)]
    )
  }

  /// GetHealthCheckStatus and GetHealthCheckLastFailureReason are for checks that have checkers
  /// (`M:GetHealthCheckStatusRequest`).
  public static func noObservations(_ kind: HealthCheckKind) -> ServiceError {
    .invalidInput([Decisions.noObservations(kind)])
  }

  /// A CloudWatch metric check names an alarm that is not there.
  public static func noSuchAlarm(_ alarm: AlarmIdentifier) -> ServiceError {
    .invalidInput([Decisions.noSuchAlarm(alarm)])
  }

  /// A CloudWatch metric check names an alarm that it cannot follow: with M of N datapoints
  /// (`M:HealthCheckConfig.AlarmIdentifier`).
  public static let alarmNotFollowed: ServiceError = .invalidInput([Decisions.alarmNotFollowed])

  /// A recovery control check names a routing control that is not there.
  public static func noSuchRoutingControl(_ arn: String) -> ServiceError {
    .invalidInput([Decisions.noSuchRoutingControl(arn)])
  }
}
