import DNS
import Route53

// What a rule did, as a sentence for a learner.
extension Reason {
  func sentence(type: RecordType) -> String {
    let name = name.shown
    let other = other?.shown ?? ""
    switch rule {
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
      return "The name exists, but has no \(type.rawValue) record. The answer is empty, "
        + "which is called NODATA."
    case .cnameFollowed:
      return "\(name) is another name (CNAME) of \(other): the search goes on there."
    case .cnameLeavesZone:
      return "\(name) lies outside this zone: whoever asked looks it up elsewhere."
    case .cnameLoop: return "The names point back at each other at \(name): there is no end to it."
    case .cnameChainTooLong:
      return "Too many names point to one another; the search ends at \(name)."
    case .aliasFollowed: return "The alias leads to \(other), where the choice goes on."
    case .aliasToResource:
      return "The alias leads to the AWS resource \(other): its addresses are the answer."
    case .aliasTargetMissing:
      return "The alias leads to \(other), which does not exist. The answer is empty, which is "
        + "called NODATA."
    case .aliasLoop: return "The aliases lead back to \(name): there is no end to it."
    case .aliasChainTooLong:
      return "Too many aliases lead to one another; the search ends at \(name)."
    default: return choice
    }
  }

  /// The rules that are about record sets.
  private var choice: String {
    let sets = listed(candidates.map(\.label))
    let isOne = candidates.count == 1
    switch rule {
    case .noHealthCheckIsHealthy:
      let isAlias = candidates.allSatisfy { $0.alias != nil }
      return "\(sets) \(isOne ? "has" : "have") no health check\(isAlias ? Self.unevaluated : ""), "
        + "so Route 53 takes \(isOne ? "it" : "them") for healthy."
    case .unknownCheckIsHealthy:
      return "\(sets) \(isOne ? "listens" : "listen") to a health check that does not exist any "
        + "more. Amazon does not say what happens then; here it counts as healthy."
    case .secondaryWithoutCheckIsUnhealthy:
      return "\(sets) has no health check, and in this changed world that makes it unhealthy."
    case .allUnhealthyCountAsHealthy:
      return "None is healthy. An answer that may work is better than none, so "
        + "\(isOne ? "\(sets) counts" : "all of them count") as healthy."
    case .primaryHealthy, .primaryUnhealthySecondaryHealthy, .bothUnhealthyPrimary, .onlyOne:
      return failover
    default: return policy
    }
  }

  private static let unevaluated = " and EvaluateTargetHealth off"

  private var failover: String {
    switch rule {
    case .primaryHealthy:
      "Failover routing: while the primary is healthy, it answers and nobody else does."
    case .primaryUnhealthySecondaryHealthy:
      "Failover routing: the primary is unhealthy and the secondary is healthy, so the "
        + "secondary answers."
    case .bothUnhealthyPrimary:
      "Failover routing: both are unhealthy. An answer that may work is better than none, "
        + "so the primary answers."
    default: "Only one of the failover pair exists, so it answers whatever its health."
    }
  }

  private var policy: String {
    switch rule {
    case .simpleAnswersAll:
      "A simple record answers with all its values, whether their servers are well or not."
    case .weightedDraw:
      "Weighted routing: chance decides, in proportion to the weights of the healthy records."
    case .zeroWeightsTakeOver:
      "Weighted routing: whatever has a weight is unhealthy, so the healthy records of weight 0 "
        + "answer, each as often as the others."
    case .allWeightsZero:
      "Weighted routing: every weight is 0, so each healthy record answers as often as the others."
    case .lowestLatency:
      "Latency routing: the healthy record whose region the client reaches soonest answers."
    case .smallestArea:
      "Geolocation routing: of the areas that hold the client, the smallest one with a healthy "
        + "record answers."
    case .noAreaHoldsClient:
      "Geolocation routing: no record is for this client, and there is no default record. The "
        + "answer is empty, which is called NODATA."
    case .mostSpecificBlock:
      "IP-based routing: of the blocks that hold the client, the longest one with a healthy record "
        + "answers; * is for everybody else."
    case .noBlockHoldsClient:
      "IP-based routing: no block holds this client, and there is no record for *. The answer is "
        + "empty, which is called NODATA."
    case .nearestAfterBias:
      "Geoproximity routing: the healthy record that is nearest answers, after its bias."
    case .upToEightHealthy:
      "Multivalue answer routing: every healthy record answers, eight at most, in an order that "
        + "chance decides."
    default: ""
    }
  }
}

extension Candidate {
  var label: String { key.label }

  /// What its policy knows of it: `primary`, `weight 10, 1 of 3 queries`, `us-east-1, 53 ms away`.
  var rank: String? {
    switch routing {
    case .simple, .multivalue: nil
    case .failover(let role): role.word
    case .weighted(let weight): "weight \(weight)" + (measure.map { ", \($0.words)" } ?? "")
    case .latency(let region): region + (measure.map { ", \($0.words)" } ?? "")
    case .geolocation(let area): area.description
    case .geoproximity(let place): place.description + (measure.map { ", \($0.words)" } ?? "")
    case .ipBased(let location):
      location.location == CidrLocation.anywhere
        ? "* (any other address)"
        : "location \(location.location)" + (measure.map { ", \($0.words)" } ?? "")
    }
  }

  /// The same without what the label says already, as where the set identifier is the region.
  var rankBesideLabel: String? {
    guard let rank, rank != label else { return nil }
    let said = label + ", "
    return rank.hasPrefix(said) ? String(rank.dropFirst(said.count)) : rank
  }

  /// Why it is not the answer.
  var ruledOut: String {
    switch eliminated {
    case .primaryHealthy: "waits while the primary is healthy"
    case .primaryUnhealthySecondaryHealthy, .unhealthyIsPassedOver: "ruled out: unhealthy"
    case .bothUnhealthyPrimary: "ruled out: unhealthy as well"
    case .zeroWeightWaits: "waits: its weight is 0"
    case .notDrawn: "not drawn this time"
    case .otherAreaOrBlock: "ruled out: for other clients"
    case .lowestLatency: "waits: takes longer"
    case .smallestArea: "waits: a larger area"
    case .mostSpecificBlock: "waits: a wider block"
    case .nearestAfterBias: "waits: farther away"
    default: "not chosen"
    }
  }
}

extension Measure {
  fileprivate var words: String {
    switch self {
    case .share(0, _): "no queries"
    case .share(let parts, let total) where parts == total: "all queries"
    case .share(let parts, let total):
      "\(parts) of \(total) queries (\(percentage(parts, of: total) ?? ""))"
    case .milliseconds(let time): "\(time) ms away"
    case .metres(let distance, let biased) where distance == biased:
      "\(kilometres(distance)) away"
    case .metres(let distance, let biased):
      "\(kilometres(distance)) away, counts as \(kilometres(biased))"
    case .blockLength(let length): "a /\(length)"
    }
  }

  private func kilometres(_ metres: Int) -> String { "\((metres + 500) / 1_000) km" }
}

extension Rule {
  /// Whether the rule picks among record sets.
  var choosesAmongSets: Bool {
    switch self {
    case .simpleAnswersAll, .primaryHealthy, .primaryUnhealthySecondaryHealthy,
      .bothUnhealthyPrimary, .onlyOne, .weightedDraw, .zeroWeightsTakeOver, .allWeightsZero,
      .lowestLatency, .smallestArea, .noAreaHoldsClient, .mostSpecificBlock, .noBlockHoldsClient,
      .nearestAfterBias, .upToEightHealthy:
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

extension Answer {
  /// Whether a policy on the way asked where the client is.
  var asksForClient: Bool { reasons.contains(where: \.asksForClient) }
}

extension Reason {
  fileprivate var asksForClient: Bool {
    candidates.contains { candidate in
      switch candidate.routing {
      case .latency, .geolocation, .geoproximity, .ipBased: true
      case .simple, .failover, .weighted, .multivalue:
        candidate.branch.contains(where: \.asksForClient)
      }
    }
  }
}
