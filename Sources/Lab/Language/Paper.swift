/// What of a lesson a learner's paper keeps; everything that belongs to its key is cut out.
public struct Paper: Sendable {
  /// The ids of the steps that are asked.
  public let steps: [String]
  public let keepsHints: Bool
  /// Whether predictions are asked; their answers and reasons are not in it even so.
  public let keepsPredictions: Bool
  /// Conditions that are ticked while the learner works, by step; the others stay hidden.
  public let shown: [String: [String]]

  public init(
    steps: [String],
    keepsHints: Bool,
    keepsPredictions: Bool,
    shown: [String: [String]]
  ) {
    self.steps = steps
    self.keepsHints = keepsHints
    self.keepsPredictions = keepsPredictions
    self.shown = shown
  }

  /// The paper of a lesson: the same language, read back with `isPaper`.
  ///
  /// `bytes`: its file, in which nothing is wrong; `lesson`: what was read from it.
  public func text(of bytes: [UInt8], _ lesson: Lesson) -> String {
    var log = DiagnosticLog()
    let source = LessonSource(bytes, log: &log)
    let end = source.lines.dropFirst().firstIndex { $0.trimmed().text == "---" } ?? 0
    let outline = OutlineReader.read(source.lines[(end + 1)...], &log)
    var writer = PaperWriter(paper: self, lesson: lesson)
    writer.write(front: source.lines[1..<end])
    for fence in outline.fences where fence.kind == .vars {
      writer.write(fence, fence.content.map(\.string))
    }
    for section in outline.steps where steps.contains(section.id?.string ?? "") {
      writer.write(section)
    }
    return writer.lines.joined(separator: "\n") + "\n"
  }
}

/// Copies what is no key, line by line.
private struct PaperWriter {
  let paper: Paper
  let lesson: Lesson
  var lines: [String] = []
  private var log = DiagnosticLog()

  init(paper: Paper, lesson: Lesson) {
    self.paper = paper
    self.lesson = lesson
  }

  mutating func write(front: ArraySlice<SourceLine>) {
    let kept = ["format:", "lesson:", "title:", "minutes:", "seed:", "world:"]
    var isKept = false
    lines.append("---")
    for line in front where !line.isBlank {
      if !line.isIndented { isKept = kept.contains { line.text.begins(with: $0) } }
      if isKept { lines.append(line.string) }
    }
    lines.append("---")
    lines.append("")
  }

  mutating func write(_ section: Outline.Section) {
    guard let step = section.id.flatMap({ lesson[step: $0.string] }) else { return }
    lines.append(section.heading.string)
    for piece in section.pieces {
      switch piece {
      case .prose(let prose): write(prose: prose)
      case .figure(let line): lines.append(line.string)
      case .fence(let fence): write(fence, of: step)
      }
    }
    lines.append("")
  }

  /// Remarks of the author that no page shows are left out.
  private mutating func write(prose: [SourceLine]) {
    var isRemark = false
    for line in prose {
      var rest = line.string[...]
      var kept = ""
      while !rest.isEmpty {
        if isRemark {
          guard let end = rest.range(of: "-->") else { break }
          rest = rest[end.upperBound...]
          isRemark = false
        } else if let start = rest.range(of: "<!--") {
          kept += rest[..<start.lowerBound]
          rest = rest[start.upperBound...]
          isRemark = true
        } else {
          kept += rest
          rest = ""
        }
      }
      lines.append(kept)
    }
  }

  mutating func write(_ fence: Outline.Fence, _ content: [String]) {
    let opening = fence.opening.trimmed().string
    lines.append(opening)
    lines += content
    lines.append(String(opening.prefix { $0 == opening.first }))
    lines.append("")
  }

  private mutating func write(_ fence: Outline.Fence, of step: Step) {
    switch fence.kind {
    case .setup, .vars, .solve, .mistake, .also, .demo, .note: break
    case .hint: if paper.keepsHints { write(fence, fence.content.map(\.string)) }
    case .predict: if paper.keepsPredictions { write(fence, prediction(fence)) }
    case .task:
      let content = conditions(fence, paper.shown[step.id] ?? [])
      if !content.isEmpty { write(fence, content) }
    case .quiz:
      if let quiz = fence.name.flatMap({ step[quiz: $0.string] }) {
        write(fence, question(fence, quiz))
      }
    }
  }

  private mutating func prediction(_ fence: Outline.Fence) -> [String] {
    let entries = FenceEntries(fence, Prediction.keys, repeated: ["model"], &log)
    return entries.all(["say", "run", "ask", "answer", "near"]).flatMap(entry)
  }

  /// A key with its value, continued below it.
  private func entry(_ entry: FenceItem.Entry) -> [String] {
    let first = entry.value.first?.string ?? ""
    return ["\(entry.key): \(first)"]
      + entry.value.dropFirst().map { $0.isBlank ? "" : "  " + $0.string }
  }

  /// The header and the test of each condition that is shown.
  private func conditions(_ fence: Outline.Fence, _ shown: [String]) -> [String] {
    var content: [String] = []
    var isKept = false
    for line in fence.content where !line.isBlank {
      let text = line.trimmed()
      if text.text.begins(with: "["), !line.isIndented {
        let id = text.droppingFirst(1).split(at: "]")?.before.string ?? ""
        isKept = shown.contains(id)
        if isKept { content.append(header(text, shown)) }
      } else if ["else", "accept"].contains(text.firstWord().word.text) {
        isKept = false
      } else if isKept {
        content.append(line.string)
      }
    }
    return content
  }

  /// What a shown condition needs of hidden ones is not told.
  private func header(_ line: SourceLine, _ shown: [String]) -> String {
    guard let needs = line.text.lastRange(of: "  needs ") else { return line.string }
    let head = String(line.text[..<needs.lowerBound])
    let ids = line.part(line.text[needs.upperBound...]).list(separator: UInt8(ascii: ","))
      .map(\.string).filter(shown.contains)
    return ids.isEmpty ? head : head + "  needs " + ids.joined(separator: ", ")
  }

  private mutating func question(_ fence: Outline.Fence, _ quiz: Quiz) -> [String] {
    let entries = FenceEntries(
      fence,
      Quiz.keys,
      repeated: ["right", "wrong", "right?", "wrong?"],
      &log
    )
    let asked = entries.first("ask").map(entry) ?? []
    switch quiz.kind {
    case .type, .keyless(.type): return asked + ["type:"]
    case .number(let key): return asked + ["number: " + (key.right.unit ?? "")]
    case .keyless(.number(let unit)): return asked + ["number: " + (unit ?? "")]
    case .choose, .keyless(.choose): return asked + ["choose:"] + options(entries).sorted()
    case .order, .keyless(.order): return asked + ["order:"] + items(entries, "order").sorted()
    }
  }

  private func items(_ entries: FenceEntries, _ key: String) -> [String] {
    let own = (entries.first(key)?.value ?? []).filter { !$0.isBlank }
    let all = own + entries.lines.flatMap { [$0.line] + $0.rest.filter { !$0.isBlank } }
    return all.map(\.string)
  }

  /// The options without their marks and what is said to them, a line each.
  private func options(_ entries: FenceEntries) -> [String] {
    var options: [String] = []
    var isText = false
    for line in items(entries, "choose") {
      var text = line[...]
      if text.begins(with: "(x)") || text.begins(with: "( )") {
        text = text.dropFirst(3)
        options.append("")
        isText = true
      }
      guard isText, let last = options.indices.last else { continue }
      if let colons = text.range(of: "::") {
        text = text[..<colons.lowerBound]
        isText = false
      }
      let words = text.split(separator: " ").joined(separator: " ")
      if !words.isEmpty { options[last] += (options[last].isEmpty ? "" : " ") + words }
    }
    return options
  }
}
