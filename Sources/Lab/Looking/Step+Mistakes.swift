public import CafeWorld
import Route53

extension Step {
  /// The known mistake whose conditions are exactly those that fail now; the first of several.
  ///
  /// A mistake that the world refuses leaves no trace, so it is told by its refusal alone.
  func mistake(in reports: [ConditionReport], from entry: Situation) -> Mistake? {
    mistake(in: reports, refused: entry.refuses)
  }

  /// The same for somebody who knows which mistakes the world refuses where the step begins.
  func mistake(
    in reports: [ConditionReport],
    refused isRefused: (Mistake) -> Bool
  ) -> Mistake? {
    let failing = reports.failing.sorted()
    guard !failing.isEmpty else { return nil }
    return mistakes.first { $0.fails.sorted() == failing && !isRefused($0) }
  }

  /// The known mistake that somebody has made since the step began: what a learner is told unasked,
  /// and what a grader names.
  ///
  /// Where the same conditions fail as in the beginning, nobody can tell who went a wrong way from
  /// who only waited, so nothing is named. `beginning`: how the conditions stood then.
  public func mistake(
    in reports: [ConditionReport],
    since beginning: [ConditionReport],
    refused isRefused: (Mistake) -> Bool
  ) -> Mistake? {
    guard reports.failing != beginning.failing else { return nil }
    return mistake(in: reports, refused: isRefused)
  }

  /// The known mistake that ends in the same refusal.
  public func mistake(refusedAs rejection: Rejection, from entry: Situation) -> Mistake? {
    mistake(refusedAs: rejection) { entry.refusal(of: $0) }
  }

  /// The same for somebody who knows how the world refuses each mistake.
  func mistake(refusedAs rejection: Rejection, refusal: (Mistake) -> Refusal?) -> Mistake? {
    mistakes.first { mistake in
      guard case .world(let other) = refusal(mistake) else { return false }
      return rejection.isAlike(other)
    }
  }
}

extension [ConditionReport] {
  /// The ids of those that do not hold, in their order.
  public var failing: [String] { filter { $0.status == .unmet }.map(\.id) }
}

extension Situation {
  /// Whether a mistake cannot be made here.
  public func refuses(_ mistake: Mistake) -> Bool { refusal(of: mistake) != nil }

  fileprivate func refusal(of mistake: Mistake) -> Refusal? {
    carryingOut(mistake.commands.map(\.text)).refusal
  }
}

extension Rejection {
  /// Whether two refusals are of one kind: the same code and, but for names, the same words.
  fileprivate func isAlike(_ other: Rejection) -> Bool {
    switch (self, other) {
    case (.service(let one), .service(let two)):
      one.code == two.code && one.messages.count == two.messages.count
        && zip(one.messages, two.messages).allSatisfy { $0.words == $1.words }
    default: self == other
    }
  }
}

extension String {
  /// The words without what stands in brackets or quotes, and without names that end in a dot.
  fileprivate var words: [Substring] {
    split(separator: " ").filter { word in
      !word.contains { "'[]=".contains($0) } && !word.dropFirst().contains(".")
        && word.first?.isLowercase ?? false
    }
  }
}
