import OrderedCollections
import Route53

extension Rehearsal {
  mutating func createHealthCheck(
    _ name: String,
    _ reference: String?,
    _ wanted: HealthCheckSettings
  ) throws(Rejection) {
    let settings = try validated(wanted)
    if let reference {
      if let error = ServiceError.badLength(reference, 1...64, at: "callerReference") {
        throw .service(error)
      }
      if let known = world.checks.values.first(where: { $0.callerReference == reference }) {
        // M:CreateHealthCheckRequest.CallerReference: the same request again is no second check.
        if known.settings == settings { return }
        throw .service(Refusals.callerReferenceUsed)
      }
      if world.spentReferences.contains(reference) {
        throw .service(Refusals.callerReferenceUsed)
      }
    }
    guard world.checks.count < world.rules.healthChecksMost else {
      throw .service(Refusals.tooManyHealthChecks)
    }
    let today = world.creationTimes.count { world.now - $0 < .day }
    guard today < HealthRules.creationsPerDay else { throw .service(.throttling) }
    let followed = try followed(by: settings)
    let id = HealthCheckID(world.uuid(1))
    let cause = happen(
      .healthCheckCreated(id, name: name, callerReference: reference ?? id.text, settings)
    )
    if let followed { happen(.metricFollowed(id, followed), because: cause) }
  }

  private func validated(
    _ settings: HealthCheckSettings
  ) throws(Rejection) -> HealthCheckSettings {
    let checks = world.checks
    let valid: HealthCheckSettings
    do { valid = try settings.validated { checks[$0]?.settings.kind } } catch {
      throw .service(error)
    }
    try checkReachable(valid)
    return valid
  }

  /// The alarm that a check follows, as it is now: later changes of the alarm count only when the
  /// check is told again (DG: health-checks-updating-cloudwatch-alarm-settings).
  private func followed(by settings: HealthCheckSettings) throws(Rejection) -> AlarmSettings? {
    if let arn = settings.routingControlARN, world.routingControl(arn)?.arn != arn {
      throw .service(.noSuchRoutingControl(arn))
    }
    guard let wanted = settings.alarmIdentifier else { return nil }
    let alarm = world.alarms.last { $0.name == wanted.name }
    guard let alarm, wanted.region == Topic.region else { throw .service(.noSuchAlarm(wanted)) }
    guard alarm.settings.effectiveRule.datapointsToAlarm == nil else {
      throw .service(.alarmNotFollowed)
    }
    return alarm.settings
  }

  mutating func updateHealthCheck(
    _ id: HealthCheckID,
    _ update: HealthCheckUpdate
  ) throws(Rejection) {
    let checks = world.checks
    guard let check = checks[id] else { throw .service(.noSuchHealthCheck([id])) }
    if let version = update.version, version != check.version {
      throw .service(.healthCheckVersionMismatch(known: check.version, given: version))
    }
    let settings: HealthCheckSettings
    do {
      settings = try check.settings.updated(by: update) { checks[$0]?.settings.kind }
    } catch { throw .service(error) }
    try checkReachable(settings)
    let followed = update.alarmIdentifier == nil ? nil : try followed(by: settings)
    let cause = happen(.healthCheckUpdated(id, settings))
    if let followed { happen(.metricFollowed(id, followed), because: cause) }
  }

  mutating func renameHealthCheck(_ id: HealthCheckID, _ name: String) throws(Rejection) {
    guard world.checks[id] != nil else { throw .service(.noSuchHealthCheck([id])) }
    happen(.healthCheckRenamed(id, name))
  }

  /// Succeeds although records still refer to the check (`M:DeleteHealthCheck`); a second time it
  /// does not (LS: test_crud_health_check).
  mutating func deleteHealthCheck(_ id: HealthCheckID) throws(Rejection) {
    guard world.checks[id] != nil else { throw .service(.noSuchHealthCheck([id])) }
    happen(.healthCheckDeleted(id))
  }
}
