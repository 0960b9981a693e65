import DNS
import Route53

/// The zone `cafe.example` and what can be asked of it, for tests.
struct Cafe {
  var zone: HostedZone
  /// The statuses of the checks that exist.
  var health: [HealthCheckID: HealthStatus] = [:]

  static let check = HealthCheckID("0c1a5f5e-0001-4c6e-9a52-7f2d35a1b001")
  static let otherCheck = HealthCheckID("0c1a5f5e-0002-4c6e-9a52-7f2d35a1b002")
  static let main = "54.184.10.7"
  static let standby = "35.160.20.9"

  init() {
    zone = HostedZone(
      id: HostedZoneID("Z0AAAAAAAAAAAAAAAAAAA"),
      name: DomainName(known: "cafe.example"),
      comment: nil,
      nameServers: HostedZone.nameServers(seed: 1)
    )
  }

  init(_ sets: ResourceRecordSet..., health: [HealthCheckID: HealthStatus] = [:]) {
    self.init()
    self.health = health
    publish(sets.reduce(zone.records) { $0.applying($1) })
  }

  /// What a batch leads to, without publishing it.
  func validated(_ changes: [Change]) throws(ServiceError) -> RecordSets {
    try zone.validated(ChangeBatch(changes: changes)) { health[$0] != nil }
  }

  /// Applies a batch and lets the name servers answer from it at once.
  mutating func change(_ changes: Change...) throws(ServiceError) {
    publish(try validated(changes))
  }

  mutating func publish(_ records: RecordSets) {
    let id = ChangeID("C1")
    zone.submit(records, change: id, at: 0, inSyncAt: 0)
    zone.publish(id)
  }

  func dig(
    _ name: String,
    _ type: RecordType = .a,
    rules: AnsweringRules = AnsweringRules()
  ) throws -> Answer {
    answer(
      Question(name: try DomainName(name), type: type),
      in: [zone],
      health: { health[$0] },
      rules: rules,
      draw: 0
    )
  }

  /// The texts with which a batch is refused, or none.
  func refusal(_ changes: Change...) -> [String] {
    do throws(ServiceError) {
      _ = try validated(changes)
      return []
    } catch {
      return error.messages
    }
  }
}

extension RecordSetRequest {
  static func a(_ name: String, _ values: String..., ttl: Int = 60) -> RecordSetRequest {
    RecordSetRequest(name: name, type: "A", ttl: ttl, values: values)
  }

  static func primary(
    _ name: String,
    _ value: String = Cafe.main,
    check: HealthCheckID? = Cafe.check
  ) -> RecordSetRequest {
    RecordSetRequest(
      name: name,
      type: "A",
      setIdentifier: "FailoverPrimary",
      failover: "PRIMARY",
      ttl: 15,
      values: [value],
      healthCheckID: check?.text
    )
  }

  static func secondary(
    _ name: String,
    _ value: String = Cafe.standby,
    check: HealthCheckID? = nil
  ) -> RecordSetRequest {
    RecordSetRequest(
      name: name,
      type: "A",
      setIdentifier: "FailoverSecondary",
      failover: "SECONDARY",
      ttl: 15,
      values: [value],
      healthCheckID: check?.text
    )
  }

  static func cname(_ name: String, _ target: String) -> RecordSetRequest {
    RecordSetRequest(name: name, type: "CNAME", ttl: 300, values: [target])
  }
}
