import Commands

extension Hint {
  static func read(_ fence: Outline.Fence, _ context: inout ReadingContext) -> [Hint] {
    let lines = FenceEntries(fence, FenceKeys(inner: []), &context.log).lines
    if lines.isEmpty { context.log.add(.emptyFence(.hint), at: fence.opening.position) }
    return lines.map { line, rest in
      guard let parts = line.split(at: "|"), parts.before.trimmed().text.allSatisfy(\.isNumber)
      else { return Hint(text: context.template([line] + rest), price: nil) }
      let price = Int(parts.before.trimmed().text).flatMap { $0 <= LessonLimits.points ? $0 : nil }
      if price == nil { context.log.add(.badPrice(parts.before.string), at: line.position) }
      return Hint(text: context.template([parts.after.trimmed()] + rest), price: price)
    }
  }
}

extension DemoLine {
  static func read(_ fence: Outline.Fence, _ context: inout ReadingContext) -> [DemoLine] {
    let lines = fence.content.filter { !$0.isBlank }
    if lines.isEmpty { context.log.add(.emptyFence(.demo), at: fence.opening.position) }
    return lines.compactMap { line in
      let (word, rest) = line.trimmed().firstWord()
      switch word.text {
      case "say:", "say": return .say(context.template([rest]))
      case "poll:", "poll": return .poll(context.template([rest]))
      case "solve" where rest.text.isEmpty: return .solve
      case "watch":
        if let duration = Durations.milliseconds(rest.text) { return .watch(duration) }
      case "rewind":
        if let count = Int(rest.text), (1...1_000).contains(count) { return .rewind(count) }
      default: return context.command([line]).map(DemoLine.command)
      }
      context.log.add(.badDemoLine(line.string), at: line.position)
      return nil
    }
  }
}
