public import DNS

/// What the zone with the longest matching name answers, from the state that its servers have.
///
/// Among zones of one name the first answers. `client` is the client's subnet if the resolver sends
/// it along (EDNS0), else the resolver's own address (`DG:routing-policy-edns0`). `draw` decides
/// what is left to chance, which record sets and in which order; the same draw gives the same
/// answer. Only if `explaining` does the answer come with its reasons. With `isOtherType` the
/// client asked for a type that no record set can have, and the question's type does not count.
public func answer(
  _ question: Question,
  for client: AddressBlock,
  in zones: [HostedZone],
  knowing knowledge: Knowledge,
  rules: AnsweringRules = AnsweringRules(),
  draw: UInt64,
  explaining: Bool = true,
  isOtherType: Bool = false
) -> Answer {
  guard let index = indexOfZone(around: question.name, in: zones) else {
    var answer = Answer(question: question, client: client)
    if explaining { answer.reasons.append(Reason(.noZone, question.name)) }
    return answer
  }
  var answering = Answering(
    question,
    zones,
    at: index,
    client: client,
    knowledge: knowledge,
    rules: rules,
    draw: draw,
    isExplaining: explaining,
    isOtherType: isOtherType
  )
  answering.run()
  return answering.finish()
}

private func indexOfZone(around name: DomainName, in zones: [HostedZone]) -> Int? {
  var best: Int?
  for index in zones.indices where !zones[index].isPrivate && name.isWithin(zones[index].name) {
    if let best, zones[best].name.octets.count >= zones[index].name.octets.count { continue }
    best = index
  }
  return best
}

/// One question on its way through one zone (RFC 1034 §4.3.2, RFC 4592 §3.3).
struct Answering: ~Copyable {
  let zone: HostedZoneID
  let apex: DomainName
  let served: RecordSets
  let knowledge: Knowledge
  let rules: AnsweringRules
  let isExplaining: Bool
  /// What is sought at the end of CNAMEs; nil: what no record set has.
  let type: RecordType?
  var answer: Answer
  var chance: SplitMix64
  var client: Client
  var lookout: Lookout
  /// The targets of the aliases that were followed from the present name.
  var path: [DomainName] = []

  init(
    _ question: Question,
    _ zones: [HostedZone],
    at index: Int,
    client: AddressBlock,
    knowledge: Knowledge,
    rules: AnsweringRules,
    draw: UInt64,
    isExplaining: Bool,
    isOtherType: Bool
  ) {
    zone = zones[index].id
    apex = zones[index].name
    served = zones[index].served
    self.knowledge = knowledge
    self.rules = rules
    self.isExplaining = isExplaining
    type = isOtherType ? nil : question.type
    self.client = Client(client)
    chance = SplitMix64(seed: draw)
    lookout = Lookout()
    answer = Answer(question: question, client: client)
    answer.code = .noError
    answer.zone = zone
    answer.isAuthoritative = true
    note(.zoneChosen, question.name, other: apex)
  }

  /// Looks at the name, then at the targets of CNAMEs as far as they stay in the zone.
  mutating func run() {
    var name = answer.question.name
    var visited: [DomainName] = []
    while let target = look(at: name) {
      visited.append(name)
      guard target.isWithin(apex) else {
        note(.cnameLeavesZone, target)
        return succeed()
      }
      guard !visited.contains(target) else { return fail(.cnameLoop, at: target) }
      guard visited.count <= Decisions.cnameChainMax else {
        return fail(.cnameChainTooLong, at: target)
      }
      name = target
    }
  }

  consuming func finish() -> Answer { answer }

  /// Ends the answer at this name, or returns the target of the CNAME that stands there.
  private mutating func look(at name: DomainName) -> DomainName? {
    if let servers = delegation(of: name) {
      refer(name, to: servers)
      return nil
    }
    guard let sets = owned(by: name) else { return nil }
    let group = type.map(sets.group) ?? []
    if !group.isEmpty {
      conclude(group, at: name)
      return nil
    }
    let aliases = sets.group(.cname)
    guard !aliases.isEmpty else {
      note(.noData, name)
      deny()
      return nil
    }
    guard conclude(aliases, at: name, isLast: false),
      case .cname(let target)? = answer.records.last?.data
    else { return nil }
    note(.cnameFollowed, name, other: target)
    return target
  }

  /// Answers from the record sets of one name and type.
  ///
  /// - Returns: whether there was something to answer.
  @discardableResult
  private mutating func conclude(
    _ group: ArraySlice<ResourceRecordSet>,
    at name: DomainName,
    isLast: Bool = true
  ) -> Bool {
    path = []
    switch resolve(Group(group, depth: Decisions.aliasDepthMax), as: name) {
    case .found:
      if isLast { succeed() }
      return true
    case .nothing: deny()
    case .endless(let rule, let place): fail(rule, at: place)
    }
    return false
  }

  /// The NS record set, below the apex, that hands the name to other name servers; the DS records
  /// beside it are this zone's own (RFC 4035 §3.1.4.1).
  private func delegation(of name: DomainName) -> ResourceRecordSet? {
    guard served.serverNameCount > 1 else { return nil }
    var cut: ResourceRecordSet?
    var place = name
    if type == .ds, name != apex, let parent = name.parent { place = parent }
    while place != apex, let parent = place.parent {
      cut = served.sets(name: place, type: .ns).first ?? cut
      place = parent
    }
    return cut
  }

  /// The record sets that stand for `name`: its own, or those of the wildcard below the closest
  /// name that exists (RFC 4592 §3.3.1); without one the answer is ended.
  private mutating func owned(by name: DomainName) -> [ResourceRecordSet]? {
    if let sets = served.found(at: name) {
      note(.nameExists, name)
      return sets
    }
    var encloser = name
    while served.found(at: encloser) == nil, let parent = encloser.parent { encloser = parent }
    let wildcard = encloser.wildcard
    guard let sets = served.found(at: wildcard) else {
      note(.nxDomain, name, other: encloser)
      answer.code = .nxDomain
      deny()
      return nil
    }
    note(.wildcard, name, other: wildcard)
    return sets
  }
}

// What an answer is made of.
extension Answering {
  /// Adds a rule to the reasons.
  mutating func note(_ rule: Rule, _ name: DomainName, other: DomainName? = nil) {
    if isExplaining { answer.reasons.append(Reason(rule, name, other: other)) }
  }

  private mutating func succeed() {
    guard type != .ns || answer.question.name != apex else { return }
    answer.authority = apexLines(.ns)
  }

  /// Ends with nothing found; the SOA says how long that may be remembered (RFC 2308 §3).
  private mutating func deny() {
    answer.authority = apexLines(.soa).map { line in
      guard case .soa(let start) = line.data else { return line }
      let ttl = min(line.ttl, Int(start.minimum))
      return ResourceRecord(name: line.name, ttl: ttl, data: line.data)
    }
  }

  private mutating func refer(_ name: DomainName, to servers: ResourceRecordSet) {
    note(.delegated, name, other: servers.name)
    answer.isAuthoritative = !answer.records.isEmpty
    answer.authority = servers.records
    answer.glue = servers.records.flatMap { addresses(of: $0.data) }
  }

  /// What the zone holds of a name server's addresses, of every policy but a simple one nothing.
  private func addresses(of server: RecordData) -> [ResourceRecord] {
    guard case .ns(let name) = server, name.isWithin(apex) else { return [] }
    return [RecordType.a, .aaaa].flatMap { served.sets(name: name, type: $0) }
      .filter { $0.routing == .simple }.flatMap(\.records)
  }

  private mutating func fail(_ rule: Rule, at name: DomainName) {
    note(rule, name)
    answer.code = .servFail
    answer.isAuthoritative = false
    answer.records = []
    answer.chosen = nil
  }

  private func apexLines(_ type: RecordType) -> [ResourceRecord] {
    guard let group = served.found(at: apex)?.group(type), let set = group.first else { return [] }
    return set.records
  }
}

extension [ResourceRecordSet] {
  /// Those of one type; they stand together, since record sets of a name are ordered by type.
  func group(_ type: RecordType) -> ArraySlice<ResourceRecordSet> {
    guard let start = firstIndex(where: { $0.type == type }) else { return [] }
    return self[start...].prefix { $0.type == type }
  }
}
