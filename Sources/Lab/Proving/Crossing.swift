import Commands

/// A place on the ways through a lesson.
///
/// Ways that begin with the same lines go together up to where they part, so that each line is
/// carried out once, and the conditions are looked at once at each end.
final class Crossing {
  let walk: Walk
  /// Nil before the first step.
  private let step: Step?
  private var ahead: [String: Result<Crossing, Refusal>] = [:]
  private(set) lazy var situation = walk.situation
  /// What the step's conditions come to here.
  private(set) lazy var reports = step?.look(at: situation) ?? []

  init(_ walk: Walk, in step: Step? = nil) {
    self.walk = walk
    self.step = step
  }

  /// Enters a step from here; after a refusal, its setup is carried out as far as it came.
  func entering(_ step: Step) -> (start: Crossing, refused: Walk.Refused?) {
    var walk = walk
    let refused = walk.enter(step)
    return (Crossing(walk, in: step), refused)
  }

  /// Types lines from here on, up to the first that is refused.
  func typing(_ lines: [LessonCommand]) -> (end: Crossing, refused: Walk.Refused?) {
    var place = self
    for (index, line) in lines.enumerated() {
      switch place.typing(line.text) {
      case .success(let next): place = next
      case .failure(let refusal):
        let isLast = index == lines.count - 1
        return (place, Walk.Refused(line, refusal, isLast: isLast))
      }
    }
    return (place, nil)
  }

  private func typing(_ line: String) -> Result<Crossing, Refusal> {
    if let known = ahead[line] { return known }
    let next: Result<Crossing, Refusal>
    do {
      var walk = walk
      try walk.type(line, in: situation)
      next = .success(Crossing(walk, in: step))
    } catch { next = .failure(error) }
    ahead[line] = next
    return next
  }
}
