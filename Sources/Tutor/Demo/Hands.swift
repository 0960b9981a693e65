import Terminal

/// Raised hands as a presenter types them: `12 7 3` for all choices in order, or `a 12` for one.
enum Hands: Equatable {
  case all([Int])
  case some([Count])
  /// It looks like hands, and this is wrong with it.
  case refused(String)

  struct Count: Equatable {
    let choice: Int
    let hands: Int
  }

  /// The most hands that are believed.
  static let most = 9_999

  /// Nil: the line is no count of hands, so it is something else.
  init?(_ line: String, choices: Int) {
    let words = line.split { " ,;=:\t".contains($0) }
    guard choices > 0, let first = words.first else { return nil }
    if Self.areMiscounted(words) {
      self = .refused(
        "A number of hands is whole, and each letter has one, as `a 12`; nothing was counted. Try "
          + "again."
      )
      return
    }
    if first.isNumber {
      guard words.allSatisfy(\.isNumber) else { return nil }
      self = .all(words.map(\.hands))
    } else {
      guard let counts = Self.byLetter(words) else { return nil }
      self = .some(counts)
    }
    if let complaint = complaint(min(choices, Ballot.letters.count)) {
      self = .refused(complaint)
    }
  }

  /// Whether the words are letters and numbers alone, and a number is none of hands: `a 2.5`, or
  /// `a 2,5`, where the comma parts it in two.
  private static func areMiscounted(_ words: [Substring]) -> Bool {
    guard words.allSatisfy({ $0.isLetter || $0.beginsNumber }) else { return false }
    if words.contains(where: { $0.beginsNumber && !$0.isNumber }) { return true }
    let hasTwo = zip(words, words.dropFirst()).contains { $0.beginsNumber && $1.beginsNumber }
    return hasTwo && words.contains(where: \.isLetter)
  }

  private static func byLetter(_ words: [Substring]) -> [Count]? {
    guard words.count % 2 == 0 else { return nil }
    var counts: [Count] = []
    for place in stride(from: 0, to: words.count, by: 2) {
      guard words[place].isLetter, let letter = words[place].lowercased().first,
        let choice = Ballot.letters.firstIndex(of: letter), words[place + 1].isNumber
      else { return nil }
      counts.append(Count(choice: choice, hands: words[place + 1].hands))
    }
    return counts
  }

  private func complaint(_ choices: Int) -> String? {
    let counts: [Count] =
      switch self {
      case .all(let hands): hands.enumerated().map { Count(choice: $0, hands: $1) }
      case .some(let counts): counts
      case .refused: []
      }
    if counts.contains(where: { $0.hands < 0 }) {
      return "There are no fewer hands than 0; nothing was counted. Try again."
    }
    if counts.contains(where: { $0.hands > Self.most }) {
      return "That is more than \(Self.most) hands; nothing was counted. Try again."
    }
    guard counts.contains(where: { $0.choice >= choices }) else { return nil }
    return "There are \(choices) choices, a to \(Ballot.letters[choices - 1]); nothing was "
      + "counted. Type a number for each, as `12 7`, or one by its letter, as `a 12`."
  }
}

extension Substring {
  /// Whether it is what a choice is called, in either case.
  fileprivate var isLetter: Bool {
    guard count == 1, let letter = lowercased().first else { return false }
    return Ballot.letters.contains(letter)
  }

  /// Whether it begins as a number does, whatever becomes of it: `2.5`, `-3`, `.5`, `1/2`.
  fileprivate var beginsNumber: Bool {
    let rest = drop { "+-.".contains($0) }
    return rest.utf8.first.map { (48...57).contains($0) } ?? false
  }

  /// Whether it is a whole number, perhaps one below 0.
  fileprivate var isNumber: Bool {
    let digits = hasPrefix("-") ? dropFirst() : self
    return !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A number too large to count is more than any room holds, one too small less.
  fileprivate var hands: Int { Int(self) ?? (hasPrefix("-") ? -1 : Hands.most + 1) }
}
