import OrderedCollections
import Route53

extension Rehearsal {
  mutating func createHealthCheck(
    _ name: String,
    _ reference: String?,
    _ wanted: HealthCheckSettings
  ) throws(Rejection) {
    let settings: HealthCheckSettings
    do { settings = try wanted.validated() } catch { throw .service(error) }
    if let reference {
      if let known = world.checks.values.first(where: { $0.callerReference == reference }) {
        // M:CreateHealthCheckRequest.CallerReference: the same request again is no second check.
        if known.settings == settings { return }
        throw .service(Refusals.callerReferenceUsed)
      }
      if world.spentReferences.contains(reference) {
        throw .service(Refusals.callerReferenceUsed)
      }
    }
    guard world.checks.count < 200 else { throw .service(Refusals.tooManyHealthChecks) }
    let id = HealthCheckID(world.uuid(1))
    happen(.healthCheckCreated(id, name: name, callerReference: reference ?? id.text, settings))
  }

  mutating func updateHealthCheck(
    _ id: HealthCheckID,
    _ update: HealthCheckUpdate
  ) throws(Rejection) {
    guard let check = world.checks[id] else { throw .unknown(.healthCheck, id.text) }
    do {
      let settings = try check.settings.updated(by: update)
      happen(.healthCheckUpdated(id, settings))
    } catch { throw .service(error) }
  }

  mutating func renameHealthCheck(_ id: HealthCheckID, _ name: String) throws(Rejection) {
    guard world.checks[id] != nil else { throw .unknown(.healthCheck, id.text) }
    happen(.healthCheckRenamed(id, name))
  }

  /// Succeeds although records still refer to the check (`M:DeleteHealthCheck`).
  mutating func deleteHealthCheck(_ id: HealthCheckID) throws(Rejection) {
    guard world.checks[id] != nil else { throw .unknown(.healthCheck, id.text) }
    happen(.healthCheckDeleted(id))
  }
}
