public import Route53

/// Why the world refused a command: facts only; the sentences are made where they are shown.
public enum Rejection: Error, Hashable, Sendable {
  /// The kinds of things that have names.
  public enum Kind: String, Hashable, Sendable {
    case instance
    case address
    case zone = "hosted zone"
    case availabilityZone = "Availability Zone"
    case healthCheck = "health check"
    case record
    case topic
    case subscription
    case alarm
    case mail
    case mailbox
    case resolver
    case region
    case routingControl = "routing control"
    case cidrCollection = "CIDR collection"
    case delegationSet = "delegation set"
    case resource = "AWS resource"
  }

  case unknown(Kind, String)
  case exists(Kind, String)
  /// EC2's IncorrectInstanceState.
  case wrongState(InstanceID, name: String, state: InstanceState, wanted: [InstanceState])
  /// Route 53 refused, with Amazon's own code and words.
  case service(ServiceError)
  case waitTooLong(Milliseconds, most: Milliseconds)
  case waitNotPositive(Milliseconds)
  case badValue(option: String, value: String, allowed: String)
  case addressInUse(String, by: String)
  /// An Elastic IP of one region for an instance of another (EC2: AssociateAddress).
  case otherRegion(String, of: String, String, in: String)
  case notAConfirmation(mail: Int)
  case linkExpired(mail: Int)
  case nothingToHeal(String)
  case alreadySo(Kind, String, state: String)
  /// It runs outside this world, and what is asked for is done there.
  case runsOutside(name: String, Outside)
  case limitReached(String, most: Int)
}
