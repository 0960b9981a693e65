import CafeWorld
import DNS
import Route53
import Synchronization

/// Makes messages into replies, out of the world as it is: one for each thread.
struct Answerer {
  private let source: WorldSource
  private var world: World
  private var generation: UInt64
  /// For whom the questions from this machine are taken: the learner's own resolver.
  private var learner: AddressBlock
  private var cache = AnswerCache()
  /// The reply to the message before; its memory is used again.
  private var reply: [UInt8] = []

  init(_ source: WorldSource) {
    self.source = source
    let snapshot = source.snapshot()
    world = snapshot.world
    generation = snapshot.generation
    learner = world.learner
    reply.reserveCapacity(Query.udpMost)
  }

  /// Takes the world of now, if its answers may be others; to be called after a message has come
  /// and before it is answered.
  mutating func refresh() {
    guard source.generation() != generation else { return }
    let snapshot = source.snapshot()
    world = snapshot.world
    generation = snapshot.generation
    learner = world.learner
  }

  /// Over UDP an answer is as large as its client and the way to it allow, over TCP as large as its
  /// length can say.
  enum Transport {
    case udp, tcp

    fileprivate func limit(_ query: Query, to address: IPAddress) -> Int {
      switch self {
      case .udp: query.udpLimit(isLocal: address.isLoopback)
      case .tcp: Int(UInt16.max)
      }
    }
  }

  /// The reply to a message, nil where silence is the reply.
  mutating func reply(
    to message: Span<UInt8>,
    from address: IPAddress,
    over transport: Transport
  ) -> [UInt8]? {
    guard let query = Query(message) else { return nil }
    let told = query.extensions?.clientSubnet?.told
    let client = told ?? (address.isLoopback ? learner : AddressBlock(address, length: 128))
    let limit = transport.limit(query, to: address) - query.extensionCount
    reply.removeAll(keepingCapacity: true)
    var dependsOnClient = false
    if let code = query.fault {
      append(Response(code: code), query, message, limit)
    } else if let known = cache.body(for: query, message, client, generation: generation),
      known.octets.count <= limit
    {
      reply.append(contentsOf: known.octets)
      dependsOnClient = known.dependsOnClient
    } else {
      dependsOnClient = look(up: query, message, for: client, limit)
    }
    query.finish(&reply, message, scope: dependsOnClient ? told?.length ?? 0 : 0)
    return reply
  }

  /// Asks the world; answers without chance are kept for the next query.
  ///
  /// - Returns: whether another client may get another answer.
  private mutating func look(
    up query: Query,
    _ message: Span<UInt8>,
    for client: AddressBlock,
    _ limit: Int
  ) -> Bool {
    let finding = Finding(query.type, query.name(in: message)) { question, isOther in
      world.authoritativeAnswer(
        question,
        from: client,
        number: source.nextNumber(),
        explaining: false,
        isOtherType: isOther
      )
    }
    let isWhole = append(Response(finding.answer), query, message, limit)
    if isWhole, finding.answer.chance == .none {
      let client = finding.dependsOnClient ? client : nil
      cache.keep(reply, for: query, client, generation: generation)
    }
    return finding.dependsOnClient
  }

  @discardableResult
  private mutating func append(
    _ response: Response,
    _ query: Query,
    _ message: Span<UInt8>,
    _ limit: Int
  ) -> Bool {
    let isAsked = query.questionEnd > Query.headerCount
    let (body, isWhole) = response.body(
      question: (Query.headerCount..<query.questionEnd).map { message[$0] },
      name: isAsked ? query.name(in: message) : nil,
      limit: limit
    )
    reply.append(contentsOf: body)
    return isWhole
  }
}

/// Where answerers have their world from.
final class WorldSource: Sendable {
  let generation: @Sendable () -> UInt64
  let snapshot: @Sendable () -> Snapshot
  private let asked = Atomic<Int>(0)

  init(generation: @escaping @Sendable () -> UInt64, snapshot: @escaping @Sendable () -> Snapshot) {
    self.generation = generation
    self.snapshot = snapshot
  }

  /// The number of a question that chance may have a say in: each has another one.
  func nextNumber() -> Int {
    asked.add(1, ordering: .relaxed).oldValue
  }
}
