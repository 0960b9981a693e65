import Commands

/// Turns typed words into known ones: singular, joined or split, small slips mended.
struct Vocabulary {
  /// Words that some phrase of an idea holds.
  let ideaWords: Set<String>
  /// Words that may stand beside an answer.
  private let context: Set<String>
  private let fillers: Set<String>
  private let known: Set<String>
  /// What a slip may have meant, in a fixed order.
  private let targets: [String]
  /// Words of a phrase written as one, such as `healthcheck`.
  private let compounds: [String: [String]]

  /// `phrases`: the words of every phrase of every idea.
  init(phrases: [[String]], question: [String]) {
    let singular = { (words: [String]) in words.map(Self.singular) }
    let ideaWords = Set(phrases.joined())
    self.ideaWords = ideaWords
    fillers = Set(singular(JudgeWords.fillers) + JudgeWords.fillers + JudgeWords.articles)
    let asked = singular(question).filter { !JudgeWords.negators.contains($0) }
    context = Set(singular(JudgeWords.context) + JudgeWords.context + asked)
    let words = phrases.flatMap { $0 } + singular(JudgeWords.domain) + singular(JudgeWords.context)
    known = Set(words + asked + JudgeWords.negators + JudgeWords.turns + JudgeWords.pairWords)
      .union(fillers)
    var compounds: [String: [String]] = [:]
    for phrase in phrases + [["health", "check"], ["load", "balancer"]] where phrase.count > 1 {
      for start in phrase.indices {
        for end in phrase.indices where end > start {
          let part = Array(phrase[start...end])
          compounds[part.joined()] = part
        }
      }
    }
    self.compounds = compounds
    targets = words + compounds.keys.sorted()
  }

  /// Whether the word adds nothing to an answer and takes nothing away.
  func isHarmless(_ word: String) -> Bool {
    context.contains(word) || isFiller(word)
  }

  func isFiller(_ word: String) -> Bool { !ideaWords.contains(word) && fillers.contains(word) }

  func isSeparator(_ word: String) -> Bool {
    !ideaWords.contains(word) && JudgeWords.separators.contains(word)
  }

  func isOfTheField(_ word: String) -> Bool { JudgeWords.domain.contains(word) }

  /// The pieces with their words known where that is possible.
  func mended(_ pieces: [ResponseText.Piece]) -> [ResponseText.Piece] {
    joined(pieces).flatMap { piece -> [ResponseText.Piece] in
      guard let word = piece.word else { return [piece] }
      return mended(word.text).map {
        .word(ResponseText.Word(text: $0, isCapital: word.isCapital))
      }
    }
  }

  private func mended(_ word: String) -> [String] {
    let singular = Self.singular(word)
    if let parts = compounds[word] ?? compounds[singular] { return parts }
    if known.contains(word) { return [word] }
    if known.contains(singular) { return [singular] }
    guard let target = slip(word) ?? slip(singular) else { return [singular] }
    return compounds[target] ?? [target]
  }

  /// What was meant by a word that is not known: exact below five letters, one edit from five, two
  /// from nine; the nearest, or nothing when two are equally near.
  private func slip(_ word: String) -> String? {
    var best: (target: String, edits: Int)?
    var isShared = false
    for target in targets where target.count >= 5 && target != best?.target {
      let limit = min(target.count >= 9 ? 2 : 1, best?.edits ?? 2)
      guard let edits = editDistance(word, target, atMost: limit) else { continue }
      isShared = edits == best?.edits
      best = (target, edits)
    }
    return isShared ? nil : best?.target
  }

  /// Joins what was typed apart: `fail over`, `route 53`, `c n a m e`.
  private func joined(_ pieces: [ResponseText.Piece]) -> [ResponseText.Piece] {
    var result: [ResponseText.Piece] = []
    var index = 0
    while index < pieces.count {
      let length = joinable(pieces, from: index)
      if length > 1, let first = pieces[index].word {
        let text = pieces[index..<(index + length)].compactMap(\.text).joined()
        result.append(.word(ResponseText.Word(text: text, isCapital: first.isCapital)))
      } else {
        result.append(pieces[index])
      }
      index += max(1, length)
    }
    return result
  }

  /// How many words from here make one that is known and does not fall apart into known ones.
  private func joinable(_ pieces: [ResponseText.Piece], from start: Int) -> Int {
    let run = pieces[start...].prefix(6).prefix { $0.word != nil }.compactMap(\.text)
    guard run.count > 1 else { return 0 }
    for length in (2...run.count).reversed() {
      let parts = run.prefix(length)
      let text = parts.joined()
      guard length == 2 || parts.allSatisfy({ $0.count == 1 }) else { continue }
      let isKnown = isAtom(text) || isAtom(Self.singular(text))
      if isKnown, !fillers.contains(text) { return length }
      if length == 2, text.count >= 8, !known.contains(run[0]), slip(run[0]) == nil,
        let target = slip(text), isAtom(target)
      {
        return length
      }
    }
    return 0
  }

  private func isAtom(_ word: String) -> Bool { known.contains(word) && compounds[word] == nil }

  static func singular(_ word: String) -> String {
    guard word.count > 3, word.last == "s" else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    let hissing = ["sses", "xes", "ches", "shes"]
    if hissing.contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    if word.count > 5, word.hasSuffix("ases") || word.hasSuffix("uses") {
      return String(word.dropLast(2))
    }
    let whole = ["ss", "us", "is", "as"]
    return whole.contains(where: word.hasSuffix) ? word : String(word.dropLast())
  }
}

extension JudgeWords {
  /// Words that matter only beside another; they are no slips of anything.
  static let pairWords = (contrasts + harmlessNegations).flatMap(\.self)
}
