public import DNS
import OrderedCollections
public import Route53

extension World {
  /// What Route 53's name servers answer at this moment.
  ///
  /// It is asked for `client`, or nil for the learner's own resolver. `number` says of this
  /// client's queries for the name and type the how manieth it is, from 0, or nil for the next
  /// one; chance depends on it, so a question from outside changes nothing. `noting` is told of
  /// each health check whose status is looked at. With `isOtherType` the client asked for a type
  /// that no record set can have, whatever the question's type is.
  public func authoritativeAnswer(
    _ question: Question,
    from client: AddressBlock? = nil,
    number: Int? = nil,
    explaining: Bool = true,
    isOtherType: Bool = false,
    noting: ((HealthCheckID) -> Void)? = nil
  ) -> Answer {
    let client = client ?? learner
    var knowledge = knowledge
    if let noting { knowledge = knowledge.noting(noting) }
    return answer(
      question,
      for: client,
      in: hostedZones,
      knowing: knowledge,
      rules: AnsweringRules(secondaryNeedsCheck: rules.secondaryNeedsCheck),
      draw: seed.draw(question, from: client, number ?? nextNumber(question, from: client)),
      explaining: explaining,
      isOtherType: isOtherType
    )
  }

  /// For whom the authority takes the learner's own questions.
  public var learner: AddressBlock {
    resolvers.first { $0.name == Resolver.home }?.client
      ?? AddressBlock(.v4(IPv4Address(bits: 0)), length: 0)
  }

  /// What Route 53's name servers know besides the hosted zones.
  ///
  /// Each part takes along what it looks at and no more: a whole world has many parts to copy.
  public var knowledge: Knowledge {
    Knowledge(
      health: { [checks] id in
        checks.index(forKey: id).map { checks.values[$0].servedStatus }
      },
      resource: { [resources] name in resources.first { $0.name == name } },
      collection: { [cidrCollections] id in cidrCollections.first { $0.id == id } }
    )
  }

  /// How many queries for a name and type a resolver has sent; 0 for anybody else.
  private func nextNumber(_ question: Question, from client: AddressBlock) -> Int {
    resolvers.first { $0.client == client }?.entry(question).map { $0.number + 1 } ?? 0
  }

  /// What a resolver gets when it asks the authority now; `number` as for the authority.
  func fetched(_ question: Question, by resolver: Resolver, number: Int? = nil) -> CachedAnswer {
    let number = number ?? resolver.entry(question).map { $0.number + 1 } ?? 0
    let answer = authoritativeAnswer(
      question,
      from: resolver.client,
      number: number,
      explaining: false
    )
    let noAuthority = answer.code == .refused
    return CachedAnswer(
      question: question,
      code: noAuthority ? .servFail : answer.code,
      records: answer.records,
      authority: answer.authority,
      fetchedAt: now,
      ttl: answer.ttl ?? answer.negativeTTL ?? 0,
      number: number,
      chance: answer.chance
    )
  }

  /// What a resolver holds of a question and may still use.
  func cached(_ question: Question, at resolver: Resolver) -> CachedAnswer? {
    guard rules.honoursTTL, let entry = resolver.entry(question), entry.ttl > 0 else { return nil }
    if resolver.isBusy { return refilled(entry, of: resolver, through: now) }
    return now < entry.expires ? entry : nil
  }

  /// What a busy resolver's entry is after the fetches of its grid through a moment.
  ///
  /// While the authority answers as it did, a fetch changes only when it was made; of an answer
  /// that is left to chance each is another draw, and may have another TTL.
  private func refilled(
    _ entry: CachedAnswer,
    of resolver: Resolver,
    through moment: Instant
  ) -> CachedAnswer {
    let life = Int64(entry.ttl) * .second
    guard entry.chance == .choice, entry.staleBecause == nil else {
      let periods = (moment - entry.fetchedAt).quotientFloored(by: life)
      return entry.fetched(at: entry.fetchedAt + periods * life)
    }
    var entry = entry
    while entry.ttl > 0, entry.expires <= moment {
      entry = fetched(entry.question, by: resolver, number: entry.number + 1)
        .fetched(at: entry.expires)
    }
    return entry
  }

  /// Carries out the fetches that busy resolvers made before this moment, as far as chance had a
  /// say in them: afterwards the authority may answer otherwise.
  mutating func settleDrawnAnswers() {
    for index in resolvers.indices where resolvers[index].isBusy && rules.honoursTTL {
      for place in resolvers[index].cache.indices {
        let entry = resolvers[index].cache[place]
        guard entry.chance == .choice, entry.staleBecause == nil else { continue }
        let before = Instant(milliseconds: now.milliseconds - 1)
        resolvers[index].cache[place] = refilled(entry, of: resolvers[index], through: before)
      }
    }
  }

  /// What a resolver would say now, without asking it: its cache, or a fresh answer.
  public func resolved(_ question: Question, by name: String) -> CachedAnswer? {
    guard let resolver = resolver(name) else { return nil }
    return cached(question, at: resolver) ?? fetched(question, by: resolver)
  }

  /// Whether a change to a name's records is accepted but not yet answered.
  public func pendingChanges(of name: DomainName) -> [PendingChange] {
    hostedZones.filter { name.isWithin($0.name) }.flatMap(\.pending)
  }
}

extension Seed {
  /// The chance in an answer: the same for the same question, client and number of the query.
  func draw(_ question: Question, from client: AddressBlock, _ number: Int) -> UInt64 {
    var print = Fingerprint()
    print.add(question.type.rawValue)
    print.add(client)
    return draw(
      .answerChoice,
      question.name.hash,
      print.word,
      UInt64(truncatingIfNeeded: number)
    )
  }
}
