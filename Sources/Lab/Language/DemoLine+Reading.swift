import CafeWorld
import Commands

extension DemoLine {
  private static let keys = FenceKeys(plain: ["say", "poll"])

  /// What can stand in the fence.
  static let forms =
    "Write `say: …`, `poll: …`, `predict NAME`, `solve`, `watch 60s`, `rewind 2`, or a command."

  /// `predictions`: the names of those of the step.
  static func read(
    _ fence: Outline.Fence,
    _ predictions: [String],
    _ context: inout ReadingContext
  ) -> [DemoLine] {
    let items = fence.items(keys, &context.log)
    if items.isEmpty { context.log.add(.emptyFence(.demo), at: fence.opening.position) }
    return items.compactMap { item in
      switch item {
      case .entry(let entry): Self(entry, &context)
      case .line(let line, let rest): Self(line, rest, predictions, &context)
      }
    }
  }

  private init?(_ entry: FenceItem.Entry, _ context: inout ReadingContext) {
    guard !entry.isEmpty else {
      if !entry.key.isEmpty { context.log.add(.emptyValue(entry.key), at: entry.line.position) }
      return nil
    }
    switch entry.key {
    case "say": self = .say(context.template(entry.value), at: entry.line.position)
    case "poll":
      guard let poll = DemoPoll(entry, &context) else { return nil }
      self = .poll(poll)
    default: return nil
    }
  }

  private init?(
    _ line: SourceLine,
    _ more: [SourceLine],
    _ predictions: [String],
    _ context: inout ReadingContext
  ) {
    let (word, rest) = line.firstWord()
    let found: DemoLine?
    switch word.text {
    case "say": found = .say(context.template([rest] + more), at: line.position)
    case "solve" where rest.text.isEmpty: found = .solve(at: line.position)
    case "watch":
      let time = Durations.milliseconds(rest.text)
      found = time.flatMap {
        (1...Evaluator.horizon).contains($0) ? .watch($0, at: line.position) : nil
      }
    case "rewind":
      let most = LessonLimits.itemsOfFence
      let isNumber = !rest.isBlank && rest.text.utf8.allSatisfy(\.isDigit)
      let count = Int(rest.text) ?? (isNumber ? .max : 0)
      guard count <= most else {
        context.log.add(.rewindTooLarge(rest.string, limit: most), at: line.position)
        return nil
      }
      found = count > 0 ? .rewind(count, at: line.position) : nil
    case "predict":
      guard predictions.contains(rest.string) else {
        let near = nearest(to: rest.string, in: predictions)
        context.log.add(.unknownPrediction(rest.string, near: near), at: rest.position)
        return nil
      }
      found = .predict(rest.string, at: line.position)
    default:
      guard let command = context.command([line] + more.filter({ !$0.isBlank })) else {
        return nil
      }
      found = .command(command)
    }
    guard let found else {
      context.log.add(.badDemoLine(line.string), at: line.position)
      return nil
    }
    self = found
  }
}

extension DemoPoll {
  /// `question | choice :: test | choice :: test`, over as many indented lines as it takes.
  fileprivate init?(_ entry: FenceItem.Entry, _ context: inout ReadingContext) {
    var parts: [[SourceLine]] = [[]]
    for line in entry.value {
      for (index, part) in line.barred.enumerated() {
        if index > 0 { parts.append([]) }
        if !part.isBlank || index == 0 && parts.count == 1 {
          parts[parts.count - 1].append(part)
        }
      }
    }
    let choices = parts.dropFirst()
    guard let question = parts.first, question.contains(where: { !$0.isBlank }),
      choices.isEmpty || Self.choiceCounts.contains(choices.count),
      choices.allSatisfy({ !$0.isEmpty })
    else {
      context.log.add(.badPoll(choices: Self.choiceCounts), at: entry.line.position)
      return nil
    }
    self.question = context.template(question)
    self.choices = choices.map { Choice($0, &context) }
    position = entry.line.position
  }
}

extension DemoPoll.Choice {
  /// At least one line.
  fileprivate init(_ lines: [SourceLine], _ context: inout ReadingContext) {
    position = lines[0].position
    guard let place = lines.firstIndex(where: { $0.split(at: "::") != nil }),
      let (before, after) = lines[place].split(at: "::")
    else {
      label = context.template(lines)
      test = nil
      return
    }
    label = context.template(Array(lines[..<place]) + [before.trimmed()])
    test = context.test([after.trimmed()] + lines[(place + 1)...])
  }
}

extension SourceLine {
  /// The trimmed parts between bars that stand by themselves.
  fileprivate var barred: [SourceLine] {
    var parts: [SourceLine] = []
    let bytes = text.utf8
    var start = text.startIndex
    var searched = text.startIndex
    while let place = bytes[searched...].firstIndex(of: UInt8(ascii: "|")) {
      let next = bytes.index(after: place)
      searched = next
      let before = place == text.startIndex || bytes[bytes.index(before: place)].isBlank
      guard before, next == text.endIndex || bytes[next].isBlank else { continue }
      parts.append(part(text[start..<place]).trimmed())
      start = next
    }
    return parts + [part(text[start...]).trimmed()]
  }
}
