/// Which ideas a text names, the longest phrases first, and what is left beside them.
struct Mentions {
  /// One for each idea, in the order of the text.
  let found: [Judge.Phrase]
  private let pieces: [ResponseText.Piece]
  private let owners: [Judge.Phrase?]
  private let vocabulary: Vocabulary

  private struct Match {
    let phrase: Judge.Phrase
    let places: [Int]
    /// Steps between places that skip a word or go backwards.
    let disorder: Int
  }

  init(of phrases: [Judge.Phrase], in pieces: [ResponseText.Piece], _ vocabulary: Vocabulary) {
    self.pieces = pieces
    self.vocabulary = vocabulary
    var owners = [Judge.Phrase?](repeating: nil, count: pieces.count)
    while let match = Self.best(phrases, pieces, owners, vocabulary) {
      for place in match.places { owners[place] = match.phrase }
    }
    self.owners = owners
    var found: [Judge.Phrase] = []
    for owner in owners.compactMap(\.self) where !found.contains(where: { $0.idea == owner.idea }) {
      found.append(owner)
    }
    self.found = found
  }

  private static func best(
    _ phrases: [Judge.Phrase],
    _ pieces: [ResponseText.Piece],
    _ owners: [Judge.Phrase?],
    _ vocabulary: Vocabulary
  ) -> Match? {
    var best: Match?
    for phrase in phrases {
      for start in pieces.indices {
        guard let match = match(phrase, from: start, pieces, owners, vocabulary) else { continue }
        guard let current = best else {
          best = match
          continue
        }
        let isLonger = match.places.count > current.places.count
        let isTidier =
          match.places.count == current.places.count && match.disorder < current.disorder
        if isLonger || isTidier { best = match }
      }
    }
    return best
  }

  /// The words of the phrase in any order, with nothing between them but harmless words and pauses.
  private static func match(
    _ phrase: Judge.Phrase,
    from start: Int,
    _ pieces: [ResponseText.Piece],
    _ owners: [Judge.Phrase?],
    _ vocabulary: Vocabulary
  ) -> Match? {
    var missing = phrase.words
    var places: [Int] = []
    var disorder = 0
    var skipped = 0
    var index = start
    // `active/passive` is one name with a stroke in it, not two things to choose from.
    func goesOn(_ index: Int) -> Bool {
      index + 1 < pieces.count && pieces[index + 1].text == missing.first
    }
    while !missing.isEmpty {
      guard index < pieces.count, owners[index] == nil else { return nil }
      if pieces[index] == .choice, places.isEmpty || disorder > 0 || !goesOn(index) { return nil }
      if let text = pieces[index].text, let found = missing.firstIndex(of: text) {
        disorder += found
        missing.remove(at: found)
        places.append(index)
      } else {
        let isHarmless = pieces[index].text.map(vocabulary.isHarmless) ?? true
        skipped += 1
        guard isHarmless, !places.isEmpty, skipped <= 4 else { return nil }
      }
      index += 1
    }
    return Match(phrase: phrase, places: places, disorder: disorder + skipped)
  }
}

extension Mentions {
  /// Whether a choice is left open between the ideas and something that is none.
  var leavesChoice: Bool {
    let parts = pieces.indices.split { pieces[$0] == .choice }
    guard parts.count > 1 else { return false }
    return parts.contains { part in
      part.allSatisfy { owners[$0] == nil } && part.contains { isLeftOver($0) }
    }
  }

  /// Whether a right phrase stands inside the name of something else, as in `ELB health check`.
  var isQualified: Bool {
    pieces.indices.contains { index in
      guard owners[index]?.isRight == true else { return false }
      return meets(index, step: -1) || meets(index, step: 1)
    }
  }

  /// Goes from a phrase to its neighbours, past context, until grammar or a pause ends the name.
  private func meets(_ start: Int, step: Int) -> Bool {
    var index = start + step
    var isAfterPause = false
    while pieces.indices.contains(index) {
      guard let text = pieces[index].text else {
        isAfterPause = true
        index += step
        continue
      }
      if owners[index] != nil { return false }
      if isLeftOver(index) { return !isAfterPause || vocabulary.isOfTheField(text) }
      if vocabulary.isFiller(text) { return false }
      index += step
    }
    return false
  }

  private func isLeftOver(_ index: Int) -> Bool {
    guard owners[index] == nil, let text = pieces[index].text else { return false }
    return !vocabulary.isHarmless(text)
  }
}
