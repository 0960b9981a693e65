import DNS

/// The choice among the record sets of one name and type.
struct Choosing {
  let rules: AnsweringRules
  private let sets: [ResourceRecordSet]
  private let healths: [CandidateHealth]

  init(
    sets: [ResourceRecordSet],
    rules: AnsweringRules,
    health: (HealthCheckID) -> HealthStatus?
  ) {
    self.rules = rules
    self.sets = sets
    healths = sets.map { set in
      guard let id = set.healthCheckID else { return .noHealthCheck }
      return health(id).map { .status($0) } ?? .unknownCheck
    }
  }

  /// A record set that was chosen, by which rule, and what was said about health before.
  struct Choice {
    let chosen: ResourceRecordSet
    let rule: Rule
    let considered: [Candidate]
    let notes: [Rule: [Candidate]]

    func reasons(at name: DomainName) -> [Reason] {
      let noted = Rule.allCases.compactMap { rule in
        notes[rule].map { Reason(rule, name, among: $0) }
      }
      return noted + [Reason(rule, name, among: considered)]
    }
  }

  /// One record set without a policy: health has no say (`DG:routing-policy-simple`).
  func simple(_ set: ResourceRecordSet) -> Choice {
    choice(of: set, by: .simpleAnswersAll, notes: [:])
  }

  /// The primary while it is healthy, else the secondary while that is, else the primary
  /// (`M:ResourceRecordSet.Failover`); `otherwise` is the only one when one is missing.
  func failover(otherwise only: ResourceRecordSet) -> Choice {
    guard let primary = sets.firstIndex(where: { $0.failoverRole == .primary }),
      let secondary = sets.firstIndex(where: { $0.failoverRole == .secondary })
    else { return choice(of: only, by: .onlyOne, notes: notes(of: sets.indices)) }
    guard !isHealthy(primary) else {
      return choice(of: sets[primary], by: .primaryHealthy, notes: notes(of: [primary]))
    }
    return isHealthy(secondary)
      ? choice(
        of: sets[secondary],
        by: .primaryUnhealthySecondaryHealthy,
        notes: notes(of: [secondary])
      )
      : choice(of: sets[primary], by: .bothUnhealthyPrimary, notes: notes(of: [secondary]))
  }
}

extension Choosing {
  private func isHealthy(_ index: Int) -> Bool {
    switch healths[index] {
    case .noHealthCheck: !isDoubted(index)
    case .status(let status): status == .healthy
    case .unknownCheck: Decisions.unknownCheckIsHealthy
    }
  }

  /// Whether the misconception of a lesson applies to the record set.
  private func isDoubted(_ index: Int) -> Bool {
    rules.secondaryNeedsCheck && sets[index].failoverRole == .secondary
  }

  private func choice(
    of chosen: ResourceRecordSet,
    by rule: Rule,
    notes: [Rule: [Candidate]]
  ) -> Choice {
    let considered = sets.indices.map { index in
      candidate(index, eliminated: sets[index].key == chosen.key ? nil : rule)
    }
    return Choice(chosen: chosen, rule: rule, considered: considered, notes: notes)
  }

  /// What must be said about the health of record sets whose check cannot be asked.
  private func notes(of indices: some Sequence<Int>) -> [Rule: [Candidate]] {
    var notes: [Rule: [Candidate]] = [:]
    for index in indices {
      guard let rule = note(of: index) else { continue }
      notes[rule, default: []].append(candidate(index, eliminated: nil))
    }
    return notes
  }

  private func note(of index: Int) -> Rule? {
    switch healths[index] {
    case .noHealthCheck:
      isDoubted(index) ? .secondaryWithoutCheckIsUnhealthy : .noHealthCheckIsHealthy
    case .status: nil
    case .unknownCheck: .unknownCheckIsHealthy
    }
  }

  private func candidate(_ index: Int, eliminated: Rule?) -> Candidate {
    let set = sets[index]
    return Candidate(
      key: set.key,
      routing: set.routing,
      healthCheckID: set.healthCheckID,
      health: healths[index],
      eliminated: eliminated
    )
  }
}
