import DNS

extension HostedZone {
  static let recordElementsMax = 1_000
  static let valueCharactersMax = 32_000
  static let recordSetsMax = 10_000

  /// The state after the batch, all of it; or every fault of the batch, and no state at all.
  ///
  /// Faults of shape come first (InvalidInput), then unknown health checks (NoSuchHealthCheck),
  /// then all others together (InvalidChangeBatch). What record sets mean to one another is
  /// judged on the state after the whole batch (`M:ChangeResourceRecordSets`).
  public func validated(
    _ batch: ChangeBatch,
    in surroundings: BatchSurroundings
  ) throws(ServiceError) -> RecordSets {
    try BatchShape.check(batch)
    try Self.checkHealthChecks(of: batch, known: surroundings.hasHealthCheck)
    let excesses = Self.excesses(of: batch)
    guard excesses.isEmpty else { throw .invalidChangeBatch(excesses) }
    var judgement = BatchJudgement(zone: self, surroundings: surroundings)
    for change in batch.changes {
      switch RecordSetReading(change.recordSet) {
      case .understood(let set): judgement.apply(change.action, set)
      case .refused(let faults): judgement.refuse(faults)
      }
    }
    let faults = judgement.faults()
    guard faults.isEmpty else { throw .invalidChangeBatch(faults) }
    guard judgement.records.count <= max(records.count, Self.recordSetsMax) else {
      throw ServiceError(code: "LimitsExceeded", status: 400, messages: [Decisions.zoneIsFull])
    }
    return judgement.records
  }

  /// The state after a batch in an account of which only the health checks matter.
  public func validated(
    _ batch: ChangeBatch,
    knownHealthCheck: @escaping (HealthCheckID) -> Bool
  ) throws(ServiceError) -> RecordSets {
    try validated(batch, in: BatchSurroundings(hasHealthCheck: knownHealthCheck))
  }

  /// A DELETE may name a health check that is gone: it repeats what the record says.
  private static func checkHealthChecks(
    of batch: ChangeBatch,
    known: (HealthCheckID) -> Bool
  ) throws(ServiceError) {
    var unknown: [HealthCheckID] = []
    for change in batch.changes where change.action != .delete {
      guard let id = change.recordSet.healthCheckID.map({ HealthCheckID($0) }) else { continue }
      if !known(id), !unknown.contains(id) { unknown.append(id) }
    }
    guard unknown.isEmpty else { throw .noSuchHealthCheck(unknown) }
  }

  /// The limits of one request; an UPSERT counts twice, and an alias as one record
  /// (`DG:DNSLimitations`).
  private static func excesses(of batch: ChangeBatch) -> [String] {
    var elements = 0
    var characters = 0
    for change in batch.changes {
      let weight = change.action == .upsert ? 2 : 1
      let set = change.recordSet
      elements += weight * (set.aliasTarget == nil ? set.values.count : 1)
      for value in set.values { characters += weight * value.unicodeScalars.count }
    }
    var messages: [String] = []
    if elements > recordElementsMax {
      messages.append(ChangeText.tooManyRecords(limit: recordElementsMax))
    }
    if characters > valueCharactersMax {
      messages.append(ChangeText.tooManyCharacters(limit: valueCharactersMax))
    }
    return messages
  }
}
