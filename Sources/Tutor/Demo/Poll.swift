import Lab
import Terminal

/// A question to the room: what hands were raised for, and what the engine then said.
public struct Poll: Hashable, Sendable {
  /// Markdown, as are the labels.
  public let question: String
  /// None where the room just thinks.
  public internal(set) var choices: [Choice]
  /// What the engine says; nil: it has not been asked yet, or cannot tell.
  public internal(set) var answer: String?
  /// Whether hands have been counted.
  public internal(set) var isCounted = false
  /// Whether the engine has been asked.
  public internal(set) var isRevealed = false

  public struct Choice: Hashable, Sendable {
    public let label: String
    public internal(set) var hands = 0
    /// Whether the engine says so; nil as long as it has not been asked, or where it cannot tell.
    public internal(set) var isRight: Bool?
  }

  /// A question that has just been asked; every text is as the café is now.
  init(_ question: RoomQuestion, in situation: Situation) {
    self.question = Evaluator(situation).text(question.text)
    choices = question.choices(in: situation).map { Choice(label: $0.label) }
  }

  /// All hands.
  public var hands: Int { choices.reduce(0) { $0 + $1.hands } }

  /// Takes over what the engine says.
  mutating func reveal(_ question: RoomQuestion, in situation: Situation) -> [RoomChoice] {
    isRevealed = true
    let revealed = question.choices(in: situation)
    for (index, choice) in revealed.enumerated() where choices.indices.contains(index) {
      choices[index].isRight = choice.isRight
    }
    answer = question.answer(in: situation)?.text
    return revealed
  }

  mutating func count(_ hands: Hands) {
    switch hands {
    case .all(let counts):
      for place in choices.indices {
        choices[place].hands = counts.indices.contains(place) ? counts[place] : 0
      }
    case .some(let counts): for count in counts { choices[count.choice].hands = count.hands }
    case .refused: return
    }
    isCounted = true
  }

  func drawn(on display: Display) -> Styled {
    Ballot(
      rows: choices.map {
        Ballot.Row(spans($0.label, on: display), hands: $0.hands, isRight: $0.isRight)
      },
      isCounted: isCounted
    ).drawn(on: display)
  }
}
