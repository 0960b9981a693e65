import CafeWorld
import DNS
import Route53
import Terminal

/// The reasons of an answer as a tree: the rules in their order, under each the record sets that it
/// looked at, under an alias what was found behind it.
struct ReasonTree {
  let answer: Answer
  let world: World

  init(of answer: Answer, in world: World) {
    self.answer = answer
    self.world = world
  }

  func tell(into sheet: inout Sheet) {
    for (index, reason) in answer.reasons.enumerated() {
      sheet.say("\(index + 1). \(sentence(reason)) \(source(of: reason.rule))", hanging: 3)
      if reason.rule.choosesAmongSets { candidates(of: reason, at: 3, into: &sheet) }
    }
  }

  private func sentence(_ reason: Reason) -> String {
    reason.sentence(type: answer.question.type)
  }

  private func source(of rule: Rule) -> Styled { Styled("[\(rule.sourceWords)]", .quiet) }

  private func candidates(of reason: Reason, at indent: Int, into sheet: inout Sheet) {
    for candidate in reason.candidates {
      let isChosen = candidate.eliminated == nil
      var line = sheet.mark(isChosen ? .done : .open)
      line += Styled(candidate.label, .strong)
      if let rank = candidate.rankBesideLabel { line += ", \(rank)" }
      line += ": \(content(of: candidate)); "
      line += health(of: candidate.finding) + "; "
      line += isChosen ? Styled("chosen", .good) : Styled(candidate.ruledOut, .quiet)
      sheet.say(line, indent: indent)
      if case .group(_, let members) = candidate.finding.target {
        for member in members { tell(member, at: indent + 2, into: &sheet) }
      }
      branch(candidate.branch, at: indent + 2, into: &sheet)
    }
  }

  /// What was found behind a chosen alias.
  private func branch(_ reasons: [Reason], at indent: Int, into sheet: inout Sheet) {
    for reason in reasons {
      let arrow = sheet.display.linear ? "" : sheet.display.unicode ? "→ " : "> "
      sheet.say("\(arrow)\(sentence(reason)) \(source(of: reason.rule))", indent: indent)
      if reason.rule.choosesAmongSets { candidates(of: reason, at: indent + 2, into: &sheet) }
    }
  }

  /// A record set on whose health that of an alias rests.
  private func tell(_ finding: Finding, at indent: Int, into sheet: inout Sheet) {
    let line = sheet.mark(finding.isHealthy ? .done : .failed) + Styled(finding.key.label, .strong)
    sheet.say(line + ": " + health(of: finding), indent: indent)
    if case .group(_, let members) = finding.target {
      for member in members { tell(member, at: indent + 2, into: &sheet) }
    }
  }

  private func content(of candidate: Candidate) -> String {
    if let alias = candidate.alias { return "alias of \(alias.name.shown)" }
    let zone = answer.zone.flatMap { world.hostedZone($0) }
    let values = zone?.served[candidate.key]?.values ?? []
    return values.map(world.described).joined(separator: ", ")
  }

  /// What its own check says, and what its target's health does to it.
  private func health(of finding: Finding) -> Styled {
    guard let target = targetHealth(of: finding) else { return check(of: finding) }
    if case .noHealthCheck = finding.health { return target }
    return check(of: finding) + ", " + target
  }

  private func check(of finding: Finding) -> Styled {
    switch finding.health {
    case .noHealthCheck: return "no health check"
    case .unknownCheck: return Styled("its health check is gone", .warning)
    case .status(let status):
      guard let check = finding.healthCheckID.flatMap({ world.healthCheck($0) }) else {
        return status.styled
      }
      let standing = world.standing(of: check)
      guard check.status != status else { return "\(check.title) is \(status.styled), \(standing)" }
      return "the name servers still take \(check.title) for \(status.styled), though it is "
        + "\(check.status.styled) (\(standing))"
    }
  }

  private func targetHealth(of finding: Finding) -> Styled? {
    switch finding.target {
    case nil: nil
    case .notEvaluated: "EvaluateTargetHealth is off: its target's health has no say"
    case .group(let isHealthy, _): "its target is \(isHealthy.health.styled)"
    case .mentioned(let isHealthy): "its target, looked at above, is \(isHealthy.health.styled)"
    case .resource(_, let isHealthy?): "the resource is \(isHealthy.health.styled)"
    case .resource(_, nil): Styled("there is no such resource", .warning)
    case .tooDeep: Styled("its target lies too deep to be looked at", .warning)
    }
  }
}

extension Bool {
  fileprivate var health: HealthStatus { self ? .healthy : .unhealthy }
}

extension RecordSetKey {
  /// What people call it: its set identifier or its name and type.
  var label: String { setIdentifier ?? title }
}
