/// Judges a free text by the ideas in it, not by its letters.
///
/// Case, articles, punctuation, plurals, hyphens, the order of words, small slips and harmless
/// context do not count; a negation, a choice among several, and a right phrase inside a wrong one
/// do.
public struct Judge: Sendable {
  private let phrases: [Phrase]
  private let vocabulary: Vocabulary

  struct Phrase {
    let words: [String]
    let idea: Int
    let name: String
    let isRight: Bool
  }

  /// `question`: the words of the question may stand in a response without changing it.
  public init(ideas: [Idea], question: String = "") {
    let drafts = ideas.enumerated().flatMap { index, idea in
      idea.phrases.map { (index, idea, Self.words(of: $0)) }
    }
    let asked = (try? ResponseText(String(question.prefix(ResponseText.longest))))?.pieces ?? []
    let vocabulary = Vocabulary(
      phrases: drafts.map(\.2),
      question: asked.compactMap(\.text)
    )
    self.vocabulary = vocabulary
    var phrases: [Phrase] = []
    for (index, idea, words) in drafts {
      let pieces = words.map { ResponseText.Piece.word(ResponseText.Word(text: $0)) }
      let mended = vocabulary.mended(pieces).compactMap(\.text)
      guard !mended.isEmpty, !phrases.contains(where: { $0.words == mended }) else { continue }
      phrases.append(
        Phrase(words: mended, idea: index, name: idea.name, isRight: idea.isRight)
      )
    }
    self.phrases = phrases
  }

  public func judge(_ response: String) -> Verdict {
    let pieces: [ResponseText.Piece]
    do { pieces = try ResponseText(response).pieces } catch { return .invalid(error.flaw) }
    let mended = vocabulary.mended(pieces)
    let reading = ArticleReading(mended, phrases: phrases.map(\.words), vocabulary)
    let verdict = verdict(on: reading.asAnswer)
    guard case .unknown(.several) = verdict, let other = reading.asArticle else { return verdict }
    let second = self.verdict(on: other)
    if case .unknown = second { return verdict }
    return second
  }

  private func verdict(on pieces: [ResponseText.Piece]) -> Verdict {
    let reading = Polarity(pieces, vocabulary)
    let positive = Mentions(of: phrases, in: reading.positive, vocabulary)
    var found = positive.found
    if found.contains(where: { !$0.restates }) { found.removeAll(where: \.restates) }
    guard let first = found.first else {
      let ruledOut = Mentions(of: phrases, in: reading.negated, vocabulary).found
      return .unknown(ruledOut.isEmpty ? .noIdea : .negated)
    }
    guard let right = found.first(where: \.isRight) else { return .wrong(idea: first.name) }
    if found.contains(where: { !$0.isRight }) || positive.leavesChoice { return .unknown(.several) }
    return positive.isQualified ? .unknown(.qualified) : .right(idea: right.name)
  }

  /// The words of a phrase.
  ///
  /// An article that the author wrote small at its beginning is dropped; `A` stays.
  private static func words(of phrase: String) -> [String] {
    let words = (try? ResponseText(phrase))?.pieces.compactMap(\.word) ?? []
    guard words.count > 1, let first = words.first, !first.isCapital,
      JudgeWords.articles.contains(first.text)
    else { return words.map { Vocabulary.singular($0.text) } }
    return words.dropFirst().map { Vocabulary.singular($0.text) }
  }
}

extension Judge.Phrase {
  /// A wrong idea called `restates` only repeats the question; beside another idea it is context.
  var restates: Bool { !isRight && name.hasPrefix("restates") }
}
