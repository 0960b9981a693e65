extension Alternative {
  init?(_ fence: Outline.Fence, _ seen: inout SeenNames, _ context: inout ReadingContext) {
    let commands = fence.commands(&context)
    guard let name = fence.name, seen.admit(name, &context.log) else { return nil }
    self.init(name: name.string, commands: commands, position: fence.opening.position)
  }
}

extension Mistake {
  init?(
    _ fence: Outline.Fence,
    _ conditions: [Condition],
    _ seen: inout SeenNames,
    _ context: inout ReadingContext
  ) {
    let entries = FenceEntries(fence, FenceKeys(plain: ["fails", "say"]), &context.log)
    let commands = entries.commands(&context)
    if entries.lines.isEmpty { context.log.add(.emptyFence(.mistake), at: fence.opening.position) }
    let ids = entries.required("fails", &context.log) ?? []
    let fails = Condition.references(ids, to: conditions.map(\.id), &context.log)
    let tests = conditions.filter { fails.contains($0.id) }.map(\.test)
    let feedback = entries.required("say", &context.log)
      .map { context.feedback($0, tests: tests) }
    guard let name = fence.name, seen.admit(name, &context.log), let feedback else { return nil }
    self.init(
      name: name.string,
      commands: commands,
      fails: fails,
      feedback: feedback,
      position: fence.opening.position
    )
  }
}
