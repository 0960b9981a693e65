public import DNS

/// A recursive resolver with its cache.
public struct Resolver: Hashable, Sendable, Codable {
  public let name: String
  /// A busy resolver always has somebody asking, so it fetches a name again the moment its TTL is
  /// over; the learner's own fetches only when asked.
  public let isBusy: Bool
  /// Sorted by question.
  public internal(set) var cache: [CachedAnswer] = []

  public init(name: String, isBusy: Bool) {
    self.name = name
    self.isBusy = isBusy
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
    for entry in cache {
      print.add(entry.question.name.description)
      print.add(entry.question.type.rawValue)
      print.add(entry.fetchedAt)
      print.add(entry.ttl)
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
  public let fetchedAt: Instant
  /// Seconds for which it may be kept: the smallest TTL of the answer, or of a negative answer the
  /// smaller of the SOA's TTL and minimum (RFC 2308 section 5).
  public let ttl: Int
  /// The number of the event since which the authority answers otherwise; nil: it does not.
  var staleBecause: Int?

  public var expires: Instant { fetchedAt + Int64(ttl) * .second }

  /// Whether another answer says the same.
  func agrees(with other: CachedAnswer) -> Bool {
    code == other.code && records == other.records && ttl == other.ttl
  }
}
