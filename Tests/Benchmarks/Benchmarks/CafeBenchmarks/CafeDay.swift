import CafeWorld
import DNS
import Route53

/// The day that is measured: sixteen checkers at 10 s, two hundred customers who order once a
/// minute, TTL 15, the primary dead from hour 6 to hour 9.
enum CafeDay {
  static let hour: Milliseconds = 3_600_000

  /// A café with its failover records in place and in sync.
  static func start(customers: Int = 200) -> World {
    let profile = CustomerProfile(
      count: customers,
      periods: Array(repeating: 60_000, count: 24)
    )
    var world = Scene.cafe.world(seed: 7, profile: profile)
    let addresses = world.instances.compactMap(\.publicAddress)
    perform(
      &world,
      .createHealthCheck(
        name: "primary",
        callerReference: nil,
        settings: HealthCheckSettings(
          kind: .http,
          ipAddress: addresses[0].description,
          resourcePath: "/cafe",
          requestInterval: 10,
          failureThreshold: 2
        )
      )
    )
    let records = [
      RecordSetRequest(
        name: "www.cafe.example",
        type: "A",
        setIdentifier: "1",
        failover: "PRIMARY",
        ttl: 15,
        values: [addresses[0].description],
        healthCheckID: world.healthChecks[0].id.text
      ),
      RecordSetRequest(
        name: "www.cafe.example",
        type: "A",
        setIdentifier: "2",
        failover: "SECONDARY",
        ttl: 15,
        values: [addresses[1].description]
      ),
    ]
    let batch = ChangeBatch(changes: records.map { Change(action: .create, recordSet: $0) })
    perform(&world, .changeRecords(world.hostedZones[0].id, batch))
    perform(&world, .wait(120_000))
    return world
  }

  /// Twenty-four hours with the outage.
  static func live(_ world: inout World) {
    let primary = world.instances[0].id
    perform(&world, .wait(6 * hour))
    perform(&world, .kill(primary))
    perform(&world, .wait(3 * hour))
    perform(&world, .heal(primary))
    perform(&world, .wait(15 * hour))
    precondition(world.customers.lost > 0 && world.customers.placed > 200_000, "not that day")
  }

  static func perform(_ world: inout World, _ command: Command) {
    do { try world.perform(command) } catch { preconditionFailure("refused: \(error)") }
  }
}
