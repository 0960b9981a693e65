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
