public import CafeWorld
import Commands
import Route53

extension Situation {
  /// Carries a line of the learner's language out on a copy.
  ///
  /// - Returns: the world after it, or the refusal.
  public func carryingOut(_ line: String) -> Result<World, Refusal> {
    var copy = self
    do {
      try copy.carryOut(line)
      return .success(copy.world)
    } catch {
      return .failure(error)
    }
  }

  /// Carries lines out one after another on a copy, up to the first that is refused.
  public func carryingOut(
    _ lines: [String]
  ) -> (situation: Situation, commands: [Command], refusal: Refusal?) {
    var copy = self
    var commands: [Command] = []
    for line in lines {
      do { commands += try copy.carryOut(line) } catch { return (copy, commands, error) }
    }
    return (copy, commands, nil)
  }

  /// What lines of a lesson come to, carried out one after another on a copy.
  ///
  /// - Returns: their commands, up to the first line that is refused, and how that was.
  public func carryingOut(
    _ lines: [LessonCommand]
  ) -> (commands: [Command], refused: (line: LessonCommand, refusal: Refusal)?) {
    var copy = self
    var commands: [Command] = []
    for line in lines {
      do { commands += try copy.carryOut(line.text) } catch {
        return (commands, (line: line, refusal: error))
      }
    }
    return (commands, nil)
  }

  /// Carries a line out here; lines that only ask do nothing.
  ///
  /// - Returns: the commands that it came to.
  @discardableResult
  mutating func carryOut(_ line: String) throws(Refusal) -> [Command] {
    let commands = try commands(of: line)
    for command in commands {
      do { try world.perform(command) } catch { throw .world(error) }
    }
    return commands
  }

  /// The commands that a line comes to; only the open batch changes.
  mutating func commands(of line: String) throws(Refusal) -> [Command] {
    let request: Request
    do {
      request = try parse(line, in: ParseContext(world: world, draft: draft?.changes), lines)
    } catch { throw .command(error) }
    switch request {
    case .change(let commands, _): return commands
    case .changeRecord(let zone, let change): return keepOrChange(zone, change)
    case .batch(let verb): return follow(verb)
    case .lesson(.runUntil(let text, let most)): return try wait(until: text, atMost: most)
    case .nothing, .ask, .lesson, .travel, .sitting, .demo, .session: return []
    }
  }

  private mutating func keepOrChange(_ zone: HostedZoneID, _ change: Change) -> [Command] {
    guard draft != nil else { return [.changeRecords(zone, ChangeBatch(changes: [change]))] }
    draft?.zone = zone
    draft?.changes.append(change)
    return []
  }

  private mutating func follow(_ verb: BatchVerb) -> [Command] {
    switch verb {
    case .show: return []
    case .open:
      draft = Cafe.Draft()
      return []
    case .discard:
      draft = nil
      return []
    case .commit:
      defer { draft = nil }
      guard let zone = draft?.zone, let changes = draft?.changes else { return [] }
      return [.changeRecords(zone, ChangeBatch(changes: changes))]
    }
  }

  private func wait(
    until text: String,
    atMost most: Milliseconds
  ) throws(Refusal) -> [Command] {
    let awaited: Awaited
    do { awaited = try firstMoment(of: text, within: most) } catch { throw .command(error) }
    let end = awaited.moment ?? world.now + most
    return end > world.now ? [.wait(end - world.now)] : []
  }
}
