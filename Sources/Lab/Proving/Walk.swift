import CafeWorld
import Commands

/// A learner who types what a lesson says.
struct Walk: Sendable {
  private(set) var attempt: Attempt
  private var draft: Cafe.Draft?

  /// A line that was refused, and why.
  struct Refused {
    let line: String
    let refusal: Refusal
    let isLast: Bool
  }

  init(_ lesson: Lesson, seed: UInt64) {
    attempt = Attempt(
      Beginning(
        engine: "",
        lesson: lesson.id,
        lessonHash: lesson.hash,
        scene: lesson.scene,
        seed: seed
      )
    )
  }

  var situation: Situation {
    var situation = Situation(attempt)
    situation.draft = draft
    return situation
  }

  /// Enters a step and carries its setup out; after a refusal, as much of it as came before.
  mutating func enter(_ step: Step) -> Refused? {
    draft = nil
    let (_, commands, refusal) = situation.carryingOut(step.setup.map(\.text))
    do { try attempt.carryOut(.entered(step: step.id, setup: commands), typed: "") } catch {
      return Refused(line: "", refusal: .world(error), isLast: true)
    }
    return refusal.map { Refused(line: step.setup.last?.text ?? "", refusal: $0, isLast: true) }
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
      return Refused(line: "", refusal: .world(error), isLast: true)
    }
    let all = lines + step.setup
    let (_, commands, refusal) = Situation(start).carryingOut(all.map(\.text))
    do { try attempt.carryOut(.opened(item: step.id, beginning, setup: commands), typed: "") } catch
    {
      return Refused(line: "", refusal: .world(error), isLast: true)
    }
    return refusal.map { Refused(line: all.last?.text ?? "", refusal: $0, isLast: true) }
  }

  /// Types lines up to the first that is refused.
  mutating func type(_ lines: [LessonCommand]) -> Refused? {
    for (index, line) in lines.enumerated() {
      do { try type(line.text) } catch {
        return Refused(line: line.text, refusal: error, isLast: index == lines.count - 1)
      }
    }
    return nil
  }

  private mutating func type(_ line: String) throws(Refusal) {
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
    var walk = Walk(self, seed: front.seed)
    for step in steps {
      _ = walk.enter(step)
      if step[quiz: question] != nil { return walk.situation }
      _ = walk.type(step.solution)
    }
    return nil
  }
}
