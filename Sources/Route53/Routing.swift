/// How Route 53 chooses among the record sets of one name and type (`M:ResourceRecordSet`).
public enum Routing: Hashable, Sendable, Codable {
  case simple
  /// 0 to 255.
  case weighted(Int)
  /// The AWS region whose latency counts.
  case latency(region: String)
  case failover(FailoverRole)
  case geolocation(GeoLocation)
  case geoproximity(GeoProximityLocation)
  case multivalue
  case ipBased(CidrLocation)
}

extension Routing {
  /// The policy without what it chooses by; all record sets of one name and type share it.
  public enum Policy: String, CaseIterable, Hashable, Sendable, Codable {
    case simple, weighted, latency, failover, geolocation, geoproximity, multivalue
    case ipBased = "IP-based"
  }

  public var policy: Policy {
    switch self {
    case .simple: .simple
    case .weighted: .weighted
    case .latency: .latency
    case .failover: .failover
    case .geolocation: .geolocation
    case .geoproximity: .geoproximity
    case .multivalue: .multivalue
    case .ipBased: .ipBased
    }
  }
}

/// The two places of a failover pair.
public enum FailoverRole: String, CaseIterable, Codable, Sendable {
  case primary = "PRIMARY"
  case secondary = "SECONDARY"
}
