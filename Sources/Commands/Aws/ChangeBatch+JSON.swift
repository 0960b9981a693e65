public import Route53

extension ChangeBatch {
  /// Reads a value whose shape was checked.
  init(_ value: JSONValue?) throws(CommandError) {
    var changes: [Change] = []
    for (index, change) in (value?["Changes"]?.elements ?? []).enumerated() {
      let path = "ChangeBatch.Changes[\(index)]"
      let action = change["Action"]?.text ?? ""
      guard let known = ChangeAction(rawValue: action) else {
        let actions = ChangeAction.allCases.map(\.rawValue)
        throw .badValue(
          option: "\(path).Action",
          value: action.shown(),
          allowed: actions.joined(separator: ", "),
          near: nearMisses(of: action, in: actions)
        )
      }
      changes.append(Change(known, RecordSetRequest(change["ResourceRecordSet"] ?? .null)))
    }
    self.init(comment: value?["Comment"]?.text, changes: changes)
  }

  var json: JSONValue {
    .record([
      "Comment": comment.map(JSONValue.string),
      "Changes": .list(
        changes.map { change in
          .record([
            "Action": .string(change.action.rawValue),
            "ResourceRecordSet": change.recordSet.json,
          ])
        }
      ),
    ])
  }
}

extension Aws {
  /// Reads a change batch in the JSON of the AWS CLI; `what` is what an error calls the document.
  public static func changeBatch(
    json: String,
    what: String
  ) throws(CommandError) -> ChangeBatch {
    let value = try AwsValueReader.json(json, what: what)
    return try ChangeBatch(
      try AwsValueReader.checked(value, .changeBatch, "ChangeBatch", what)
    )
  }
}
