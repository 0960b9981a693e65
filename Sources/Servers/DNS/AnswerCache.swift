import DNS

/// Answers that are ready but for what differs from query to query.
///
/// A slot for each value of a hash: another question with that value takes the slot. An entry holds
/// for one generation of the world, however long that lasts.
struct AnswerCache {
  private var entries: [Entry]
  private let mask: UInt64

  /// What is larger is made anew each time, so that the cache's size is bounded.
  static let bodyMost = Query.udpMost

  struct Entry {
    fileprivate var generation: UInt64
    fileprivate var hash: UInt64
    /// For whom the answer is; nil: for everybody.
    fileprivate var client: AddressBlock?
    /// As `Response.body` gives it; where `dependsOnClient`, the question alone.
    var body: [UInt8]
    /// Whether each client has an entry of its own.
    var dependsOnClient: Bool
  }

  /// - Parameter bits: the logarithm of the number of slots.
  init(bits: Int = 12) {
    let empty = Entry(generation: 0, hash: 0, client: nil, body: [], dependsOnClient: false)
    entries = Array(repeating: empty, count: 1 << bits)
    mask = (1 << UInt64(bits)) - 1
  }

  /// The answer's body for a query of this client, if there is one of this generation.
  func body(
    for query: Query,
    _ message: Span<UInt8>,
    _ client: AddressBlock,
    generation: UInt64
  ) -> (octets: [UInt8], dependsOnClient: Bool)? {
    guard let shared = entry(query.hash, query, message, nil, generation) else { return nil }
    guard shared.dependsOnClient else { return (shared.body, false) }
    let hash = Self.hash(query.hash, client)
    return entry(hash, query, message, client, generation).map { ($0.body, true) }
  }

  private func entry(
    _ hash: UInt64,
    _ query: Query,
    _ message: Span<UInt8>,
    _ client: AddressBlock?,
    _ generation: UInt64
  ) -> Entry? {
    let entry = entries[slot(hash)]
    guard entry.hash == hash, entry.generation == generation, entry.client == client,
      query.matches(entry.body, in: message)
    else { return nil }
    return entry
  }

  /// Keeps a body for the query's question and, if the answer depends on it, its client.
  mutating func keep(
    _ body: [UInt8],
    for query: Query,
    _ client: AddressBlock?,
    generation: UInt64
  ) {
    guard body.count <= Self.bodyMost else { return }
    guard let client else {
      return put(body, query.hash, nil, generation, dependsOnClient: false)
    }
    put(Array(body[..<query.questionEnd]), query.hash, nil, generation, dependsOnClient: true)
    put(body, Self.hash(query.hash, client), client, generation, dependsOnClient: true)
  }

  private mutating func put(
    _ body: [UInt8],
    _ hash: UInt64,
    _ client: AddressBlock?,
    _ generation: UInt64,
    dependsOnClient: Bool
  ) {
    entries[slot(hash)] = Entry(
      generation: generation,
      hash: hash,
      client: client,
      body: body,
      dependsOnClient: dependsOnClient
    )
  }

  private func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) & mask)
  }

  private static func hash(_ question: UInt64, _ client: AddressBlock) -> UInt64 {
    let bits: UInt128 =
      switch client.first {
      case .v4(let address): UInt128(address.bits)
      case .v6(let address): address.bits
      }
    var hash = question
    hash = (hash ^ UInt64(truncatingIfNeeded: bits >> 64)) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ hash >> 29 ^ UInt64(truncatingIfNeeded: bits)) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 29
    return (hash ^ UInt64(client.length)) &* 0x0100_0000_01b3
  }
}
