/// Which misconceptions and mistakes attempts show, and how often.
public struct WrongTurns: Sendable {
  /// One wrong idea, or a known mistake.
  public struct Turn: Hashable, Sendable {
    /// The step or the question.
    public let place: String
    /// What the author calls it; nil: nobody foresaw it.
    public let name: String?
    /// In how many attempts it shows.
    public internal(set) var learners: Int
    /// How often, in all of them.
    public internal(set) var times: Int
    /// What was said where nobody foresaw it, each once, in the order of the attempts.
    public internal(set) var said: [String] = []

    /// Adds what another attempt shows.
    fileprivate mutating func join(_ other: Turn) {
      learners += other.learners
      times += other.times
      for text in other.said where !said.contains(text) { said.append(text) }
    }

    fileprivate func isAlike(_ other: Turn) -> Bool { place == other.place && name == other.name }
  }

  /// How many attempts were looked at.
  public private(set) var attempts = 0
  private var turns: [Turn] = []

  public init() {}

  /// The most frequent first.
  public var sorted: [Turn] {
    turns.enumerated().sorted { one, other in
      (other.element.learners, other.element.times, one.offset)
        < (one.element.learners, one.element.times, other.offset)
    }.map(\.element)
  }

  /// Counts what an attempt at a lesson shows.
  public mutating func count(_ attempt: Attempt, at lesson: Lesson) {
    attempts += 1
    var own: [Turn] = []
    func note(_ place: String, _ name: String?, said: String? = nil) {
      let turn = Turn(
        place: place,
        name: name,
        learners: 0,
        times: 1,
        said: said.map { [$0] } ?? []
      )
      if let index = own.firstIndex(where: turn.isAlike) {
        own[index].join(turn)
      } else {
        own.append(turn)
      }
    }
    for row in attempt.rows {
      guard case .responded(let question, let text, .wrong(let idea)) = row.entry.move else {
        continue
      }
      note(question, idea, said: idea == nil ? text : nil)
    }
    for (step, mistake) in attempt.mistakes(at: lesson) { note(step, mistake) }
    for var turn in own {
      turn.learners = 1
      if let index = turns.firstIndex(where: turn.isAlike) {
        turns[index].join(turn)
      } else {
        turns.append(turn)
      }
    }
  }
}

extension Attempt {
  /// The known mistakes that were told of, each once for as long as it lasted.
  fileprivate func mistakes(at lesson: Lesson) -> [(step: String, mistake: String)] {
    var found: [(step: String, mistake: String)] = []
    var latest: (step: String, mistake: String?) = ("", nil)
    var beginnings: [Int: [ConditionReport]] = [:]
    for number in rows.indices where rows[number].entry.move.changesCafe {
      let cafe = rows[number].cafe
      guard let id = cafe.step, let step = lesson[step: id], !step.mistakes.isEmpty,
        let visit = cafe.visits.last, visit.row < number
      else { continue }
      let entry = Situation(self, after: visit.row)
      let reports = step.look(at: Situation(self, after: number))
      let beginning = beginnings[visit.row] ?? step.look(at: entry)
      beginnings[visit.row] = beginning
      let told = step.mistake(in: reports, since: beginning, refused: entry.refuses)?.name
      if let told, latest.step != id || latest.mistake != told { found.append((id, told)) }
      latest = (id, told)
    }
    return found
  }
}
