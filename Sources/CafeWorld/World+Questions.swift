public import DNS
import OrderedCollections
public import Route53

extension World {
  /// What Route 53's name servers answer at this moment.
  public func authoritativeAnswer(_ question: Question) -> Answer {
    answer(
      question,
      in: hostedZones,
      health: { checks[$0]?.servedStatus },
      rules: AnsweringRules(secondaryNeedsCheck: rules.secondaryNeedsCheck),
      draw: 0
    )
  }

  /// What a resolver gets when it asks the authority now.
  func fetched(_ question: Question) -> CachedAnswer {
    let answer = authoritativeAnswer(question)
    let noAuthority = answer.code == .refused
    return CachedAnswer(
      question: question,
      code: noAuthority ? .servFail : answer.code,
      records: answer.records,
      authority: answer.authority,
      fetchedAt: now,
      ttl: answer.ttl ?? answer.negativeTTL ?? 0
    )
  }

  /// What a resolver holds of a question and may still use.
  func cached(_ question: Question, at resolver: Resolver) -> CachedAnswer? {
    guard rules.honoursTTL, let entry = resolver.entry(question), entry.ttl > 0 else { return nil }
    if resolver.isBusy {
      let life = Int64(entry.ttl) * .second
      let fetched = entry.fetchedAt + (now - entry.fetchedAt).quotientFloored(by: life) * life
      return CachedAnswer(
        question: question,
        code: entry.code,
        records: entry.records,
        authority: entry.authority,
        fetchedAt: fetched,
        ttl: entry.ttl
      )
    }
    return now < entry.expires ? entry : nil
  }

  /// What a resolver would say now, without asking it: its cache, or a fresh answer.
  public func resolved(_ question: Question, by name: String) -> CachedAnswer? {
    guard let resolver = resolver(name) else { return nil }
    return cached(question, at: resolver) ?? fetched(question)
  }

  /// Whether a change to a name's records is accepted but not yet answered.
  public func pendingChanges(of name: DomainName) -> [PendingChange] {
    hostedZones.filter { name.isWithin($0.name) }.flatMap(\.pending)
  }
}
