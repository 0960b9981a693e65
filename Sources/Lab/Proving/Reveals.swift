import Commands

/// What a demo lets the room see, line by line, and whether the room could say first what it
/// expects.
///
/// The solution is a reveal, and so is time that passes. What follows belongs to it, up to the
/// next thing that is said or asked: a fault, a minute and the orders are one reveal.
struct Reveals {
  /// Where a reveal begins before which nobody was asked.
  private(set) var unguessed: [SourcePosition] = []
  /// Whether the room was asked something that the engine answers, and has not seen the answer.
  private var isAsked = false
  private var isRevealing = false
  /// Whether something was done; time that passes before that sets the scene.
  private var hasBegun = false

  init(of demo: [DemoLine]) {
    for line in demo { read(line) }
  }

  private mutating func read(_ line: DemoLine) {
    switch line {
    case .say: endReveal()
    case .poll(let poll):
      endReveal()
      if poll.choices.contains(where: { $0.test != nil }) { isAsked = true }
    case .predict:
      endReveal()
      isAsked = true
    case .solve(let position): reveal(at: position)
    case .watch(_, at: let position): pass(at: position)
    case .command(let command): read(command)
    case .rewind: break
    }
  }

  private mutating func read(_ command: LessonCommand) {
    let cut = LineCut(command.text)
    switch cut.verb {
    case ["wait"]: pass(at: command.position)
    case ["run", "until"]: reveal(at: command.position)
    default: if !cut.onlyLooks { hasBegun = true }
    }
  }

  private mutating func pass(at position: SourcePosition) {
    if hasBegun { reveal(at: position) }
  }

  private mutating func reveal(at position: SourcePosition) {
    hasBegun = true
    if !isAsked, !isRevealing { unguessed.append(position) }
    isRevealing = true
  }

  private mutating func endReveal() {
    if isRevealing { isAsked = false }
    isRevealing = false
  }
}
