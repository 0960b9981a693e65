import Lab
import Terminal

/// What is asked at the prompt.
enum Asking: Sendable {
  case prediction(Prediction, Playing)
  case quiz(Quiz)

  var name: String {
    switch self {
    case .prediction(let prediction, _): prediction.name
    case .quiz(let quiz): quiz.name
    }
  }

  var isGuess: Bool { if case .prediction = self { true } else { false } }

  /// Whether a response is a number and nothing else.
  var wantsNumber: Bool {
    switch self {
    case .prediction: true
    case .quiz(let quiz):
      switch quiz.kind {
      case .number, .keyless(.number): true
      case .choose, .type, .order, .keyless: false
      }
    }
  }

  var prompt: Styled {
    switch self {
    case .prediction: Styled("your guess", .accent.bold) + Styled("> ")
    case .quiz: Styled("your answer", .accent.bold) + Styled("> ")
    }
  }
}
