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
    func signed(_ units: Int) -> String { (units > 0 ? "+" : "") + rules.points(units) }
    for change in regrade.changes {
      let name =
        change.learner.id.isEmpty
        ? change.submission ?? "" : "\(change.learner.id) \(change.learner.name)"
      sheet.say(
        Styled(cleaned(name), .heading)
          + Styled(
            "  \(rules.points(change.before)) → \(rules.points(change.after)) "
              + "(\(signed(change.after - change.before)))",
            .value
          )
      )
      if case .refused(let refusal)? = change.verdict {
        sheet.say(Styled("    " + refusal.sentence))
      }
      if case .graded? = change.verdict { sheet.say("    graded now") }
      for item in change.items {
        let parts = item.parts.map { "\($0.name) \(signed($0.after - $0.before))" }
        sheet.say(Styled("    \(item.item): " + parts.joined(separator: ", ")), hanging: 6)
      }
    }
    let unmoved = regrade.changes.count { $0.after == $0.before }
    sheet.say(
      "\(regrade.gained) gain, \(regrade.lost) lose, "
        + "\(regrade.unchanged + unmoved) keep their points."
    )
    return sheet.text
  }
}
