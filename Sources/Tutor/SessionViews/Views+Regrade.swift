public import Gradebook
public import Terminal

extension Views {
  /// Who would gain or lose what by a corrected key.
  public static func regrade(
    _ regrade: Regrade,
    _ rules: Rules,
    on display: Display
  ) -> Styled {
    var sheet = Sheet(on: display)
    let isOtherWorth = regrade.changes.contains { $0.worthBefore != $0.worthAfter }
    for change in regrade.changes {
      let name =
        change.learner.id.isEmpty
        ? change.submission ?? "" : "\(change.learner.id) \(change.learner.name)"
      sheet.say(
        Styled(cleaned(name), .heading)
          + Styled("  " + points(change, rules), .value)
      )
      if case .refused(let refusal)? = change.verdict {
        sheet.say(Styled("    " + refusal.sentence))
      }
      if case .graded? = change.verdict { sheet.say("    graded now") }
      for item in change.items {
        let parts = item.parts.map { "\($0.name) \(signed($0.after - $0.before, rules))" }
        sheet.say(Styled("    \(item.item): " + parts.joined(separator: ", ")), hanging: 6)
      }
    }
    let unmoved = regrade.changes.count { $0.shift == 0 }
    sheet.say(
      "\(regrade.gained) gain, \(regrade.lost) lose, "
        + "\(regrade.unchanged + unmoved) keep their \(isOtherWorth ? "share" : "points")."
    )
    return sheet.text
  }

  /// What somebody had and would have, and of how much where that differs.
  private static func points(_ change: Regrade.Change, _ rules: Rules) -> String {
    guard change.worthBefore != change.worthAfter, change.worthBefore > 0, change.worthAfter > 0
    else {
      return "\(rules.points(change.before)) → \(rules.points(change.after)) points "
        + "(\(signed(change.after - change.before, rules)))"
    }
    return "\(rules.points(change.before)) of \(rules.points(change.worthBefore)) → "
      + "\(rules.points(change.after)) of \(rules.points(change.worthAfter)) points"
  }

  private static func signed(_ units: Int, _ rules: Rules) -> String {
    (units > 0 ? "+" : "") + rules.points(units)
  }
}
