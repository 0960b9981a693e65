/// Reads the order in which a response puts items that are shown with numbers or letters.
public struct OrderJudge: Sendable {
  private let shown: [String]

  /// - Parameter shown: the items as they stand on the screen, in that order.
  public init(shown: [String]) {
    self.shown = shown
  }

  /// The places of the shown items in the order of the response, from 0; nil unless each is named
  /// once.
  public func order(in response: String) -> [Int]? {
    guard let text = try? ResponseText(response) else { return nil }
    let labels = text.pieces.compactMap(\.text)
    let lines = response.split { $0.isNewline || ",;>".contains($0) }.map(String.init)
    for candidate in [labels, letters(labels), lines] {
      let places = candidate.compactMap { ChoiceJudge(options: shown).option(in: $0) }
      if places.count == candidate.count, places.sorted() == Array(shown.indices) { return places }
    }
    return nil
  }

  /// Judges the order; `right` holds the places of the shown items in the right order.
  public func judge(_ response: String, right: [Int]) -> Verdict {
    guard let order = order(in: response) else { return .invalid(.noChoice) }
    return order == right ? .right(idea: "right") : .unknown(.noIdea)
  }

  /// `bac` and `213` without spaces.
  private func letters(_ labels: [String]) -> [String] {
    guard labels.count == 1, let only = labels.first, shown.count < 10 else { return [] }
    return only.map(String.init)
  }
}
