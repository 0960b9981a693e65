import Commands

/// Reads which of several options a response means: by number, by letter, or by its text.
public struct ChoiceJudge: Sendable {
  private let options: [[String]]

  /// - Parameter options: the texts as they are shown, in their order.
  public init(options: [String]) {
    self.options = options.map(Self.words)
  }

  /// The place of the option, from 0; nil when the response means none, or more than one.
  public func option(in response: String) -> Int? {
    let words = Self.words(response)
    guard !words.isEmpty else { return nil }
    if let exact = only(where: { $0 == words }) { return exact }
    let rest = words.filter { !Self.idle.contains($0) }
    if rest.count <= 1, let label = rest.first ?? words.first, let place = place(label) {
      return place
    }
    if let alike = only(where: { Self.isAlike($0, words) }) { return alike }
    let typed = words.joined(separator: " ")
    guard typed.count >= 4 else { return nil }
    return only { $0.joined(separator: " ").hasPrefix(typed) }
  }

  private func only(where fits: ([String]) -> Bool) -> Int? {
    let places = options.indices.filter { fits(options[$0]) }
    return places.count == 1 ? places.first : nil
  }

  /// `2` and `b` are the second, and so is the word.
  private func place(_ label: String) -> Int? {
    let place: Int
    if let number = Int(label) {
      place = number - 1
    } else if let ordinal = Self.ordinals.firstIndex(of: label) {
      place = ordinal
    } else if label.count == 1, let letter = label.utf8.first, (97...122).contains(letter) {
      place = Int(letter) - 97
    } else {
      return nil
    }
    return options.indices.contains(place) ? place : nil
  }

  private static let idle = [
    "option", "answer", "number", "no", "the", "choice", "it", "its", "is", "one", "i", "think",
    "choose", "take", "letter", "please",
  ]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  static func words(_ text: String) -> [String] {
    ((try? ResponseText(text))?.pieces ?? []).map { $0.text ?? "" }.filter { !$0.isEmpty }
  }

  /// The same words but for small slips.
  private static func isAlike(_ option: [String], _ response: [String]) -> Bool {
    option.count == response.count
      && zip(option, response).allSatisfy { wanted, typed in
        wanted == typed
          || wanted.count >= 5
            && editDistance(typed, wanted, atMost: wanted.count >= 9 ? 2 : 1) != nil
      }
  }
}
