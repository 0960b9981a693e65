public import Lab

/// The rules as a person reads them before the start.
extension Rules {
  /// One sentence or two each, in Markdown.
  ///
  /// `hasKey`: whether the whole lesson is at hand; a pack holds papers without their key.
  public func sentences(hasKey: Bool) -> [String] {
    [purpose, time, help, tries(hasKey: hasKey), feedback(hasKey: hasKey), tasks(hasKey: hasKey)]
      .compactMap { $0 } + closing(hasKey: hasKey)
  }

  private var purpose: String {
    switch mode {
    case .practice: "This is **practice**: every help is there, and nothing costs anything."
    case .class: "This is **class mode**: help is there, and some of it has its price."
    case .graded: "This is a **graded** sitting."
    }
  }

  private var time: String? {
    minutes.map {
      "You have **\(counted($0, "minute"))**, from the moment the first item is opened. `time` "
        + "says what is left. What you do after that is not counted."
    } ?? (mode == .practice ? nil : "There is no time limit.")
  }

  private var help: String? {
    let free = verbs { $0 == .allowed }
    let off = verbs { $0 == .off }
    var sentences: [String] = []
    if !off.isEmpty { sentences.append("Off: \(off.joined(separator: ", ")).") }
    for verb in RuledVerb.allCases {
      guard case .priced(let points) = self[verb] else { continue }
      let own = verb == .hint ? ", unless a hint names its own price" : ""
      sentences.append(
        "Each `\(verb.word)` takes \(counted(points, "point")) off its item\(own)."
      )
    }
    if mode != .practice, !free.isEmpty {
      sentences.append("Free: \(free.joined(separator: ", ")).")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func verbs(_ belongs: (Allowance) -> Bool) -> [String] {
    RuledVerb.allCases.filter { belongs(self[$0]) }
      .map { $0 == .skip ? "`skip` in a task" : "`\($0.word)`" }
  }

  private func tries(hasKey: Bool) -> String? {
    guard !triesAreEndless else { return nil }
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
    }
    switch feedback {
    case .atOnce: return nil
    case .which: return "You hear whether something is right, and no more."
    case .none: return "Whether something is right is said at the end."
    }
  }

  private func tasks(hasKey: Bool) -> String? {
    guard mode != .practice else { return nil }
    return hasKey
      ? "A task counts as it stands when you leave it."
      : "A task counts as you leave it; it may ask for more than the conditions that are ticked. "
        + "Items do not depend on each other: each begins in a café of its own, and you can go "
        + "back and forth with `next` and `back`."
  }

  private func closing(hasKey: Bool) -> [String] {
    guard mode != .practice else { return [] }
    var sentences = [
      "Everything you type is on record, also what you take back."
        + (isSilent ? " Points are not shown while you work." : "")
    ]
    if !isSupervised { sentences.append("Predictions give no points.") }
    if let pass { sentences.append("\(pass) % of the points pass.") }
    if !hasKey {
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
}
