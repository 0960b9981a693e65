import DNS

// The reasons of a choice, as data.
extension Answering {
  /// Adds what was chosen and why: first what health meant, then the rule of the policy.
  mutating func explain(
    _ choice: Choice,
    _ group: Group,
    at name: DomainName
  ) {
    let sets = group.sets
    var candidates: [Candidate] = []
    for index in sets.indices {
      let isChosen = isTaken(index, choice)
      let finding = finding(sets[index], depth: group.depth, isChosen: isChosen)
      let measure = choice.measures.isEmpty ? nil : choice.measures[index - sets.startIndex]
      candidates.append(
        Candidate(
          key: sets[index].key,
          routing: sets[index].routing,
          alias: sets[index].alias,
          finding: finding,
          measure: measure,
          eliminated: isChosen ? nil : elimination(index, finding, measure, choice),
          branch: []
        )
      )
    }
    for (rule, among) in notes(choice, candidates) {
      answer.reasons.append(Reason(rule, name, among: among))
    }
    answer.reasons.append(Reason(choice.rule, name, among: candidates))
  }

  private func isTaken(_ index: Int, _ choice: Choice) -> Bool {
    index == choice.chosen || choice.others.prefix(Self.multivalueMost - 1).contains(index)
  }

  /// By which rule a record set is not the answer.
  private func elimination(
    _ index: Int,
    _ finding: Finding,
    _ measure: Measure?,
    _ choice: Choice
  ) -> Rule {
    guard choice.ranked?.contains(index) ?? true else { return .otherAreaOrBlock }
    switch choice.rule {
    case .primaryHealthy, .primaryUnhealthySecondaryHealthy, .bothUnhealthyPrimary:
      return choice.rule
    default: break
    }
    guard finding.isHealthy || choice.isDesperate else { return .unhealthyIsPassedOver }
    switch choice.rule {
    case .weightedDraw:
      return measure == .share(parts: 0, total: choice.total) ? .zeroWeightWaits : .notDrawn
    case .zeroWeightsTakeOver, .allWeightsZero, .upToEightHealthy: return .notDrawn
    default: return choice.rule
    }
  }

  /// What must be said about health before the rule that decided.
  private func notes(
    _ choice: Choice,
    _ candidates: [Candidate]
  ) -> [(Rule, [Candidate])] {
    var notes: [(Rule, [Candidate])] = []
    for rule in [
      Rule.noHealthCheckIsHealthy, .unknownCheckIsHealthy, .secondaryWithoutCheckIsUnhealthy,
    ] {
      let among = candidates.filter { heeds($0, choice) && note(on: $0) == rule }
      if !among.isEmpty { notes.append((rule, among)) }
    }
    if choice.isDesperate {
      let among = candidates.filter { $0.eliminated != .otherAreaOrBlock }
      notes.append((.allUnhealthyCountAsHealthy, among))
    }
    return notes
  }

  /// Whether the health of a record set was asked for.
  private func heeds(_ candidate: Candidate, _ choice: Choice) -> Bool {
    switch choice.rule {
    case .simpleAnswersAll, .noAreaHoldsClient, .noBlockHoldsClient: false
    case .primaryHealthy: candidate.role == .primary
    case .primaryUnhealthySecondaryHealthy, .bothUnhealthyPrimary: candidate.role == .secondary
    default: candidate.eliminated != .otherAreaOrBlock
    }
  }

  private func note(on candidate: Candidate) -> Rule? {
    switch candidate.health {
    case .status: nil
    case .unknownCheck: .unknownCheckIsHealthy
    case .noHealthCheck:
      if candidate.alias?.evaluatesTargetHealth ?? false {
        nil
      } else if rules.secondaryNeedsCheck, candidate.role == .secondary {
        .secondaryWithoutCheckIsUnhealthy
      } else {
        .noHealthCheckIsHealthy
      }
    }
  }

  /// Puts what was found behind a chosen alias under it, in the last of the reasons so far.
  mutating func graft(_ branch: [Reason], onto reasons: [Reason]) {
    answer.reasons = reasons
    guard let last = answer.reasons.indices.last,
      let index = answer.reasons[last].candidates.firstIndex(where: { $0.eliminated == nil })
    else { return }
    answer.reasons[last].candidates[index].branch = branch
  }
}
