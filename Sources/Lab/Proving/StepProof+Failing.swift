import CafeWorld

extension StepProof {
  /// Every condition fails after some mistake, or some change of the solution.
  mutating func proveThatConditionsFail() {
    let known = step.mistakes.flatMap(\.fails)
    var open = step.conditions.map(\.id).filter { !known.contains($0) }
    guard !open.isEmpty else { return }
    let servers = start.walk.attempt.world.instances.map(\.name)
    for way in step.solutionMutants(servers: servers).flatMap(\.ways) {
      let (end, _, refusal) = start.situation.carryingOut(way)
      guard refusal == nil else { continue }
      let reports = step.look(at: end)
      open.removeAll { id in reports.contains { $0.id == id && $0.status == .unmet } }
      if open.isEmpty { return }
    }
    for id in open { add(.neverFails(condition: id), at: step[condition: id]?.position) }
  }
}
