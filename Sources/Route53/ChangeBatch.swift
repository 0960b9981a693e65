/// What ChangeResourceRecordSets is asked to do, all of it or nothing.
public struct ChangeBatch: Hashable, Sendable, Codable {
  public var comment: String?
  public var changes: [Change]

  public init(comment: String? = nil, changes: [Change]) {
    self.comment = comment
    self.changes = changes
  }
}

/// One change of a batch.
public struct Change: Hashable, Sendable, Codable {
  public var action: ChangeAction
  public var recordSet: RecordSetRequest

  public init(_ action: ChangeAction, _ recordSet: RecordSetRequest) {
    self.action = action
    self.recordSet = recordSet
  }

  public init(action: ChangeAction, recordSet: RecordSetRequest) {
    self.init(action, recordSet)
  }
}

public enum ChangeAction: String, CaseIterable, Codable, Sendable {
  case create = "CREATE"
  case upsert = "UPSERT"
  case delete = "DELETE"
}
