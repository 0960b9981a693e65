extension Evaluator {
  /// What makes a test hold that does, in a few words; nil where there is nothing to add.
  func reason(for test: Test) -> String? {
    switch test {
    case .exists: nil
    case .compare(let left, _, let right): reason(for: [left, right])
    case .among(let value, _), .matches(let value, _), .holds(let value): reason(for: [value])
    case .all(let tests): joined(tests.map(reason))
    case .any(let tests): joined(tests.filter { judge($0) == .holds }.prefix(1).map(reason))
    case .not(.at(.ever, _)): "at no moment of this step"
    case .not(let test): reason(for: test)
    case .under: "played out on a copy of your café"
    case .at(.now, let test): reason(for: test)
    case .at(.ever, let test):
      judge(test) == .holds ? reason(for: test) : "at some moment of this step"
    case .at(.within, _), .at(.after, _), .at(.always, _): "looked ahead on a copy of your café"
    }
  }

  private func reason(for values: [Value]) -> String? {
    joined(
      values.map { value in
        switch value {
        case .query(let query):
          "\(query.properties.isEmpty ? query.kind.rawValue : query.property) is "
            + self.value(value).text
        case .secondsUntil, .share: "played out on a copy of your café"
        case .text, .word, .number, .duration, .percent: nil
        }
      }
    )
  }

  /// Each reason once.
  private func joined(_ reasons: [String?]) -> String? {
    let all = reasons.reduce(into: [String]()) { all, reason in
      if let reason, !all.contains(reason) { all.append(reason) }
    }
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }
}
