/// How Route 53 chooses among the record sets of one name and type.
public enum Routing: Hashable, Sendable, Codable {
  case simple
  case failover(FailoverRole)
}

/// The two places of a failover pair.
public enum FailoverRole: String, CaseIterable, Codable, Sendable {
  case primary = "PRIMARY"
  case secondary = "SECONDARY"
}
