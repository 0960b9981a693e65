public import DNS
public import Route53

/// All that can change the world: what somebody asks for, or time passing.
///
/// Names are resolved before: a command carries ids and addresses, so that it means the same at
/// every replay.
public enum Command: Hashable, Sendable, Codable {
  /// Lets virtual time pass, in milliseconds.
  case wait(Milliseconds)

  // EC2
  /// An instance that runs at once; with an endpoint a name for what runs outside this world.
  case createInstance(name: String, zone: String, outside: Outside? = nil)
  case startInstance(InstanceID)
  case stopInstance(InstanceID)
  case rebootInstance(InstanceID)
  case terminateInstance(InstanceID)
  /// An Elastic IP of a region, or nil for the café's own.
  case allocateAddress(region: String? = nil)
  case associateAddress(IPv4Address, InstanceID)
  case disassociateAddress(IPv4Address)
  case releaseAddress(IPv4Address)

  // Faults on purpose
  case kill(InstanceID)
  /// A fault, and for how many milliseconds (nil: until healed).
  case breakInstance(InstanceID, FaultKind, lasting: Milliseconds?)
  case heal(InstanceID)
  case beginZoneOutage(String)
  case endZoneOutage(String)
  /// Keeps a region's checkers, or those of one of its Availability Zones, from an address, for so
  /// many milliseconds (nil: until healed).
  case cutOff(region: String, address: IPv4Address, lasting: Milliseconds? = nil)
  case reconnect(region: String, address: IPv4Address)
  /// Lets Route 53's API refuse good requests, for how many milliseconds (nil: until healed).
  case breakControlPlane(ControlPlaneFault.Kind, lasting: Milliseconds?)
  case healControlPlane
  case healEverything

  // Other services
  case createResource(AwsResource.Kind, name: String?, region: String)
  case setResourceHealth(DomainName, isHealthy: Bool)

  // Route 53
  case createHealthCheck(name: String, callerReference: String?, settings: HealthCheckSettings)
  case updateHealthCheck(HealthCheckID, HealthCheckUpdate)
  case renameHealthCheck(HealthCheckID, String)
  case deleteHealthCheck(HealthCheckID)
  case createRoutingControl(String)
  case setRoutingControl(arn: String, isOn: Bool)
  case changeRecords(HostedZoneID, ChangeBatch)
  /// A public zone, with name servers of its own or of a reusable delegation set; or a private one,
  /// for a VPC.
  case createHostedZone(
    name: String,
    callerReference: String?,
    comment: String?,
    delegationSet: DelegationSetID? = nil,
    vpc: VPC? = nil
  )
  case deleteHostedZone(HostedZoneID)
  /// A comment, or nil for none any more.
  case commentHostedZone(HostedZoneID, String?)
  case associateVPC(HostedZoneID, VPC)
  case disassociateVPC(HostedZoneID, VPC)
  /// Name servers that zones can share: new ones, or those of a zone that is there.
  case createDelegationSet(callerReference: String?, of: HostedZoneID?)
  case deleteDelegationSet(DelegationSetID)
  /// A collection and what is put into it, which may be nothing.
  case createCidrCollection(
    name: String,
    callerReference: String?,
    changes: [CidrCollectionChange]
  )
  /// Refused when `version` is not the collection's; nil: whatever it has.
  case changeCidrCollection(CidrCollectionID, version: Int?, changes: [CidrCollectionChange])
  case deleteCidrCollection(CidrCollectionID)
  case changeTags(TaggedResource, TagChange)

  /// What a real request of one checker found outside, and how many milliseconds it took.
  case reportProbe(HealthCheckID, checker: Int, ProbeOutcome, took: Milliseconds)

  // SNS and CloudWatch
  case createTopic(String)
  case deleteTopic(arn: String)
  case subscribe(topic: String, endpoint: String)
  /// Follows the link in the confirmation mail with this number.
  case confirmSubscription(mail: Int)
  case unsubscribe(topic: String, endpoint: String)
  case publish(topic: String, subject: String?, message: String)
  case putAlarm(AlarmSettings)
  case deleteAlarm(String)
  /// Puts an alarm into a state by hand, until it is next evaluated.
  case setAlarmState(String, AlarmState, reason: String)

  // People
  /// Asks a resolver, which may fill its cache.
  case lookUp(Question, resolver: String)
  /// Fetches a page: `host` is a name or an address, `path` begins with a slash.
  case fetch(host: String, path: String)
  /// Orders an item at a host, as a customer would.
  case order(host: String, item: String)
  case readMail(Int)
}
