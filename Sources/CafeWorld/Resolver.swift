public import DNS
public import Route53

/// A recursive resolver with its cache.
public struct Resolver: Hashable, Sendable, Codable {
  public let name: String
  /// A busy resolver always has somebody asking, so it fetches a name again the moment its TTL is
  /// over; the learner's own fetches only when asked.
  public let isBusy: Bool
  /// From where it asks the authority.
  public let address: IPAddress
  /// Its clients' subnet, if it sends that along (EDNS0, RFC 7871).
  public let clientSubnet: AddressBlock?
  /// Sorted by question.
  public internal(set) var cache: [CachedAnswer] = []

  public init(
    name: String,
    isBusy: Bool,
    address: IPAddress,
    clientSubnet: AddressBlock? = nil
  ) {
    self.name = name
    self.isBusy = isBusy
    self.address = address
    self.clientSubnet = clientSubnet
  }

  /// For whom the authority takes its queries (`DG:routing-policy-edns0`).
  public var client: AddressBlock {
    clientSubnet ?? AddressBlock(address, length: 128)
  }

  /// The learner's own resolver.
  public static let home = "home"

  func entry(_ question: Question) -> CachedAnswer? {
    cache.first { $0.question == question }
  }

  mutating func store(_ answer: CachedAnswer) {
    cache.removeAll { $0.question == answer.question }
    let place = cache.firstIndex { $0.question.name > answer.question.name } ?? cache.endIndex
    cache.insert(answer, at: place)
  }

  func add(to print: inout Fingerprint) {
    print.add(name)
    print.add(client)
    for entry in cache {
      print.add(entry.question.name.description)
      print.add(entry.question.type.rawValue)
      print.add(entry.fetchedAt)
      print.add(entry.ttl)
      print.add(entry.number)
      print.add(entry.records.count)
      for record in entry.records { print.add(record.data.description) }
    }
  }
}

/// What a cache holds of an answer.
public struct CachedAnswer: Hashable, Sendable, Codable {
  public let question: Question
  public let code: ResponseCode
  public let records: [ResourceRecord]
  public let authority: [ResourceRecord]
  public internal(set) var fetchedAt: Instant
  /// Seconds for which it may be kept: the smallest TTL of the answer, or of a negative answer the
  /// smaller of the SOA's TTL and minimum (RFC 2308 section 5).
  public let ttl: Int
  /// Of the resolver's queries for the name and type the how manieth brought it, from 0; an answer
  /// that is left to chance depends on it.
  public let number: Int
  /// What another query could have changed.
  public let chance: Chance
  /// The number of the event since which the authority answers otherwise; nil: it does not.
  var staleBecause: Int?

  /// The same as if it had been fetched at another moment.
  func fetched(at moment: Instant) -> CachedAnswer {
    var answer = self
    answer.fetchedAt = moment
    return answer
  }

  public var expires: Instant { fetchedAt + Int64(ttl) * .second }

  /// Whether another answer says the same.
  func agrees(with other: CachedAnswer) -> Bool {
    code == other.code && records == other.records && ttl == other.ttl
  }
}
