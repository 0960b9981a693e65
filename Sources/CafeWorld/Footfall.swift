public import DNS
import Route53

/// Where some customers of one place would go if they ordered now.
public struct Footfall: Hashable, Sendable {
  /// Their place among the groups of customers.
  public let group: Int
  /// Nil: their answer has no address.
  public let address: IPv4Address?
  public internal(set) var count: Int
  /// How many of them go by an answer that they keep and that the name servers give no more.
  public internal(set) var kept: Int
}

extension World {
  /// Where every customer would go with an order at this moment: group by group, in the order in
  /// which their ways are found.
  ///
  /// A question, so nobody's cache is filled by it.
  public var footfall: [Footfall] { customers.footfall(at: now) { outlook(of: $0, $1) } }
}
