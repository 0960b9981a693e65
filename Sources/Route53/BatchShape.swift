import DNS

/// What is looked at before a batch is understood; every fault here is InvalidInput.
enum BatchShape {
  static let commentLengthMax = 256
  static let ttlMax = 2_147_483_647
  static let setIdentifierLength = 1...128
  static let valueLengthMax = 4_000
  static let healthCheckIDLengthMax = 64

  static func check(_ batch: ChangeBatch) throws(ServiceError) {
    guard !batch.changes.isEmpty else {
      throw .invalidInput([ConstraintText.incomplete("Changes", expected: "Change")])
    }
    for change in batch.changes {
      if let fault = enumerationFault(change.recordSet) { throw .invalidInput([fault]) }
    }
    let violations = violations(batch)
    guard violations.isEmpty else {
      throw .invalidInput([ConstraintText.violations(violations)])
    }
    let faults = batch.changes.flatMap(fieldFaults)
    guard faults.isEmpty else { throw .invalidInput(faults) }
  }

  /// The schema's enumerations; it stops at the first fault.
  ///
  /// The types are those of this engine.
  private static func enumerationFault(_ set: RecordSetRequest) -> String? {
    if RecordType(rawValue: set.type) == nil {
      return ConstraintText.enumeration(set.type, RecordType.allCases.map(\.rawValue))
    }
    if let failover = set.failover, FailoverRole(rawValue: failover) == nil {
      return ConstraintText.enumeration(failover, FailoverRole.allCases.map(\.rawValue))
    }
    return nil
  }

  private static func violations(_ batch: ChangeBatch) -> [String] {
    var list: [String?] = [
      batch.comment.flatMap {
        ConstraintText.length($0, 0...commentLengthMax, at: "changeBatch.comment")
      }
    ]
    for (index, change) in batch.changes.enumerated() {
      let path = "changeBatch.changes.\(index + 1).member.resourceRecordSet"
      list += violations(change.recordSet, at: path)
    }
    return list.compactMap(\.self)
  }

  private static func violations(_ set: RecordSetRequest, at path: String) -> [String?] {
    let own: [String?] = [
      set.setIdentifier.flatMap {
        ConstraintText.length($0, setIdentifierLength, at: "\(path).setIdentifier")
      },
      set.ttl.flatMap { ConstraintText.range($0, 0...ttlMax, at: "\(path).tTL") },
      set.healthCheckID.flatMap {
        ConstraintText.length($0, 0...healthCheckIDLengthMax, at: "\(path).healthCheckId")
      },
    ]
    let values: [String?] = set.values.enumerated().map { index, value in
      ConstraintText.length(
        value,
        0...valueLengthMax,
        at: "\(path).resourceRecords.\(index + 1).member.value"
      )
    }
    return own + values
  }

  /// Fields that must or must not stand together (`GH:ansible-collections/community.aws#800`,
  /// `#615`, `CP:routing-policy-exclusive`).
  private static func fieldFaults(_ change: Change) -> [String] {
    let set = change.recordSet
    var faults: [String] = []
    if set.ttl == nil || set.values.isEmpty {
      faults.append(
        "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or "
          + "TrafficPolicyInstanceId], but found none"
      )
    }
    if set.failover != nil, set.setIdentifier == nil {
      faults.append("Missing field 'SetIdentifier'")
    }
    if set.failover == nil, set.setIdentifier != nil {
      faults.append(
        "Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer, "
          + "GeoProximityLocation, or CidrRoutingConfig], but found none"
      )
    }
    return faults.map { "Invalid request: \($0) in Change with \(label(change))" }
  }

  private static func label(_ change: Change) -> String {
    let set = change.recordSet
    let name = (try? DomainName(set.name))?.description ?? set.name
    return "[Action=\(change.action.rawValue), Name=\(name), Type=\(set.type), "
      + "SetIdentifier=\(set.setIdentifier ?? "null")]"
  }
}
