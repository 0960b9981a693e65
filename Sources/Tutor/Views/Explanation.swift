import CafeWorld
import DNS
import Route53
import Terminal

/// Why an answer is what it is, rule by rule, and how long until it could be another.
struct Explanation {
  let question: Question
  let world: World
  let events: [Event]
  let display: Display
  private let answer: Answer

  init(of question: Question, in world: World, events: [Event], on display: Display) {
    self.question = question
    self.world = world
    self.events = events
    self.display = display
    answer = world.authoritativeAnswer(question)
  }

  var text: Styled {
    var sheet = Sheet(on: display)
    sheet.say(summary)
    sheet.heading("Why, rule by rule")
    for (index, reason) in answer.reasons.enumerated() {
      sheet.say(
        "\(index + 1). \(sentence(for: reason)) \(source(of: reason.rule))",
        hanging: 3
      )
      if reason.rule.choosesAmongSets { candidates(of: reason, into: &sheet) }
    }
    Outlook(of: answer, in: world).tell(into: &sheet)
    return sheet.text
  }

  /// `www.cafe.example A is answered with 34.210.10.17 (CafeInstance1), TTL 15 s, since 08:00:40.`.
  private var summary: Styled {
    let name = Styled("\(question.name.shown) \(question.type.rawValue)", .strong)
    let values = answer.records.filter { $0.type == question.type }.map(\.data)
    guard !values.isEmpty else {
      let meaning = Styled(answer.code.meaning(isEmpty: true), .warning)
      return "\(name) has no answer: \(meaning)\(since)."
    }
    let leads = values.map(world.described).joined(separator: ", ")
    return "\(name) is answered with \(leads, .value), TTL \(answer.ttl ?? 0) s\(since)."
  }

  private var since: Styled {
    guard question.type == .a else { return Styled() }
    let history = AnswerHistory(of: question, in: world, events: events)
    guard let last = history.stretches.last, last.from.milliseconds > 0,
      last.addresses == answer.addresses
    else { return Styled() }
    return ", since \(last.from.clock(seenFrom: world.now))"
  }

  private func source(of rule: Rule) -> Styled { Styled("[\(rule.sourceWords)]", .quiet) }

  private func sentence(for reason: Reason) -> String {
    let name = reason.name.shown
    let other = reason.other?.shown ?? ""
    switch reason.rule {
    case .noZone: return "No hosted zone holds \(name), so Route 53 has nothing to say about it."
    case .zoneChosen:
      return "The hosted zone \(other) is the closest one around \(name), so its name servers "
        + "answer."
    case .delegated:
      return "From \(other) on, other name servers are in charge: the answer names them."
    case .nameExists: return "The name \(name) exists in the zone."
    case .wildcard: return "\(name) itself does not exist, but the wildcard \(other) covers it."
    case .nxDomain:
      return "\(name) does not exist, and no wildcard covers it. The closest name that does is "
        + "\(other). The answer is NXDOMAIN: no such name."
    case .noData:
      return "The name exists, but has no \(question.type.rawValue) record. The answer is empty, "
        + "which is called NODATA."
    case .cnameFollowed:
      return "\(name) is another name (CNAME) of \(other): the search goes on there."
    case .cnameLeavesZone:
      return "\(name) lies outside this zone: whoever asked looks it up elsewhere."
    case .cnameLoop: return "The names point back at each other at \(name): there is no end to it."
    case .cnameChainTooLong:
      return "Too many names point to one another; the search ends at \(name)."
    case .simpleAnswersAll, .primaryHealthy, .primaryUnhealthySecondaryHealthy,
      .bothUnhealthyPrimary, .onlyOne, .noHealthCheckIsHealthy, .unknownCheckIsHealthy,
      .secondaryWithoutCheckIsUnhealthy:
      return choice(of: reason)
    }
  }

  /// The rules that choose among record sets.
  private func choice(of reason: Reason) -> String {
    let sets = listed(reason.candidates.map(\.label))
    switch reason.rule {
    case .simpleAnswersAll:
      return "A simple record answers with all its values, whether their servers are well or not."
    case .primaryHealthy:
      return "Failover routing: while the primary is healthy, it answers and nobody else does."
    case .primaryUnhealthySecondaryHealthy:
      return "Failover routing: the primary is unhealthy and the secondary is healthy, so the "
        + "secondary answers."
    case .bothUnhealthyPrimary:
      return "Failover routing: both are unhealthy. An answer that may work is better than none, "
        + "so the primary answers."
    case .onlyOne:
      return "Only one of the failover pair exists, so it answers whatever its health."
    case .noHealthCheckIsHealthy:
      return "\(sets) has no health check, so Route 53 takes it for healthy."
    case .unknownCheckIsHealthy:
      return "\(sets) listens to a health check that does not exist any more. Amazon does not say "
        + "what happens then; here it counts as healthy."
    case .secondaryWithoutCheckIsUnhealthy:
      return "\(sets) has no health check, and in this changed world that makes it unhealthy."
    default: return ""
    }
  }

  private func candidates(of reason: Reason, into sheet: inout Sheet) {
    let zone = answer.zone.flatMap { world.hostedZone($0) }
    for candidate in reason.candidates {
      let values = zone?.served[candidate.key]?.values ?? []
      let isChosen = candidate.eliminated == nil
      var line = sheet.mark(isChosen ? .done : .open)
      line += Styled(candidate.label, .strong)
      if let role = candidate.role { line += ", \(role.word)" }
      line += ": \(values.map(world.described).joined(separator: ", "))"
      line += "; " + health(of: candidate) + "; "
      line += isChosen ? Styled("chosen", .good) : Styled(ruledOut(candidate), .quiet)
      sheet.say(line, indent: 3)
    }
  }

  private func health(of candidate: Candidate) -> Styled {
    switch candidate.health {
    case .noHealthCheck: return "no health check"
    case .unknownCheck: return Styled("its health check is gone", .warning)
    case .status(let status):
      guard let check = candidate.healthCheckID.flatMap({ world.healthCheck($0) }) else {
        return status.styled
      }
      return "\(check.title) is \(status.styled), \(world.standing(of: check))"
    }
  }

  private func ruledOut(_ candidate: Candidate) -> String {
    switch candidate.eliminated {
    case .primaryHealthy: "waits while the primary is healthy"
    case .primaryUnhealthySecondaryHealthy: "ruled out: unhealthy"
    case .bothUnhealthyPrimary: "ruled out: unhealthy as well"
    default: "not chosen"
    }
  }
}

extension Candidate {
  /// What people call it: its set identifier or its name and type.
  fileprivate var label: String { key.setIdentifier ?? key.title }
}

extension ResponseCode {
  /// What a code means, in words.
  func meaning(isEmpty: Bool) -> String {
    switch self {
    case .noError: isEmpty ? "NODATA, the name has no record of this type" : "NOERROR, an answer"
    case .nxDomain: "NXDOMAIN, there is no such name"
    case .servFail: "SERVFAIL, no name server could answer"
    case .refused: "REFUSED, no hosted zone holds it"
    }
  }
}

extension Rule {
  /// Whether the rule picks one of several record sets.
  fileprivate var choosesAmongSets: Bool {
    switch self {
    case .simpleAnswersAll, .primaryHealthy, .primaryUnhealthySecondaryHealthy,
      .bothUnhealthyPrimary, .onlyOne:
      true
    default: false
    }
  }

  /// Where the rule is written, for somebody who wants to look it up.
  var sourceWords: String {
    let parts = source.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return source }
    switch parts[0] {
    case "DG": return "Developer Guide: \(parts[1])"
    case "M": return "API Reference: \(parts[1])"
    case "DER": return "follows from the Developer Guide"
    default: return "a decision of this simulator"
    }
  }
}
