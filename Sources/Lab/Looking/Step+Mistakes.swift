public import CafeWorld
import Route53

extension Step {
  /// The known mistake whose conditions are exactly those that fail now; the first of several.
  ///
  /// A mistake that the world refuses leaves no trace, so it is told by its refusal alone.
  public func mistake(in reports: [ConditionReport], from entry: Situation) -> Mistake? {
    mistake(in: reports, refused: entry.refuses)
  }

  /// The same for somebody who knows which mistakes the world refuses where the step begins.
  public func mistake(
    in reports: [ConditionReport],
    refused isRefused: (Mistake) -> Bool
  ) -> Mistake? {
    let failing = reports.filter { $0.status == .unmet }.map(\.id).sorted()
    guard !failing.isEmpty else { return nil }
    return mistakes.first { $0.fails.sorted() == failing && !isRefused($0) }
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
