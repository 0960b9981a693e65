/// The characters of one kind of line.
struct Strokes: Sendable, Equatable {
  let horizontal: Character
  let vertical: Character
  let topLeft: Character
  let topRight: Character
  let bottomLeft: Character
  let bottomRight: Character
  /// The head of an arrow that points down, up and left.
  let down: Character
  let up: Character
  let left: Character

  static func of(_ flow: Diagram.Flow, unicode: Bool) -> Strokes {
    switch flow {
    case .active: unicode ? double : stars
    case .idle: unicode ? thin : hyphens
    case .dead: unicode ? dashed : dots
    }
  }

  /// The character that leaves the lower or upper edge of a thin box.
  func junction(below: Bool) -> Character {
    switch self {
    case .double: below ? "╥" : "╨"
    case .stars: "*"
    case .thin, .dashed: below ? "┬" : "┴"
    default: "+"
    }
  }

  /// The character that leaves the left edge of a thin box.
  var junctionLeft: Character {
    switch self {
    case .double: "╡"
    case .stars: "*"
    case .thin, .dashed: "┤"
    default: "+"
    }
  }

  static let thin = Strokes(
    horizontal: "─",
    vertical: "│",
    topLeft: "┌",
    topRight: "┐",
    bottomLeft: "└",
    bottomRight: "┘",
    down: "▽",
    up: "△",
    left: "◁"
  )
  static let double = Strokes(
    horizontal: "═",
    vertical: "║",
    topLeft: "╔",
    topRight: "╗",
    bottomLeft: "╚",
    bottomRight: "╝",
    down: "▼",
    up: "▲",
    left: "◀"
  )
  static let dashed = Strokes(
    horizontal: "╌",
    vertical: "╎",
    topLeft: "┌",
    topRight: "┐",
    bottomLeft: "└",
    bottomRight: "┘",
    down: "╳",
    up: "╳",
    left: "╳"
  )
  static let hyphens = Strokes(
    horizontal: "-",
    vertical: "|",
    topLeft: "+",
    topRight: "+",
    bottomLeft: "+",
    bottomRight: "+",
    down: "v",
    up: "^",
    left: "<"
  )
  static let stars = Strokes(
    horizontal: "*",
    vertical: "*",
    topLeft: "*",
    topRight: "*",
    bottomLeft: "*",
    bottomRight: "*",
    down: "V",
    up: "^",
    left: "<"
  )
  static let dots = Strokes(
    horizontal: ".",
    vertical: ":",
    topLeft: ".",
    topRight: ".",
    bottomLeft: ":",
    bottomRight: ":",
    down: "x",
    up: "x",
    left: "x"
  )
}

extension Diagram.Flow {
  var style: Style {
    switch self {
    case .active: .good
    case .idle: .quiet
    case .dead: .bad
    }
  }
}

extension Diagram.State {
  var style: Style {
    switch self {
    case .plain: .plain
    case .good: .good
    case .bad: .bad
    case .warning: .warning
    case .quiet: .quiet
    }
  }

  /// The sign in a frame's upper edge, so that colour is never the only carrier.
  func sign(unicode: Bool) -> String {
    switch self {
    case .plain, .quiet: ""
    case .good: unicode ? " ✓ " : " OK "
    case .bad: unicode ? " ✗ " : " X "
    case .warning: " ! "
    }
  }
}
