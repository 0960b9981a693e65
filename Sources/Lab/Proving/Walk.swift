import CafeWorld
public import Commands

/// A learner who types what a lesson says.
struct Walk: Sendable {
  private(set) var attempt: Attempt
  private var draft: Cafe.Draft?
  /// Lines that were read ahead.
  private let lines: LineMemory

  /// A line that was refused, and why.
  struct Refused {
    let line: String
    /// Where the author wrote it; nil: nobody did, it is the step itself that cannot be entered.
    let position: SourcePosition?
    let refusal: Refusal
    let isLast: Bool

    init(_ line: LessonCommand, _ refusal: Refusal, isLast: Bool) {
      self.line = line.text
      position = line.position
      self.refusal = refusal
      self.isLast = isLast
    }

    /// The entry into a step is refused.
    init(entry refusal: Refusal) {
      line = ""
      position = nil
      self.refusal = refusal
      isLast = true
    }
  }

  /// `rules`: what the engine takes for true; `lines`: those that were read ahead.
  init(
    _ lesson: Lesson,
    seed: UInt64,
    rules: EngineRules = EngineRules(),
    lines: LineMemory = LineMemory()
  ) {
    self.lines = lines
    let beginning = Beginning(
      engine: "",
      lesson: lesson.id,
      lessonHash: lesson.hash,
      scene: lesson.scene,
      seed: seed
    )
    attempt = Attempt(beginning, world: beginning.begun.world(seed: seed).under(rules))
  }

  var situation: Situation {
    var situation = Situation(attempt)
    situation.draft = draft
    situation.lines = lines
    return situation
  }

  /// Whether another walk has gone the same way, so that all is alike from here on.
  func isAlike(_ other: Walk) -> Bool {
    draft == other.draft && attempt.rows.count == other.attempt.rows.count
      && zip(attempt.rows, other.attempt.rows).allSatisfy { $0.entry.move == $1.entry.move }
  }

  /// Enters a step and carries its setup out; after a refusal, as much of it as came before.
  mutating func enter(_ step: Step) -> Refused? {
    draft = nil
    let (commands, refused) = situation.carryingOut(step.setup)
    do { try attempt.carryOut(.entered(step: step.id, setup: commands), typed: "") } catch {
      return Refused(entry: .world(error))
    }
    return refused.map { Refused($0.line, $0.refusal, isLast: true) }
  }

  /// Begins a step as an item of a quiz, in a world of its own.
  ///
  /// - Returns: how its setup was refused; then as much of it as came before is done.
  mutating func open(
    _ step: Step,
    of beginning: Beginning,
    after lines: [LessonCommand]
  ) -> Refused? {
    draft = nil
    var start = Attempt(beginning)
    do { try start.carryOut(.opened(item: step.id, beginning, setup: []), typed: "") } catch {
      return Refused(entry: .world(error))
    }
    let (commands, refused) = Situation(start).carryingOut(lines + step.setup)
    do { try attempt.carryOut(.opened(item: step.id, beginning, setup: commands), typed: "") } catch
    {
      return Refused(entry: .world(error))
    }
    return refused.map { Refused($0.line, $0.refusal, isLast: true) }
  }

  /// Types lines up to the first that is refused.
  mutating func type(_ lines: [LessonCommand]) -> Refused? {
    for (index, line) in lines.enumerated() {
      do { try type(line.text) } catch {
        return Refused(line, error, isLast: index == lines.count - 1)
      }
    }
    return nil
  }

  /// Types one line; a refused one changes nothing.
  mutating func type(_ line: String) throws(Refusal) { try type(line, in: situation) }

  /// The same for somebody who knows the situation.
  mutating func type(_ line: String, in situation: Situation) throws(Refusal) {
    var situation = situation
    let commands = try situation.commands(of: line)
    draft = situation.draft
    guard !commands.isEmpty else { return }
    do { try attempt.carryOut(.commands(commands), typed: line) } catch { throw .world(error) }
  }
}

extension Lesson {
  /// Where somebody is asked a question who has played every model solution before it; nil: there
  /// is no such question.
  public func situation(asking question: String) -> Situation? {
    walk(to: question, seed: front.seed)?.situation
  }

  /// The way there, in a world of some seed, up to the entry into the step that asks it.
  func walk(to question: String, seed: UInt64) -> Walk? {
    var walk = Walk(self, seed: seed)
    for step in steps {
      _ = walk.enter(step)
      if step.asks(question) { return walk }
      _ = walk.type(step.solution)
    }
    return nil
  }
}

extension Lesson {
  /// How each step begins for somebody who has played every model solution before it.
  public var beginnings: [Situation] {
    var walk = Walk(self, seed: front.seed)
    return steps.map { step in
      _ = walk.enter(step)
      defer { _ = walk.type(step.solution) }
      return walk.situation
    }
  }
}

extension LineMemory {
  /// Every line that a lesson's variants carry out.
  init(of lessons: [Lesson]) {
    self.init()
    for step in lessons.flatMap(\.steps) { read(step) }
  }

  /// Reads every line ahead that a step carries out: those of its ways, its tests and its demo.
  public mutating func read(_ step: Step) {
    let lines = step.conditions.flatMap(\.test.commands) + step.demo.flatMap(\.lines)
    for line in step.commands.map(\.text) + lines { read(line) }
  }
}

extension DemoLine {
  /// What a presenter types of it, but for the solution.
  fileprivate var lines: [String] {
    switch self {
    case .command(let command): [command.text]
    case .watch(let time, at: _): [DemoCue.line(ofWatching: time)]
    case .say, .poll, .predict, .solve, .rewind: []
    }
  }
}
