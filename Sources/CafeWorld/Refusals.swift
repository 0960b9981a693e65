import Route53

/// Amazon's refusals that need the whole account to be seen, with code, HTTP status and text.
enum Refusals {
  /// A caller reference that another check has or had (GH:hashicorp/terraform#8679).
  static let callerReferenceUsed = ServiceError(
    code: "HealthCheckAlreadyExists",
    status: 409,
    messages: [
      "A different health check has already been created with the specified caller reference."
    ]
  )

  /// Text ours (the quota is `DG:DNSLimitations`).
  static let tooManyHealthChecks = ServiceError(
    code: "TooManyHealthChecks",
    status: 400,
    messages: ["This account already has the most health checks that it can have, 200."]
  )
}
