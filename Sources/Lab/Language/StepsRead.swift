/// Steps that stand one after the other, read.
public struct StepsRead: Sendable {
  /// Has work begun that its result is asked of later.
  public typealias Ahead = @Sendable (@escaping @Sendable () -> Self) -> @Sendable () -> Self

  let steps: [Step]
  let log: DiagnosticLog
  private let ids: SeenNames
  private let questions: SeenNames

  init(_ sections: ArraySlice<Outline.Section>, _ context: ReadingContext) {
    var context = context
    var ids = SeenNames()
    var questions = SeenNames()
    steps = sections.map { section in
      let id = section.readID(&ids, &context.log)
      return Step(section, id: id, &questions, &context)
    }
    log = context.log
    self.ids = ids
    self.questions = questions
  }

  /// All the steps of both; nil where something is wrong in one of them, or a name stands in both.
  func joined(with later: Self) -> [Step]? {
    guard log.isEmpty, later.log.isEmpty, ids.isDisjoint(with: later.ids),
      questions.isDisjoint(with: later.questions)
    else { return nil }
    return steps + later.steps
  }
}
