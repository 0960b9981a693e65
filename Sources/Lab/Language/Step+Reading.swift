extension Outline.Section {
  /// The id of the step; a place-holder when the heading has none, with a finding.
  func readID(_ seen: inout SeenNames, _ log: inout DiagnosticLog) -> String {
    guard let id else {
      log.add(.headingWithoutID(suggestion: slug(of: title.text)), at: heading.position)
      return ""
    }
    _ = seen.admit(id, &log)
    return id.string
  }
}

/// An id made of a heading: `The day it went dark` gives `the-day-it-went-dark`.
private func slug(of title: Substring) -> String {
  let words = title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
  let slug = words.prefix(5).joined(separator: "-")
  return isID(slug[...]) ? slug : "step"
}

extension Block {
  init(_ piece: Outline.Piece, _ context: inout ReadingContext) {
    switch piece {
    case .prose(let lines): self = .prose(context.template(lines))
    case .figure(let line):
      let parts = line.droppingFirst(2).split(at: "](")
      self = .figure(
        Figure(
          text: parts?.before.string ?? "",
          path: parts.map { String($0.after.text.dropLast()) } ?? "",
          position: line.position
        )
      )
    case .fence(let fence): self = .fence(fence.kind, name: fence.name?.string)
    }
  }
}

extension Step {
  /// `questions`: the names of predictions and questions so far; they are the lesson's, not the
  /// step's.
  init(
    _ section: Outline.Section,
    id: String,
    _ questions: inout SeenNames,
    _ context: inout ReadingContext
  ) {
    section.checkShape(isPaper: context.isPaper, &context.log)
    self.id = id
    title = section.title.string
    position = section.heading.position
    blocks = section.pieces.map { Block($0, &context) }
    let conditions = section.fences(.task).flatMap { Condition.read($0, &context) }
    self.conditions = conditions
    var ways = SeenNames()
    setup = section.fences(.setup).flatMap { $0.commands(&context) }
    solution = section.fences(.solve).flatMap { $0.commands(&context) }
    accepted = section.fences(.solve).flatMap { $0.acceptances(&context) }
    alternatives = section.fences(.also).compactMap { Alternative($0, &ways, &context) }
    mistakes = section.fences(.mistake).compactMap {
      Mistake($0, conditions, &ways, &context)
    }
    hints = section.fences(.hint).flatMap { Hint.read($0, &context) }
    let predictions = section.fences(.predict).compactMap {
      Prediction($0, &questions, &context)
    }
    self.predictions = predictions
    quizzes = section.fences(.quiz).compactMap { Quiz($0, &questions, &context) }
    demo = section.fences(.demo).flatMap { fence in
      DemoLine.read(fence, predictions.map(\.name), &context)
    }
    notes = section.fences(.note).map { context.template($0.content) }
  }
}

extension Outline.Section {
  /// A step is prose alone, or prose with a task and its solution, or prose with questions.
  fileprivate func checkShape(isPaper: Bool, _ log: inout DiagnosticLog) {
    let task = fences(.task).first
    if let task, !isPaper, fences(.solve).isEmpty {
      log.add(.taskWithoutSolve, at: task.opening.position)
    }
    if task != nil, let quiz = fences(.quiz).first {
      log.add(.taskAndQuiz, at: quiz.opening.position)
    }
    for fence in pieces.compactMap(\.fence) {
      if task == nil, fence.kind.needsTask {
        log.add(.withoutTask(fence.kind), at: fence.opening.position)
      }
      fence.checkName(&log)
    }
    for kind in FenceKind.allCases where kind.isSingle {
      guard let first = fences(kind).first else { continue }
      for fence in fences(kind).dropFirst() {
        log.add(.secondFence(kind, firstLine: first.opening.number), at: fence.opening.position)
      }
    }
  }
}

extension Outline.Fence {
  fileprivate func checkName(_ log: inout DiagnosticLog) {
    if kind.hasName, name == nil { log.add(.fenceNameMissing(kind), at: opening.position) }
    if let name, !kind.hasName { log.add(.fenceNameUnexpected(kind), at: name.position) }
  }

  /// A fence that is commands and nothing else; an indented line continues the one above it.
  func commands(_ context: inout ReadingContext) -> [LessonCommand] {
    let entries = FenceEntries(self, keys, repeated: keys.named, &context.log)
    if entries.lines.isEmpty { context.log.add(.emptyFence(kind), at: opening.position) }
    return entries.commands(&context)
  }

  /// The mutants of these commands that may survive.
  func acceptances(_ context: inout ReadingContext) -> [Acceptance] {
    var log = DiagnosticLog()
    return Acceptance.read(FenceEntries(self, keys, repeated: keys.named, &log), &context)
  }

  private var keys: FenceKeys { kind == .solve ? FenceKeys(named: ["accept"]) : FenceKeys() }
}

extension FenceEntries {
  func commands(_ context: inout ReadingContext) -> [LessonCommand] {
    lines.compactMap { context.command([$0.line] + $0.rest.filter { !$0.isBlank }) }
  }
}
