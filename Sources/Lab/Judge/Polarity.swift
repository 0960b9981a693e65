/// Parts what a response claims from what it rules out.
struct Polarity {
  private(set) var positive: [ResponseText.Piece] = []
  private(set) var negated: [ResponseText.Piece] = []

  private enum Scope { case open, negation, contrast }

  init(_ pieces: [ResponseText.Piece], _ vocabulary: Vocabulary) {
    var scope = Scope.open
    var scopeIsEmpty = true
    var index = 0
    func words(_ count: Int) -> [String] {
      pieces[index...].prefix(count).compactMap(\.text)
    }
    while index < pieces.count {
      if let pair = JudgeWords.harmlessNegations.first(where: { words($0.count) == $0 }) {
        positive.append(.pause)
        index += pair.count
        continue
      }
      if let contrast = JudgeWords.contrasts.first(where: { words($0.count) == $0 }) {
        closeScope(&scope, isEmpty: scopeIsEmpty)
        (scope, scopeIsEmpty) = (.contrast, true)
        index += contrast.count
        continue
      }
      let piece = pieces[index]
      index += 1
      if let text = piece.text, JudgeWords.negators.contains(text) {
        if scope == .open || !scopeIsEmpty { closeScope(&scope, isEmpty: scopeIsEmpty) }
        (scope, scopeIsEmpty) = (.negation, true)
      } else if ends(scope, piece) {
        closeScope(&scope, isEmpty: scopeIsEmpty)
        positive.append(piece.text.map { JudgeWords.turns.contains($0) } ?? true ? .pause : piece)
      } else if scope == .open {
        positive.append(piece)
      } else {
        negated.append(piece)
        if let text = piece.text, !vocabulary.isFiller(text), !Self.empty.contains(text) {
          scopeIsEmpty = false
        }
      }
    }
    closeScope(&scope, isEmpty: scopeIsEmpty)
  }

  /// Words that leave a negation without anything to rule out: `failover is not the answer`.
  private static let empty = ["answer", "solution", "option", "right", "correct"]

  private func ends(_ scope: Scope, _ piece: ResponseText.Piece) -> Bool {
    guard scope != .open else { return piece.text.map(JudgeWords.turns.contains) ?? false }
    guard let text = piece.text else { return piece == .pause }
    if JudgeWords.turns.contains(text) { return true }
    return scope == .contrast && JudgeWords.resumptions.contains(text)
  }

  /// A negation that rules out nothing behind it rules out what stands before it.
  private mutating func closeScope(_ scope: inout Scope, isEmpty: Bool) {
    if scope == .negation, isEmpty {
      negated = positive + negated
      positive = []
    }
    if scope != .open { positive.append(.pause) }
    scope = .open
  }
}
