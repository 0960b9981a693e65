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

  /// One checker's latest observation, as GetHealthCheckStatus and
  /// GetHealthCheckLastFailureReason list them.
  public func observations(
    of check: HealthCheck,
    failedOnly: Bool = false
  ) -> [(site: CheckerSite, result: ProbeResult?)] {
    zip(HealthRules.sites, check.checkers).map { site, checker in
      (site, checker.lastResult(by: now, failedOnly: failedOnly))
    }
  }

  /// When a check's status changes next if nothing else happens; nil: not within `horizon`.
  public func nextTurn(of id: HealthCheckID, within horizon: Milliseconds = .hour) -> Instant? {
    guard let status = checks[id]?.status else { return nil }
    var future = self
    _ = future.unfold(until: now + horizon) { $0.checks[id]?.status != status }
    return future.checks[id]?.status == status ? nil : future.now
  }

  /// When the name servers would use another status of a check, if its endpoint changed its ways at
  /// this moment: went silent while healthy, or came back while unhealthy.
  ///
  /// Played out on a copy.
  public func soonestServedTurn(of id: HealthCheckID) -> Instant? {
    guard let check = checks[id], let address = check.settings.address else { return nil }
    var future = self
    if check.servedStatus == .healthy {
      for index in future.instances.indices
      where future.instances[index].publicAddress == address {
        future.instances[index].hasPower = false
      }
    } else {
      future.mend(address)
    }
    future.probeAgain()
    let end = now + .hour
    _ = future.unfold(until: end) { $0.checks[id]?.servedStatus != check.servedStatus }
    return future.checks[id]?.servedStatus == check.servedStatus ? nil : future.now
  }

  /// Makes whoever has an address answer as if nothing had ever been wrong.
  private mutating func mend(_ address: IPv4Address) {
    for index in instances.indices where instances[index].publicAddress == address {
      instances[index].hasPower = true
      instances[index].faults = []
      instances[index].service = .answering
      zoneOutages.removeAll { $0 == instances[index].zone }
    }
    cutOffs.removeAll { $0.address == address }
  }

  /// Whether a change to a name's records is accepted but not yet answered.
  public func pendingChanges(of name: DomainName) -> [PendingChange] {
    hostedZones.filter { name.isWithin($0.name) }.flatMap(\.pending)
  }
}
