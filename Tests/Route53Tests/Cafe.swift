import DNS
import Route53

/// The zone `cafe.example` and what can be asked of it, for tests.
struct Cafe {
  var zone: HostedZone
  /// The statuses of the checks that exist.
  var health: [HealthCheckID: HealthStatus] = [:]
  /// The names of more resources, of which only that they are there is known.
  var resourceNames: [String] = []
  var resources: [DomainName: AwsResource] = [:]
  var collections: [CidrCollectionID: CidrCollection] = [:]

  static let check = HealthCheckID("0c1a5f5e-0001-4c6e-9a52-7f2d35a1b001")
  static let otherCheck = HealthCheckID("0c1a5f5e-0002-4c6e-9a52-7f2d35a1b002")
  static let client = AddressBlock(.v4(IPv4Address(bits: 0x1814_0712)), length: 32)
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
    let (health, collections, names) = (health, collections, resourceNames)
    let resources = resources
    let surroundings = BatchSurroundings(
      hasHealthCheck: { health[$0] != nil },
      collection: { collections[$0] },
      hasResource: { names.contains($0.withoutDot) || resources[$0] != nil }
    )
    return try zone.validated(ChangeBatch(changes: changes), in: surroundings)
  }

  /// Applies a batch and lets the name servers answer from it at once.
  mutating func change(_ changes: Change...) throws(ServiceError) {
    publish(try validated(changes))
  }

  mutating func publish(_ records: RecordSets) {
    let id = ChangeID("C1")
    zone.submit(records, of: [], change: id, at: 0, inSyncAt: 0)
    zone.publish(id)
  }

  func dig(
    _ name: String,
    _ type: RecordType = .a,
    from client: AddressBlock = Cafe.client,
    rules: AnsweringRules = AnsweringRules(),
    draw: UInt64 = 0,
    explaining: Bool = true
  ) throws -> Answer {
    answer(
      Question(name: try DomainName(name), type: type),
      for: client,
      in: [zone],
      knowing: knowledge,
      rules: rules,
      draw: draw,
      explaining: explaining
    )
  }

  var knowledge: Knowledge {
    Knowledge(
      health: { health[$0] },
      resource: { resources[$0] },
      collection: { collections[$0] }
    )
  }

  /// How often each set identifier answers, over so many draws.
  func tally(_ name: String, draws: UInt64 = 3_000) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for draw in 0..<draws {
      let reply = try dig(name, draw: draw, explaining: false)
      counts[reply.chosen?.setIdentifier ?? "", default: 0] += 1
    }
    return counts
  }

  /// The texts with which a batch is refused, or none.
  func refusal(_ changes: Change...) -> [String] {
    refusal(changes)
  }

  func refusal(_ changes: [Change]) -> [String] {
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
