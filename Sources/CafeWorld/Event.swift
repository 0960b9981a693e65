public import DNS
import OrderedCollections
public import Route53

/// Something that happened: when, because of what, and what it was.
public struct Event: Hashable, Sendable, Codable {
  /// Counted from 1 along one history of the world.
  public let number: Int
  public let at: Instant
  /// The number of the event that brought this one about; 0: how the scene began; nil: the command
  /// itself did.
  public let cause: Int?
  public let fact: Fact
}

/// What can happen, in the past tense.
///
/// Facts are handed on all the time, and most are few words; those with much to tell are boxed.
public enum Fact: Hashable, Sendable, Codable {
  case timePassed(to: Instant)

  // EC2
  indirect case instanceLaunched(Instance)
  case instanceTurned(InstanceID, from: InstanceState, to: InstanceState)
  case serviceTurned(InstanceID, Instance.WebServer)
  case lifecyclePlanned(InstanceID, [LifecycleStep])
  case addressAssigned(InstanceID, IPv4Address)
  case addressLost(InstanceID, IPv4Address)
  indirect case addressAllocated(ElasticAddress)
  case addressAssociated(IPv4Address, InstanceID)
  case addressDisassociated(IPv4Address, InstanceID)
  case addressReleased(IPv4Address)

  // Faults
  case powerLost(InstanceID)
  case powerRestored(InstanceID)
  indirect case faultBegan(InstanceID, Fault)
  indirect case faultHealed(InstanceID, FaultKind)
  case zoneOutageBegan(String)
  case zoneOutageEnded(String)
  indirect case regionCutOff(CutOff)
  indirect case regionReconnected(CutOff)
  indirect case controlPlaneFaultBegan(ControlPlaneFault)
  case controlPlaneFaultEnded(ControlPlaneFault.Kind)

  // Other services
  indirect case resourceCreated(AwsResource)
  case resourceTurned(DomainName, isHealthy: Bool)

  // Route 53
  indirect case hostedZoneCreated(HostedZone)
  case hostedZoneDeleted(HostedZoneID)
  case hostedZoneCommented(HostedZoneID, String?)
  case vpcAssociated(HostedZoneID, VPC)
  case vpcDisassociated(HostedZoneID, VPC)
  /// A reusable delegation set; `of`: the zone that had its name servers before.
  indirect case delegationSetCreated(DelegationSet, of: HostedZoneID?)
  case delegationSetDeleted(DelegationSetID)
  indirect case cidrCollectionCreated(CidrCollection)
  /// The collection as it is now.
  indirect case cidrCollectionChanged(CidrCollection)
  case cidrCollectionDeleted(CidrCollectionID)
  /// All the tags that a resource has now.
  case tagsChanged(TaggedResource, [Tag])
  indirect case recordsChanged(HostedZoneID, RecordsChange)
  case changeInSync(HostedZoneID, ChangeID)
  indirect case healthCheckCreated(
    HealthCheckID,
    name: String,
    callerReference: String,
    HealthCheckSettings
  )
  indirect case healthCheckUpdated(HealthCheckID, HealthCheckSettings)
  case healthCheckRenamed(HealthCheckID, String)
  case healthCheckDeleted(HealthCheckID)
  case checkerTurned(HealthCheckID, checker: Int, to: HealthStatus)
  /// A request to something outside this world came back.
  indirect case probeReturned(HealthCheckID, checker: Int, ProbeResult)
  /// What runs outside serves otherwise than before.
  indirect case outsideFound(InstanceID, Reach)
  case healthCheckTurned(HealthCheckID, to: HealthStatus)
  /// The name servers choose by this status from now on.
  case healthServed(HealthCheckID, HealthStatus)
  /// A region that was taken away from a check has stopped checking.
  case checkersRetired(HealthCheckID, region: String)
  /// A check follows an alarm's data, by the settings that it has now.
  indirect case metricFollowed(HealthCheckID, AlarmSettings)
  /// The data that a check follows says something else.
  case metricEvaluated(HealthCheckID, AlarmState)
  indirect case routingControlCreated(RoutingControl)
  case routingControlTurned(arn: String, isOn: Bool)

  // SNS, CloudWatch, mail
  case topicCreated(String)
  case topicDeleted(arn: String)
  case subscriptionRequested(topic: String, id: String, endpoint: String)
  case subscriptionConfirmed(topic: String, id: String, endpoint: String)
  case subscriptionEnded(topic: String, id: String, endpoint: String)
  case messagePublished(topic: String, subject: String?)
  indirect case alarmPut(AlarmSettings)
  case alarmDeleted(String)
  indirect case alarmTurned(String, from: AlarmState, to: AlarmState, AlarmReason)
  indirect case mailDelivered(Mail)
  /// An alarm's action found nobody who had confirmed.
  case notificationUndelivered(alarm: String, topic: String)

  // People
  case customersArrived
  /// A resolver answered; `cached`: from its cache, without asking the authority.
  indirect case nameLookedUp(resolver: String, CachedAnswer, cached: Bool)
  /// A busy resolver fetched a name again.
  indirect case cacheRefilled(resolver: String, CachedAnswer)
  indirect case pageFetched(Visit)
  indirect case orderPlaced(Visit, item: String)
  indirect case orderFailed(Visit, item: String)
  case mailRead(Int)
}

extension Fact {
  /// What a program tells facts apart by: the name of the case, such as `healthCheckTurned`.
  public var kind: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}

/// A batch of record changes that was accepted.
public struct RecordsChange: Hashable, Sendable, Codable {
  public let id: ChangeID
  public let batch: ChangeBatch
  public let after: RecordSets
  public let inSyncAt: Instant

  /// The names whose records it changes, each once.
  public var names: [DomainName] {
    OrderedSet(batch.changes.compactMap { try? DomainName($0.recordSet.name) }).elements
  }
}

/// What came of connecting to a website.
public struct Visit: Hashable, Sendable, Codable {
  public let host: String
  public let path: String
  /// The address that the host's name led to; nil: no answer.
  public let address: IPv4Address?
  /// The code of the DNS answer, if a name was looked up.
  public let code: ResponseCode?
  public let instance: InstanceID?
  public let zone: String?
  /// The AWS resource that took the connection.
  public var resource: DomainName?
  public let reach: Reach
}
