public import Lab

extension Attempt {
  /// Why a grader will refuse this sitting for its size, as the learner's side can know it before;
  /// nil: it will not.
  public var refusalForSize: SubmissionRefusal? {
    guard rows.count <= SubmissionFile.Limit.rows else {
      return .tooManyRows(limit: SubmissionFile.Limit.rows)
    }
    let limits = GradingLimits()
    var cost = GradingCost()
    for (number, row) in rows.enumerated().dropFirst()
    where !cost.admits(row.entry.move, limits) || !cost.bears(row, limits) {
      return .tooCostly(row: number)
    }
    return nil
  }
}
