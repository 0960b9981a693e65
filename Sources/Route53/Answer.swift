public import DNS

/// What a hosted zone's name servers answer, and why.
public struct Answer: Hashable, Sendable, Codable {
  public let question: Question
  /// For whom it is: the subnet that policies which ask for the client go by.
  public let client: AddressBlock
  public internal(set) var code: ResponseCode
  public internal(set) var records: [ResourceRecord]
  public internal(set) var authority: [ResourceRecord]
  /// Addresses that the zone has for the name servers of a referral.
  public internal(set) var glue: [ResourceRecord]
  /// The zone that answered, nil when none holds the name.
  public internal(set) var zone: HostedZoneID?
  /// False for a referral to other name servers and when no zone holds the name.
  public internal(set) var isAuthoritative: Bool
  /// The rules in the order in which they were applied.
  public internal(set) var reasons: [Reason]
  /// The record set that gave the answer's last records; of several multivalue ones the first.
  public internal(set) var chosen: RecordSetKey?
  /// What another draw could have changed.
  public internal(set) var chance: Chance
  /// Whether a policy asked where the client is: others may get another answer.
  public internal(set) var dependsOnClient: Bool

  init(question: Question, client: AddressBlock) {
    self.question = question
    self.client = client
    code = .refused
    records = []
    authority = []
    glue = []
    isAuthoritative = false
    reasons = []
    chance = .none
    dependsOnClient = false
  }

  /// How long a resolver may remember that there is no answer, in seconds; nil for other answers
  /// (RFC 2308 §5).
  public var negativeTTL: Int? {
    guard isAuthoritative, let soa = authority.first(where: { $0.type == .soa }) else {
      return nil
    }
    return soa.ttl
  }

  /// The smallest TTL of the answer's records, in seconds.
  public var ttl: Int? {
    records.map(\.ttl).min()
  }

  public var addresses: [IPv4Address] {
    records.compactMap { record in
      if case .a(let address) = record.data { address } else { nil }
    }
  }
}

/// How far an answer depends on its draw.
public enum Chance: Int, Hashable, Sendable, Codable {
  /// Every draw gives this answer.
  case none
  /// Every draw gives these records, in this or another order.
  case order
  /// Another draw may give other records.
  case choice
}

extension Chance: Comparable {
  public static func < (left: Chance, right: Chance) -> Bool { left.rawValue < right.rawValue }
}

/// How an answer is chosen; a lesson may change a rule to show what a misconception would do.
public struct AnsweringRules: Hashable, Sendable, Codable {
  /// The misconception that a secondary without a health check is never healthy.
  public var secondaryNeedsCheck: Bool

  public init(secondaryNeedsCheck: Bool = false) {
    self.secondaryNeedsCheck = secondaryNeedsCheck
  }
}
