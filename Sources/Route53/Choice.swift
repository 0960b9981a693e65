import DNS

/// What came of the record sets of one name and type.
enum Resolution {
  /// Records were added to the answer.
  case found
  /// No record set has an answer for this client.
  case nothing
  /// Aliases lead in a circle or too deep: by which rule, and where that showed.
  case endless(Rule, DomainName)
}

/// What a policy has chosen among record sets, by index, and by which rule.
struct Choice {
  var chosen: Int?
  /// What answers beside the chosen one, of a multivalue group.
  var others: [Int] = []
  var rule: Rule
  /// Whether none was healthy, so that all counted as healthy.
  var isDesperate = false
  /// What the policy ranked by; empty where it ranks by nothing.
  var measures: [Measure?] = []
  /// Those that are meant for this client; nil: all of them.
  var ranked: [Int]?
  /// The sum that weights are drawn from.
  var total = 0
}
