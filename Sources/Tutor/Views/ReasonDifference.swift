import CafeWorld
import DNS
import Route53
import Terminal

/// Where the reasons for an answer part in two worlds.
struct ReasonDifference {
  /// The first rule that decided otherwise; in a world without it the decisions end before.
  let before: Reason?
  let after: Reason?
  private let type: RecordType

  /// Nil when the same rules chose the same record sets.
  init?(_ question: Question, from client: AddressBlock? = nil, in one: World, and other: World) {
    let (left, right) = (
      Self.decisions(one.authoritativeAnswer(question, from: client).reasons),
      Self.decisions(other.authoritativeAnswer(question, from: client).reasons)
    )
    let shared = zip(left, right).prefix { $0.decides(like: $1) }.count
    guard shared < max(left.count, right.count) else { return nil }
    before = left.dropFirst(shared).first
    after = right.dropFirst(shared).first
    type = question.type
  }

  /// What decided before and after, and whose health turned, a line each.
  var lines: [Styled] {
    var lines: [Styled] = []
    if let before { lines.append("before: " + Styled(before.sentence(type: type), .quiet)) }
    if let after { lines.append("after: " + Styled(after.sentence(type: type))) }
    return lines + turns
  }

  /// The record sets that both looked at and whose health is not the same.
  private var turns: [Styled] {
    (before?.candidates ?? []).compactMap { old in
      guard let new = after?.candidates.first(where: { $0.key == old.key }),
        new.isHealthy != old.isHealthy
      else { return nil }
      let (from, to) = (old.isHealthy.status, new.isHealthy.status)
      return "\(old.label): " + Styled(from.rawValue, .quiet) + " → \(to.styled)"
    }
  }

  /// The rules that chose or ended the search, in their order, those behind aliases among them.
  private static func decisions(_ reasons: [Reason]) -> [Reason] {
    reasons.flatMap { reason in
      (reason.rule.choosesAmongSets || reason.rule.endsSearch ? [reason] : [])
        + reason.candidates.flatMap { decisions($0.branch) }
    }
  }
}

extension Reason {
  /// Whether another reason is the same rule with the same outcome.
  fileprivate func decides(like other: Reason) -> Bool {
    func chosen(_ reason: Reason) -> [RecordSetKey] {
      reason.candidates.filter { $0.eliminated == nil }.map(\.key)
    }
    return rule == other.rule && name == other.name && self.other == other.other
      && chosen(self) == chosen(other)
  }
}

extension Rule {
  fileprivate var endsSearch: Bool {
    switch self {
    case .noZone, .delegated, .nxDomain, .noData, .cnameLeavesZone, .cnameLoop, .cnameChainTooLong,
      .aliasToResource, .aliasTargetMissing, .aliasLoop, .aliasChainTooLong:
      true
    default: false
    }
  }
}

extension Bool {
  fileprivate var status: HealthStatus { self ? .healthy : .unhealthy }
}
