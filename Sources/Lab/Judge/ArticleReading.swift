/// Tells the article from the answer where `A` can be both.
///
/// An article that no idea holds is dropped. One that an idea holds is the answer where it stands
/// alone or at an end, before grammar or punctuation, beside a word that some phrase puts next to
/// it, or with a capital inside the sentence; elsewhere it is an article.
struct ArticleReading {
  /// The pieces with every doubtful `a` taken for the answer.
  private(set) var asAnswer: [ResponseText.Piece] = []
  /// The pieces with every doubtful `a` taken for an article, where there is one.
  private(set) var asArticle: [ResponseText.Piece]?

  private let phrases: [[String]]
  private let vocabulary: Vocabulary

  init(_ pieces: [ResponseText.Piece], phrases: [[String]], _ vocabulary: Vocabulary) {
    self.phrases = phrases
    self.vocabulary = vocabulary
    var certain: [ResponseText.Piece] = []
    var isDoubtful = false
    for (index, piece) in pieces.enumerated() {
      guard let text = piece.text, JudgeWords.articles.contains(text) else {
        asAnswer.append(piece)
        certain.append(piece)
        continue
      }
      guard vocabulary.ideaWords.contains(text) else { continue }
      switch role(of: index, in: pieces) {
      case .article: continue
      case .answer: certain.append(piece)
      case .doubtful: isDoubtful = true
      }
      asAnswer.append(piece)
    }
    if isDoubtful { asArticle = certain }
    if asAnswer.isEmpty { asAnswer = pieces }
  }

  private enum Role { case article, answer, doubtful }

  private func role(of index: Int, in pieces: [ResponseText.Piece]) -> Role {
    guard let word = pieces[index].word else { return .article }
    guard index + 1 < pieces.count, let next = pieces[index + 1].text else { return .answer }
    if index > 0, let previous = pieces[index - 1].text, areNeighbours(previous, word.text) {
      return .answer
    }
    if Self.turnsAway(next) { return .answer }
    if vocabulary.isFiller(next), !JudgeWords.articles.contains(next) { return .answer }
    let isInside = index > 0 && word.isCapital && pieces[index + 1].word?.isCapital != true
    if isInside { return .answer }
    guard areCompanions(word.text, next) else { return .article }
    return describes(pieces, behind: index + 1) ? .article : .doubtful
  }

  private static func turnsAway(_ word: String) -> Bool {
    JudgeWords.negators.contains(word) || JudgeWords.turns.contains(word)
      || JudgeWords.contrasts.contains { $0.first == word }
  }

  /// Whether some phrase puts the second word right behind the first.
  private func areNeighbours(_ first: String, _ second: String) -> Bool {
    phrases.contains { phrase in
      zip(phrase, phrase.dropFirst()).contains { $0 == first && $1 == second }
    }
  }

  /// `a record that holds an address` tells what a thing does and does not name it.
  private func describes(_ pieces: [ResponseText.Piece], behind index: Int) -> Bool {
    guard index + 1 < pieces.count, let next = pieces[index + 1].text else { return false }
    return ["that", "which", "with", "holding", "containing", "pointing"].contains(next)
  }

  private func areCompanions(_ first: String, _ second: String) -> Bool {
    phrases.contains { $0.contains(first) && $0.contains(second) }
  }
}
