import DNS
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

  /// The name of a new hosted zone, or why Amazon has none of it
  /// (CP:hostedzone-name-wildcard-label, CP:hostedzone-name-tld).
  static func hostedZoneName(_ text: String) throws(ServiceError) -> DomainName {
    let name: DomainName
    do { name = try DomainName(text) } catch {
      throw invalidDomainName("\(text) is not a valid domain name.")
    }
    if text.hasPrefix("*") {
      throw invalidDomainName(
        "Creation of hosted zone with a wildcard domain name is not supported."
      )
    }
    guard name.labels.count > 1 else { throw invalidDomainName("\(name) is reserved by AWS!") }
    return name
  }

  private static func invalidDomainName(_ message: String) -> ServiceError {
    ServiceError(code: "InvalidDomainName", status: 400, messages: [message])
  }
}
