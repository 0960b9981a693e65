import CafeWorld

extension Evaluator {
  /// `share of chaos(N): (TEST)`: in which part of N fault schedules, with seeds from 1 on and ten
  /// minutes each, a test holds.
  ///
  /// Every schedule is played on a copy from the present moment on. Where the test has a moment of
  /// its own, that looks along the schedule: `ever` and `always for` see its faults, and `within`,
  /// `after` and `always for` count from its beginning and end with it at the latest. The rest of
  /// the test is judged at its end. What stands inside such a moment, or behind `under`, is played
  /// out on a further copy, on which no more faults begin.
  func share(of schedules: Int, _ test: Test) -> Datum {
    let chaos = Chaos(count: schedules)
    let held = chaos.schedules(in: situation.world).count { schedule in
      var end: Evaluator?
      let verdict = judge(test, along: schedule) {
        let evaluator = end ?? self.end(of: schedule)
        end = evaluator
        return evaluator
      }
      return verdict == .holds
    }
    return .number(Double(held) / Double(max(1, schedules)))
  }

  private func end(of schedule: FaultSchedule) -> Evaluator {
    var world = situation.world
    world.play(schedule)
    return Evaluator(situation.with(world))
  }

  /// `end` is played only where the test asks for it.
  private func judge(
    _ test: Test,
    along schedule: FaultSchedule,
    end: () -> Evaluator
  ) -> Verdict {
    switch test {
    case .not(let test):
      return judge(test, along: schedule, end: end).negated
    case .all(let tests):
      return tests.allSatisfy { judge($0, along: schedule, end: end) == .holds } ? .holds : .fails
    case .any(let tests):
      return tests.contains { judge($0, along: schedule, end: end) == .holds } ? .holds : .fails
    case .at(.now, let test): return judge(test, along: schedule, end: end)
    case .at(.ever, let test):
      return .of(isMet(test, along: schedule, before: schedule.length))
    case .at(.within(let time), let test):
      return .of(isMet(test, along: schedule, before: min(time, schedule.length)))
    case .at(.always(let time), let test):
      return .of(!isMet(.not(test), along: schedule, before: min(time, schedule.length)))
    case .at(.after(let time), let test):
      return .of(holds(test, after: min(time, schedule.length), of: schedule))
    case .under, .compare, .among, .matches, .exists, .holds: return end().judge(test)
    }
  }

  /// Whether a test holds at some moment from a schedule's beginning up to a time after it.
  private func isMet(
    _ test: Test,
    along schedule: FaultSchedule,
    before time: Milliseconds
  ) -> Bool {
    var world = situation.world
    let end = world.now + time
    for leg in schedule.legs(from: world.now, to: end) {
      let evaluator = Evaluator(situation.with(world))
      if evaluator.firstMoment(test, within: leg.end - world.now) != nil { return true }
      leg.play(on: &world)
    }
    return Evaluator(situation.with(world)).judge(test) == .holds
  }

  private func holds(
    _ test: Test,
    after time: Milliseconds,
    of schedule: FaultSchedule
  ) -> Bool {
    var world = situation.world
    for leg in schedule.legs(from: world.now, to: world.now + time) { leg.play(on: &world) }
    return Evaluator(situation.with(world)).judge(test) == .holds
  }
}
