import Commands

extension Condition {
  /// Reads the conditions of a task, one after another.
  static func read(_ fence: Outline.Fence, _ context: inout ReadingContext) -> [Condition] {
    var seen = SeenNames()
    let drafts = drafts(of: fence, &context.log)
    if drafts.isEmpty { context.log.add(.emptyFence(.task), at: fence.opening.position) }
    let read = drafts.compactMap { draft -> (Condition, SourceLine?)? in
      guard let header = ConditionHeader(draft.header, &context.log) else { return nil }
      let isNew = seen.admit(header.id, &context.log)
      return draft.condition(header, &context).flatMap { isNew ? ($0, header.needs) : nil }
    }
    let ids = read.map(\.0.id)
    let conditions = read.map { condition, needs in
      condition.needing(references(needs.map { [$0] } ?? [], to: ids, &context.log))
    }
    for (condition, needs) in zip(conditions, read.map(\.1)) {
      if let needs, conditions.reaches(condition.id) {
        context.log.add(.needsCycle(condition.id), at: needs.position)
      } else if let words = looseNeeds(condition.label, ids) {
        context.log.add(.needsTooClose, at: condition.position.moved(by: words))
      }
    }
    return conditions
  }

  /// Ids in a list with commas, as `needs` and `fails` give them.
  static func references(
    _ lines: [SourceLine],
    to ids: [String],
    _ log: inout DiagnosticLog
  ) -> [String] {
    var found: [String] = []
    for id in lines.flatMap({ $0.list(separator: UInt8(ascii: ",")) }) {
      if !ids.contains(id.string) {
        let near = nearest(to: id.string, in: ids)
        log.add(.unknownCondition(id.string, near: near), at: id.position)
      } else if found.contains(id.string) {
        log.add(.repeatedKey(id.string), at: id.position)
      } else {
        found.append(id.string)
      }
    }
    return found
  }

  private func needing(_ needs: [String]) -> Condition {
    Condition(
      id: id,
      points: points,
      label: label,
      needs: needs,
      test: test,
      feedback: feedback,
      position: position,
      testPosition: testPosition,
      accepted: accepted
    )
  }

  /// A label that ends in `needs` and ids was meant otherwise; says how far in it stands.
  private static func looseNeeds(_ label: Template, _ ids: [String]) -> Int? {
    guard case .text(let text) = label.parts.last, let range = text[...].lastRange(of: " needs ")
    else {
      return nil
    }
    let words = text[range.upperBound...].split { $0 == "," || $0.isWhitespace }.map(String.init)
    return words.allSatisfy(ids.contains) && !words.isEmpty ? 0 : nil
  }
}

extension [Condition] {
  /// Whether following the needs of a condition leads back to it.
  fileprivate func reaches(_ id: String) -> Bool {
    var seen: [String] = []
    var next = first { $0.id == id }?.needs ?? []
    while let need = next.popLast() {
      if need == id { return true }
      guard !seen.contains(need) else { continue }
      seen.append(need)
      next += first { $0.id == need }?.needs ?? []
    }
    return false
  }
}

/// The lines of one condition before they are read.
private struct ConditionDraft {
  let header: SourceLine
  var test: [SourceLine] = []
  var feedback: [SourceLine]?
  var accepted: [SourceLine] = []

  func condition(_ header: ConditionHeader, _ context: inout ReadingContext) -> Condition? {
    let label = context.template([header.label])
    if header.label.text.isEmpty {
      context.log.add(.conditionWithoutLabel(header.id.string), at: header.id.position)
    }
    guard let first = test.first else {
      context.log.add(.conditionWithoutTest(header.id.string), at: self.header.position)
      return nil
    }
    guard let test = context.test(test) else { return nil }
    return Condition(
      id: header.id.string,
      points: header.points,
      label: label,
      needs: [],
      test: test,
      feedback: feedback.map { context.feedback($0, tests: [test]) },
      position: self.header.position,
      testPosition: first.position,
      accepted: accepted.compactMap { line in
        let parts = line.firstWord().rest.split(at: ":")
        return Acceptance(
          parts?.before.trimmed(),
          parts?.after.trimmed().string ?? "",
          at: line.position,
          &context.log
        )
      }
    )
  }
}

extension Condition {
  fileprivate static func drafts(
    of fence: Outline.Fence,
    _ log: inout DiagnosticLog
  ) -> [ConditionDraft] {
    var drafts: [ConditionDraft] = []
    for line in fence.content where !line.isBlank {
      let text = line.trimmed()
      let (word, rest) = text.firstWord()
      if text.text.begins(with: "["), !line.isIndented {
        drafts.append(ConditionDraft(header: text))
      } else if drafts.isEmpty || !(line.isIndented || word.text == "else") {
        log.add(.strayLine(.task), at: text.position)
      } else if word.text == "accept" {
        drafts[drafts.count - 1].accepted.append(text)
      } else if word.text == "else" {
        if drafts[drafts.count - 1].feedback != nil {
          log.add(.repeatedKey("else"), at: text.position)
        }
        drafts[drafts.count - 1].feedback = [rest]
      } else if drafts[drafts.count - 1].feedback != nil {
        drafts[drafts.count - 1].feedback?.append(text)
      } else {
        drafts[drafts.count - 1].test.append(text)
      }
    }
    if drafts.count > LessonLimits.itemsOfFence {
      log.add(
        .tooManyItems(in: "task", limit: LessonLimits.itemsOfFence),
        at: fence.opening.position
      )
    }
    return Array(drafts.prefix(LessonLimits.itemsOfFence))
  }
}

/// The first line of a condition, `[id] points  label   needs a, b`.
private struct ConditionHeader {
  let id: SourceLine
  let points: Int
  let label: SourceLine
  let needs: SourceLine?

  init?(_ line: SourceLine, _ log: inout DiagnosticLog) {
    guard let parts = line.droppingFirst(1).split(at: "]") else {
      log.add(.badCondition, at: line.position)
      return nil
    }
    let (number, rest) = parts.after.trimmed().firstWord()
    guard let points = Int(number.text), (0...LessonLimits.points).contains(points) else {
      log.add(.badPoints(number.string), at: number.position)
      return nil
    }
    id = parts.before
    self.points = points
    let needs = rest.text.lastRange(of: "  needs ")
    label = rest.part(rest.text[..<(needs?.lowerBound ?? rest.text.endIndex)]).trimmed()
    self.needs = needs.map { rest.part(rest.text[$0.upperBound...]).trimmed() }
  }
}
