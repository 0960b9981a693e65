/// Reads the order in which a response puts items that are shown with numbers or letters.
public struct OrderJudge: Sendable {
  private let shown: [String]

  /// - Parameter shown: the items as they stand on the screen, in that order.
  public init(shown: [String]) {
    self.shown = shown
  }

  /// The places of the shown items in the order of the response, from 0.
  ///
  /// - Throws: what is wrong where not each item is named once.
  func order(in response: String) throws(ResponseFlaw) -> [Int] {
    let labels = try ResponseText(response).pieces.compactMap(\.text)
    let lines = response.split { $0.isNewline || ",;>".contains($0) }.map(String.init)
    let lists = [labels, letters(labels), lines].compactMap(places)
    if let order = lists.first(where: { $0.sorted() == Array(shown.indices) }) { return order }
    guard let list = lists.first else { throw ResponseFlaw(flaw: .noOrder(of: shown.count)) }
    if let twice = shown.indices.first(where: { place in list.count { $0 == place } > 1 }) {
      throw ResponseFlaw(flaw: .itemTwice(letter(twice)))
    }
    let missing = shown.indices.filter { !list.contains($0) }
    throw ResponseFlaw(flaw: .itemsMissing(missing.map(letter)))
  }

  /// Judges the order; `right` holds the places of the shown items in the right order.
  public func judge(_ response: String, right: [Int]) -> Verdict {
    do {
      return try order(in: response) == right ? .right(idea: "right") : .unknown(.otherOrder)
    } catch { return .invalid(error.flaw) }
  }

  /// What each of some labels stands for; nil: there is none, or one of them stands for nothing.
  private func places(_ labels: [String]) -> [Int]? {
    let judge = ChoiceJudge(options: shown)
    let places = labels.compactMap { judge.option(in: $0) }
    return places.isEmpty || places.count < labels.count ? nil : places
  }

  /// The letter that stands before a shown item; behind the last letter its number.
  private func letter(_ place: Int) -> String {
    place < 26 ? String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place))) : String(place + 1)
  }

  /// `bac` and `213` without spaces.
  private func letters(_ labels: [String]) -> [String] {
    guard labels.count == 1, let only = labels.first, shown.count < 10 else { return [] }
    return only.map(String.init)
  }
}
