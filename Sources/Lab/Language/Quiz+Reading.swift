extension Quiz {
  private static let kinds = ["choose", "type", "number", "order"]
  static let keys = FenceKeys(
    plain: ["ask"] + kinds,
    named: ["right", "wrong"],
    inner: ["say", "why"],
    marked: ["right?", "wrong?"],
    texts: ["order"]
  )

  init?(_ fence: Outline.Fence, _ seen: inout SeenNames, _ context: inout ReadingContext) {
    let entries = FenceEntries(
      fence,
      Self.keys,
      repeated: ["right", "wrong", "right?", "wrong?"],
      &context.log
    )
    let question = entries.required("ask", &context.log).map { context.template($0) }
    let kind = Self.kind(entries, &context)
    position = fence.opening.position
    guard let name = fence.name, seen.admit(name, &context.log) else { return nil }
    guard let question, let kind else { return nil }
    self.name = name.string
    self.question = question
    self.kind = kind
  }

  private static func kind(_ entries: FenceEntries, _ context: inout ReadingContext) -> Kind? {
    let found = entries.all(kinds)
    guard let first = found.first else {
      context.log.add(.kindOfQuestionMissing, at: entries.fence.opening.position)
      return nil
    }
    for other in found.dropFirst() {
      context.log.add(.secondKindOfQuestion(other.key), at: other.line.position)
    }
    if first.key != "type" {
      for entry in entries.all(["right?", "wrong?"]) {
        context.log.add(.caseOutsideFreeText, at: entry.line.position)
      }
    }
    if context.isPaper { return keyless(first, entries, &context) }
    switch first.key {
    case "choose": return choose(items(below: first, entries), &context).map(Kind.choose)
    case "type":
      entries.refuseLines(&context.log)
      return FreeText(entries, &context).map(Kind.type)
    case "number":
      entries.refuseLines(&context.log)
      return NumberKey(entries, &context).map(Kind.number)
    default: return order(items(below: first, entries), &context)
    }
  }

  private static func keyless(
    _ entry: FenceItem.Entry,
    _ entries: FenceEntries,
    _ context: inout ReadingContext
  ) -> Kind? {
    let lines = items(below: entry, entries)
    switch entry.key {
    case "choose", "order":
      guard lines.count >= 2 else {
        context.log.add(.tooFewItems(entry.key), at: entry.line.position)
        return nil
      }
      let texts = lines.map { context.template([$0]) }
      return .keyless(entry.key == "choose" ? .choose(texts) : .order(texts))
    case "number":
      let unit = entry.value.first { !$0.isBlank }
      return .keyless(.number(unit: unit?.string))
    default: return .keyless(.type)
    }
  }

  /// The lines that are not empty below a key, indented or not.
  private static func items(
    below entry: FenceItem.Entry,
    _ entries: FenceEntries
  ) -> [SourceLine] {
    let own = entry.value.filter { !$0.isBlank }
    return own + entries.lines.flatMap { [$0.line] + $0.rest.filter { !$0.isBlank } }
  }

  private static func order(_ items: [SourceLine], _ context: inout ReadingContext) -> Kind? {
    guard items.count >= 2 else {
      if let line = items.first { context.log.add(.tooFewItems("order"), at: line.position) }
      return nil
    }
    return .order(items.map { context.template([$0]) })
  }

  private static func choose(
    _ lines: [SourceLine],
    _ context: inout ReadingContext
  ) -> [Option]? {
    var groups: [[SourceLine]] = []
    for line in lines {
      if line.text.begins(with: "(x)") || line.text.begins(with: "( )") {
        groups.append([line])
      } else if groups.isEmpty {
        context.log.add(.strayLine(.quiz), at: line.position)
      } else {
        groups[groups.count - 1].append(line)
      }
    }
    let options = groups.compactMap { Option($0, &context) }
    guard let first = lines.first else { return nil }
    if groups.count < 2 { context.log.add(.tooFewItems("choose"), at: first.position) }
    let right = groups.count { $0[0].text.begins(with: "(x)") }
    if right != 1 { context.log.add(.rightOptions(count: right), at: first.position) }
    return options
  }
}

extension Quiz.Option {
  fileprivate init?(_ lines: [SourceLine], _ context: inout ReadingContext) {
    guard let first = lines.first else { return nil }
    let all = [first.droppingFirst(3).trimmed()] + lines.dropFirst()
    guard let place = all.firstIndex(where: { $0.text.range(of: "::") != nil }),
      let parts = all[place].split(at: "::"),
      !parts.after.isBlank || place + 1 < all.count
    else {
      context.log.add(.optionWithoutFeedback, at: first.position)
      return nil
    }
    text = context.template(all[..<place] + [parts.before.trimmed()])
    feedback = context.template([parts.after.trimmed()] + all[(place + 1)...])
    isRight = first.text.begins(with: "(x)")
  }
}

extension Quiz.FreeText {
  fileprivate init?(_ entries: FenceEntries, _ context: inout ReadingContext) {
    var names = SeenNames()
    var phrases: [String: Int] = [:]
    guard entries.required("right", &context.log) != nil else { return nil }
    ideas = entries.all(["right", "wrong"]).compactMap { entry in
      for phrase in entry.value.flatMap({ $0.list(separator: UInt8(ascii: "|")) }) {
        if let line = phrases.updateValue(phrase.number, forKey: phrase.text.lowercased()) {
          context.log.add(.phraseTwice(phrase.string, firstLine: line), at: phrase.position)
        }
      }
      return Idea(entry, &names, &context)
    }
    cases = entries.all(["right?", "wrong?"]).map { entry in
      Case(
        response: entry.value.map(\.string).joined(separator: " "),
        isRight: entry.key == "right?",
        position: entry.line.position
      )
    }
  }
}

extension Idea {
  fileprivate init?(
    _ entry: FenceItem.Entry,
    _ names: inout SeenNames,
    _ context: inout ReadingContext
  ) {
    let phrases = Passage(entry.value.filter { !$0.isBlank }, variables: context.variables).bytes
      .split { $0 == UInt8(ascii: "|") || $0 == newline }
      .map { SourceLine(String(decoding: $0, as: UTF8.self)[...], line: 0).trimmed().string }
      .filter { !$0.isEmpty }
    guard let first = phrases.first else {
      context.log.add(.emptyValue(entry.key), at: entry.line.position)
      return nil
    }
    let isRight = entry.key == "right"
    guard let name = entry.name?.string ?? (isRight ? first : nil) else {
      context.log.add(.missingKey("wrong NAME", in: .quiz), at: entry.line.position)
      return nil
    }
    guard let words = entry.inner(isRight ? "why" : "say") ?? entry.inner.first, !words.isEmpty
    else {
      context.log.add(.ideaWithoutFeedback(name), at: entry.line.position)
      return nil
    }
    if let given = entry.name, !names.admit(given, &context.log) { return nil }
    self.init(
      name: name,
      isRight: isRight,
      phrases: phrases,
      feedback: context.template(words.value)
    )
  }
}
