import CafeWorld
public import Lab

/// The rules as a person reads them before the start.
extension Rules {
  /// One sentence or two each, in Markdown.
  ///
  /// `hasKey`: whether the whole lesson is at hand; a pack holds papers without their key.
  public func sentences(hasKey: Bool) -> [String] {
    if isPlainPractice(hasKey: hasKey) {
      return ["This is **practice**: every help is there, and nothing costs anything."]
    }
    return [
      purpose, time, help, solutions, tries(hasKey: hasKey), feedback(hasKey: hasKey),
      tasks(hasKey: hasKey),
    ].compactMap { $0 } + closing(hasKey: hasKey)
  }

  /// Practice on a whole lesson, which no rule narrows.
  private func isPlainPractice(hasKey: Bool) -> Bool { hasKey && self == Rules(.practice) }

  private var purpose: String {
    switch mode {
    case .practice: "This is **practice**, under these rules:"
    case .class: "This is **class mode**: help is there, and some of it has its price."
    case .graded: "This is a **graded** sitting."
    }
  }

  private var time: String? {
    minutes.map {
      "You have **\(counted($0, "minute"))**, from the moment the first item is opened. `time` "
        + "says what is left. What you do after that is not counted."
    } ?? "There is no time limit."
  }

  private var help: String? {
    let free = verbs(RuledVerb.allCases.filter { !$0.solves && self[$0] == .allowed })
    let off = verbs(RuledVerb.allCases.filter { self[$0] == .off })
    var sentences: [String] = []
    if !off.isEmpty { sentences.append("Off: \(off.joined(separator: ", ")).") }
    for verb in RuledVerb.allCases where !verb.solves {
      guard case .priced(let points) = self[verb] else { continue }
      sentences.append(
        "Each `\(verb.word)` takes \(counted(points, "point")) off its item\(priceWords(verb))."
      )
    }
    if !free.isEmpty { sentences.append("Free: \(free.joined(separator: ", ")).") }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// What else bears a verb's price, or another one; of conditions `why` and `cause` tell only
  /// where reasons are heard at once.
  private func priceWords(_ verb: RuledVerb) -> String {
    switch verb {
    case .hint: ", unless a hint names its own price, which its item tells beforehand"
    case .explain where feedback == .atOnce: ", and so does each `why` or `cause`"
    case .explain: ", and so does each `why` of a moment"
    case .whatIf: ", and so does each `chaos`"
    case .showMe, .skip, .undo: ""
    }
  }

  /// What becomes of a task whose solution was played: it gives nothing, and a price comes off the
  /// rest of its item.
  private var solutions: String? {
    let verbs = [RuledVerb.showMe, .skip].filter { self[$0] != .off }
    guard !verbs.isEmpty else { return nil }
    let priced = verbs.compactMap { verb -> String? in
      guard case .priced(let points) = self[verb] else { return nil }
      return "`\(verb.word)` takes \(counted(points, "point")) off the questions beside it as well"
    }
    let words = verbs.map { $0 == .skip ? "skipped" : "shown" }.joined(separator: " or ")
    let nothing = "An item that was \(words) gives no points for its task"
    let repair =
      self[.showMe] == .off || feedback == .none
      ? "" : " `repair` says what would solve it, so it counts as showing."
    return ([nothing] + priced).joined(separator: "; ") + "." + repair
  }

  private func verbs(_ verbs: [RuledVerb]) -> [String] {
    verbs.map { $0 == .skip ? "`skip` in a task" : "`\($0.word)`" }
  }

  private func tries(hasKey: Bool) -> String? {
    guard !triesAreEndless else {
      return hasKey ? nil : "A question takes any number of responses; the last one counts."
    }
    if tries.count == 1 { return "A question takes one response, and that one counts." }
    let isFlat = tries.allSatisfy { $0 == tries[0] }
    let count = "A question takes up to \(tries.count) responses; the last one counts"
    if isFlat { return count + ", and in full." }
    let worth = tries.map { "\($0)/\(unit)" }.joined(separator: ", ")
    return count + ": as the first, second and so on it is worth \(worth) of its point."
  }

  private func feedback(hasKey: Bool) -> String? {
    if !hasKey {
      return "Whether a response is right is not known here, for this pack has no key; the result "
        + "says it."
        + (isSupervised && feedback != .none
          ? " Of a prediction you hear whether it is right, and no more." : "")
    }
    switch feedback {
    case .atOnce: return nil
    case .which: return "You hear whether something is right, and no more."
    case .none: return "Whether something is right is not said while you work."
    }
  }

  private func tasks(hasKey: Bool) -> String {
    hasKey
      ? "A task counts as it stands when you leave it; left again, on another branch too, as it "
        + "stands then."
      : "A task counts as you leave it; it may ask for more than the conditions that are ticked. "
        + "Items do not depend on each other: each begins in a café of its own, and you can go "
        + "back and forth with `next` and `back`."
  }

  private func closing(hasKey: Bool) -> [String] {
    var sentences = [
      "Everything you type is on record, also what you take back."
        + (isSilent ? " Points are not shown while you work." : "")
    ]
    sentences.append(
      isSupervised
        ? "Predictions count, a point each, at the first response." : "Predictions give no points."
    )
    if let pass { sentences.append("\(pass) % of the points pass.") }
    if hasKey, holdsBack {
      sentences.append(
        "`next` in the last step closes the sitting: the points are said then, and it takes no "
          + "more responses."
      )
    }
    if !hasKey {
      let limits = GradingLimits()
      sentences.append(
        "A sitting takes \(SubmissionFile.Limit.lines) lines that do something. A grader follows "
          + "\(limits.time / (366 * .day)) years of the café's time and \(limits.events) events in "
          + "all; `submit` says it if yours has more."
      )
      sentences.append(
        "`submit` hands it in. Handed in again, the later one counts if it goes on from the one "
          + "before; of two sittings, as on two machines, the one that ended first."
      )
    }
    return sentences
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

extension RuledVerb {
  /// As a learner types it.
  public var word: String { self == .showMe ? "show me" : rawValue }

  /// Whether it plays the solution of a task.
  fileprivate var solves: Bool { self == .showMe || self == .skip }
}
