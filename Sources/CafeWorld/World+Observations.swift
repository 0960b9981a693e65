public import Route53

extension World {
  /// One checker's latest observation, as GetHealthCheckStatus and
  /// GetHealthCheckLastFailureReason list them.
  public func observations(
    of check: HealthCheck,
    failedOnly: Bool = false
  ) -> [(site: CheckerSite, result: ProbeResult?)] {
    check.checkers.map { checker in
      (HealthRules.sites[checker.site], checker.lastResult(by: now, failedOnly: failedOnly))
    }
  }

  /// Whether GetHealthCheckStatus and GetHealthCheckLastFailureReason answer for a check.
  ///
  /// - Throws: there is no such check, or it is a calculated one
  ///   (`M:GetHealthCheckStatusRequest`).
  public func checkObservable(_ id: HealthCheckID) throws(ServiceError) {
    guard let kind = healthCheck(id)?.settings.kind else { throw .noSuchHealthCheck([id]) }
    guard kind != .calculated else { throw .noObservations(kind) }
  }
}
